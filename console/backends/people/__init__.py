"""The accounts of the room in a file, and the doorkeeper that compares passwords with it."""

from console.backends.people.accounts import ACCOUNTS_FILE, Held, edited, is_name, read
from console.backends.people.doorkeeper import FileDoorkeeper
from console.backends.people.passwords import hashed

__all__ = ["ACCOUNTS_FILE", "FileDoorkeeper", "Held", "edited", "hashed", "is_name", "read"]
