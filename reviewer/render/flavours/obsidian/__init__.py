"""Obsidian's own marks as rules of markdown-it, a module each."""
