"""The Library: everything a person can do, joining the rooms below; `library` is its door."""
