"""What the editor is told, and asked, where a post's file is not what was read."""
