"""All safe fixes in many posts: seen before, written together, undone together."""
