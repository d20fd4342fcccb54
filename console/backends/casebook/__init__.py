"""The casebook's way to the journal: a child that looks in it."""
