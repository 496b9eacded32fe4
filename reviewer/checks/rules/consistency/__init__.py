"""Rules about what a post says of the same thing in several places."""
