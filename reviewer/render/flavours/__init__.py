"""One module for each way in which the engines turn Markdown into HTML."""
