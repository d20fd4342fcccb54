"""Why a device did not do or say what it was asked. Values only."""

from __future__ import annotations

from enum import StrEnum


class Cause(StrEnum):
    BAD_ADDRESS = "bad_address"
    UNREACHABLE = "unreachable"  # about: host:port
    NO_ANSWER = "no_answer"  # about: the request that was left unanswered
    WRONG_PASSWORD = "wrong_password"
    REFUSED = "refused"  # about: what the device says
    NO_PROFILE = "no_profile"  # about: the profile that it does not have, "" when it has none
    NO_PRESET = "no_preset"  # about: the name
    UNABLE = "unable"  # it lacks the service
    MALFORMED = "malformed"  # about: what is wrong with its answer


ABOUT = 200  # characters of what a device says


class OnvifTrouble(Exception):
    """One request that came to nothing; never holds credentials."""

    def __init__(self, cause: Cause, about: str = "") -> None:
        self.cause = cause
        self.about = "".join(c if c.isprintable() else " " for c in about)[:ABOUT]
        super().__init__(f"{cause}: {self.about}" if about else str(cause))
