"""Front matter as text: to mend what cannot be read, or to write it by hand."""
