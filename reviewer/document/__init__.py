"""A post as text: front matter with spans, edits, encoding."""
