"""The body of a post as rules look at it: passages of words, headings, links."""
