"""What a person may be allowed to do: one right per kind of act, asked for before the act happens."""

from __future__ import annotations

from enum import StrEnum


class Right(StrEnum):
    """Kinds of acts; `console.people` says which role holds which, for which classes and areas."""

    # alarms
    ACKNOWLEDGE = "acknowledge"
    VERIFY = "verify"
    SILENCE = "silence"  # the sound of this position
    RESET = "reset"
    UNDETERMINED = "undetermined"  # verify or reset with the outcome "undetermined"
    SHELVE = "shelve"  # and unshelve
    SHELVE_LONG = "shelve_long"  # supervisory and trouble, up to 8 h
    OUT_OF_SERVICE = "out_of_service"  # and put back
    SECOND = "second"  # the second person a life-fire detector out of service asks for
    TEST = "test"  # put detectors on test, end it, prove alarm paths
    # response
    DISPATCH = "dispatch"  # incidents, units, orders
    CLOSE_INCIDENT = "close_incident"
    TALK = "talk"
    DRILL = "drill"  # start, steer and end a drill
    HANDOVER = "handover"
    STEER = "steer"  # turn cameras
    # the room
    SCREENS = "screens"  # which screen has which role
    WALLS = "walls"  # put pictures on another position's wall
    EXPORT = "export"  # anything that leaves the room as a file
    SITE = "site"  # apply a changed site folder
    PEOPLE = "people"  # accounts, and making somebody acting supervisor
