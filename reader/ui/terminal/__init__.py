"""What lies between Textual and the terminal: what comes in, what must be put back, and how the app is ended."""
