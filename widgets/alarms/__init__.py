"""The alarm table in parts: which rows stand in which order, how each is drawn, and what is asked about an alarm."""
