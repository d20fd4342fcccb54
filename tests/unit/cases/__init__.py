"""Messages of the field with the readings they must give."""
