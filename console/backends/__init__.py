"""The window's side of each Port."""
