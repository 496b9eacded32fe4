"""The panel: the list of posts."""
