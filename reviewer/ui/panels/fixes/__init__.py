"""What can be done about a problem where the keyboard is: a small menu."""
