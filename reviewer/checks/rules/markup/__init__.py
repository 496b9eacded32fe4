"""Rules about how the body is marked up."""
