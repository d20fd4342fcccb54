"""The page of closed incidents: what is looked for, what was found, and what happened in one of them."""
