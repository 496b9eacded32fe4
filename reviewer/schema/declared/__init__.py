"""``reviewer.yml``: what a folder declares of its posts, read, written and changed in place."""
