"""Changing many posts at once: what to do, what it would change, and doing it."""
