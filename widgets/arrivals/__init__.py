"""The page of what arrives: sources, their last messages, what was made of each and why not. GUI thread."""
