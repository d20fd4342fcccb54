"""Trends on the desk: the panel of the left column, the page below the pictures and the line in an alarm's details."""
