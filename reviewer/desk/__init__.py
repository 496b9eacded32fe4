"""The editor's desk: open posts, their history of edits, saving."""
