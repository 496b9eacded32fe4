"""The panel: the line at the bottom of the window."""
