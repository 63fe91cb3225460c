"""Panes know one job each and ask the library."""
