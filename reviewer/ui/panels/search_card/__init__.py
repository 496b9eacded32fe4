"""The post as a search result."""
