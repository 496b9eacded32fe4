"""What each site engine calls a post, one module each."""
