"""Many posts changed at once: planned and shown first, written together, undone together."""
