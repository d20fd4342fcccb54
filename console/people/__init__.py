"""The people of the command room: who may sit down, who sits here, what he may do."""

from console.people.acting import FACTS as ACTING_FACTS
from console.people.acting import Acting
from console.people.desk import People, Seating
from console.people.rights import MAY_STAND_IN, RIGHTS
from console.people.session import FACTS, How, Session, Why
from console.people.stand_ins import MOST_MINUTES

__all__ = [
    "ACTING_FACTS",
    "FACTS",
    "MAY_STAND_IN",
    "MOST_MINUTES",
    "RIGHTS",
    "Acting",
    "How",
    "People",
    "Seating",
    "Session",
    "Why",
]
