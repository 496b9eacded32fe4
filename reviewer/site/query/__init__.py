"""The language in which posts are searched for, and what its sentences mean."""
