"""The kinds of field, one module each."""
