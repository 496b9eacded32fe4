"""The panel: title, path and tabs of the post that is shown."""
