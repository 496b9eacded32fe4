"""From the bytes of a post to its line in the list, as fast as the disk allows."""
