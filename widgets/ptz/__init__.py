"""Turning cameras by keys and mouse, and what a tile says of it."""
