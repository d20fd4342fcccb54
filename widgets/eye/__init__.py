"""What stands on the screens, told once a second to the record; and the page on which the record is asked."""
