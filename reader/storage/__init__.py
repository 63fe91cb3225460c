"""Truth on disk: article files, and TinyDB for what the person wrote."""
