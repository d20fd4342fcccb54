"""The Keeper of `safekeeping.py`: a thread that looks at disk and clock, and children that do what takes time."""
