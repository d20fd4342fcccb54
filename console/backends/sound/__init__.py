"""Sound backends: the window's side of the voice process, and silence where none is wanted."""
