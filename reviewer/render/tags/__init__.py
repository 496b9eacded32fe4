"""Liquid tags and shortcodes: rendered where they are known, else shown as labelled chips."""
