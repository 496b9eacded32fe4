"""Colours, icons and the one style sheet."""
