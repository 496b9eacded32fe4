"""Rules about posts that are like others."""
