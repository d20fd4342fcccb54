"""Draws places and their pictures: the base of what the simulated cameras see."""
