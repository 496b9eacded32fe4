"""What takes several steps between desk, disk and user: opening, reading, saving. No Qt."""
