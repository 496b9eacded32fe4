"""goldmark as Hugo sets it up: CommonMark with its extensions as rules of markdown-it."""
