"""The full-screen interface; the only room that knows Textual."""
