"""Other finders of names than our own: spaCy and GLiNER, behind one protocol and loaded only when they are chosen."""
