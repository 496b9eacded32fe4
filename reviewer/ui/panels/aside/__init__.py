"""The right-hand column: the post as an article, in a search, in social media, on its site."""
