"""The editors of the form, one file for each kind of input."""
