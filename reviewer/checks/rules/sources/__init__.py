"""Rules about links and where a post's facts come from."""
