"""What editors decided about posts: signed off, or sent back with a note."""
