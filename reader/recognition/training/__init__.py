"""Makes the tagger's model from annotated text; nothing here is needed to read."""
