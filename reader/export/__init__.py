"""Articles and notes going out: one Markdown file per article, named safely, written only where it was asked for."""
