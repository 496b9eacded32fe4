"""Local history: the text that each save replaced, kept for a while in the user's state folder."""
