"""The voice process seen from the window, and a voice server of our own for a room that has none."""
