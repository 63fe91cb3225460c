"""Screens arrange panes and hold keys."""
