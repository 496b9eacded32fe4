"""What a save would write: the exact difference from the file on disk."""
