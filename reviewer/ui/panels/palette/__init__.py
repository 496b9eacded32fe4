"""The panel: finds posts and commands by a few letters."""
