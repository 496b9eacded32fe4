"""Rules about what machines and templates left in the text."""
