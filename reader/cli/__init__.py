"""The command line, one file per group of verbs; each is imported when its verb is asked for."""
