"""Every verb, and the file of this room that knows it; imports nothing."""

PLACES = {
    "add": "adding",
    "sample": "adding",
    "list": "listing",
    "show": "showing",
    "entities": "recognised",
    "figures": "recognised",
    "analyse": "analysing",
    "note": "annotating",
    "notes": "listing",
    "tag": "annotating",
    "edit": "revising",
    "rm": "revising",
    "undo": "revising",
    "redo": "revising",
    "export": "exporting",
    "doctor": "doctor",
    "keys": "opening",
}
