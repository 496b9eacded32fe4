"""kramdown with its GFM parser, which renders for Jekyll: its rules as rules of markdown-it."""
