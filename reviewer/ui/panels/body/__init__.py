"""The Markdown source of a post, to edit."""
