"""The dialog: unsaved work that an earlier window left."""
