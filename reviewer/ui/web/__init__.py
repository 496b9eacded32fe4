"""The web view of the preview: its scheme, its filters, its page."""
