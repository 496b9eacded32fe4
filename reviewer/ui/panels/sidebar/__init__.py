"""The panel: the queues, folders and values that narrow the list."""
