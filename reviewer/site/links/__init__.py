"""Whether the pages that posts link to are there, asked only when somebody wants to know."""
