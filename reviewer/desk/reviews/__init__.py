"""Reviewing: decisions about posts, the texts they were made about, what changed since."""
