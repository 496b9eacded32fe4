"""Rules that find problems in a post, each with its fix."""
