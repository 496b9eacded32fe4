"""Content types from the configurations of other tools; they are only ever read."""
