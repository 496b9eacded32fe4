"""Content types and fields: inferred from the posts, and validated."""
