"""Unsaved work on record, so that a crash takes nothing with it."""
