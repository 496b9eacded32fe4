"""What the user can do, as tables of named actions."""
