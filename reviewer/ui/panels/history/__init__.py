"""The History tab: earlier versions of the post, compared and brought back."""
