"""What the checks found in a post, each with its place and its fixes."""
