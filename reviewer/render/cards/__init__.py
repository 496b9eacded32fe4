"""How others show the post: as a search result, and as a card in social networks."""
