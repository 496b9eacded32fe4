"""The post's real page, from the site's own engine."""
