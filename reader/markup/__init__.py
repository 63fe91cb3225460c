"""Markdown and YAML front matter, read and written, for ingest, storage and export alike."""
