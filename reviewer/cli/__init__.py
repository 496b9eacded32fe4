"""The abilities of the window as commands; nothing here loads Qt."""
