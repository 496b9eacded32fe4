"""The preview: the post as its readers will see it."""
