"""A content folder: its engine, its posts, reading and saving files."""
