"""Why a message is refused: the codes that are counted, shown and translated. A refusal is a value at the edge."""

from __future__ import annotations

from enum import StrEnum

from console.errors import WatchroomError

LONGEST_DETAIL = 300  # characters: it may quote what a stranger wrote


class Reject(StrEnum):
    UNKNOWN_TOPIC = "unknown_topic"  # no source listens to this topic
    NO_RULE = "no_rule"  # a source listens, but nothing says what this means
    NO_SIGNAL = "no_signal"  # understood, and nothing in it that the room watches
    NO_IDENTITY = "no_identity"  # nothing says which device this is
    NO_VALUE = "no_value"  # the rule's value is not in the message
    NO_BIRTH = "no_birth"  # an alias of which the birth was never seen: a rebirth must be asked for
    NO_KEY = "no_key"  # encrypted, and the key is not given or not the right one
    EMPTY = "empty_payload"
    TOO_LARGE = "too_large"
    TOO_DEEP = "too_deep"
    BAD_CHARSET = "bad_charset"
    BAD_JSON = "bad_json"
    BAD_XML = "bad_xml"
    BAD_FRAME = "bad_frame"
    BAD_CHECKSUM = "bad_checksum"
    UNKNOWN_UNIT = "unknown_unit"  # the site has no unit of that name
    RETAINED = "retained"  # what a unit said once is not what it says
    WRONG_TYPE = "wrong_type"  # well-formed, but not the shape this ecosystem has


class MessageRefused(WatchroomError):
    """Leaves a decoder and becomes a `Rejected` in `Decoder.decode`; it never leaves `parse`."""

    def __init__(self, reason: Reject, detail: str = "") -> None:
        self.reason = reason
        self.detail = detail[:LONGEST_DETAIL]
        super().__init__(f"{reason}: {self.detail}" if detail else str(reason))
