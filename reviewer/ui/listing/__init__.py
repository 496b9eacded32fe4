"""Which posts the list shows and in what order, decided without Qt."""
