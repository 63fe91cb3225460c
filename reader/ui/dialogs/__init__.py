"""Dialogs ask one thing and return one value or None."""
