"""The heads of the cameras that turn: who holds one, what it is told, what becomes of it."""

from console.ptz.desk import HOLD_MS, Heads, Room
from console.ptz.errands import Duties, Errands, Waiting
from console.ptz.grip import Grip, Gripped, Surroundings
from console.ptz.hold import FACTS, Act, Hold, Level, Why
from console.ptz.orders import Orders
from console.ptz.port import (
    DEAD_MAN_MS,
    REPEAT_MS,
    Aim,
    Ptz,
    PtzDone,
    PtzFailed,
    PtzKnown,
    PtzTrouble,
    PtzWord,
    Skill,
    Velocity,
)
from console.ptz.record import Record
from console.ptz.turning import Turning

__all__ = [
    "DEAD_MAN_MS",
    "FACTS",
    "HOLD_MS",
    "REPEAT_MS",
    "Act",
    "Aim",
    "Duties",
    "Errands",
    "Grip",
    "Gripped",
    "Heads",
    "Hold",
    "Level",
    "Orders",
    "Ptz",
    "PtzDone",
    "PtzFailed",
    "PtzKnown",
    "PtzTrouble",
    "PtzWord",
    "Record",
    "Room",
    "Skill",
    "Surroundings",
    "Turning",
    "Velocity",
    "Waiting",
    "Why",
]
