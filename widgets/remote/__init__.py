"""Pictures sent from one position to another one's wall: the menu, the words, who did it."""
