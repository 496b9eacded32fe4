"""Python-Markdown with the extensions that a site's configuration names."""
