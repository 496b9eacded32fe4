"""The Details tab: a post's front matter as a form that edits its text."""
