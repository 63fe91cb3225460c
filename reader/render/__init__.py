"""An article with its marks and notes becomes lines of (text, role), before any toolkit."""
