"""Rules about the front matter and the name of the file."""
