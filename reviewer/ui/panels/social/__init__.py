"""The post as a card in social networks."""
