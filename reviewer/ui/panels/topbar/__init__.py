"""The panel: the bar at the top of the window."""
