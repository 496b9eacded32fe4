"""Noticing what other programs do to a folder while it is open."""
