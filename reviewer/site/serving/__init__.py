"""The site's own engine as a server on this machine, for the real page of a post."""
