"""Markdown as the site renders it: sanitised, and laid out as a page."""
