"""The casebook: closed incidents of any day, looked for in the journal by a child, and what one of them was."""

from console.casebook.desk import Casebook, CasesFailed, CasesFound, Order, StoryTold
from console.casebook.quest import Quest

__all__ = ["Casebook", "CasesFailed", "CasesFound", "Order", "Quest", "StoryTold"]
