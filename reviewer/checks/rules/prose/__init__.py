"""Rules about spelling, words and sentences."""
