"""What to do about a refused message, one sentence for each reason. Pure; `docs/connecting.md` says more."""

from __future__ import annotations

from console.parse.rejects import Reject

CURES: dict[str, str] = {
    Reject.UNKNOWN_TOPIC: "give a [[source]] this topic, or narrow what is recorded",
    Reject.NO_RULE: "add a [[source.signal]] for this kind",
    Reject.NO_SIGNAL: "nothing to do: it holds nothing the room watches",
    Reject.NO_IDENTITY: "put {device} into the topic pattern, or give a `device` expression",
    Reject.NO_VALUE: "correct the `value` expression, or narrow the topic to messages that have it",
    Reject.NO_BIRTH: "record from the start of the node: its birth names what the aliases mean",
    Reject.EMPTY: "nothing to do where a retained message was deleted; `empty_payload` gives it a meaning",
    Reject.TOO_LARGE: "keep pictures off this topic, or raise `max_bytes`",
    Reject.TOO_DEEP: "look at the device: nothing that measures nests so deep; `max_depth` allows it",
    Reject.BAD_CHARSET: 'set `charset`, often "gb18030"',
    Reject.BAD_JSON: "look at the device or the network that cut it; for a plain text set `value` to the empty string",
    Reject.BAD_XML: "look at the program that publishes it",
    Reject.BAD_FRAME: "check that this topic brings raw frames of this protocol",
    Reject.BAD_CHECKSUM: "look at the line between panel and gateway",
    Reject.UNKNOWN_UNIT: "add the unit to units.csv, or correct its name on the device",
    Reject.RETAINED: "publish status and position without the retain flag",
    "no_key": "set `aes_key` in [source.options], as the platform shows it",
    Reject.WRONG_TYPE: "check `ecosystem`: the message has another shape",
}
