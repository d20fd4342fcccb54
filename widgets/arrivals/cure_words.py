"""What to do about a message that was refused, in a sentence of the operator's language. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.parse.rejects import Reject


class CureWords(QObject):
    """Asked at paint time."""

    def cure(self, code: str) -> str:
        """ "" for a code that has none."""
        return {**self._of_rules(), **self._of_bytes()}.get(code, "")

    def _of_rules(self) -> dict[str, str]:
        return {
            Reject.UNKNOWN_TOPIC: self.tr("Give a source this topic in config.toml, or narrow what is published."),
            Reject.NO_RULE: self.tr("Add a signal for this kind to the source."),
            Reject.NO_SIGNAL: self.tr("Nothing to do: the room watches nothing of it."),
            Reject.NO_IDENTITY: self.tr("Put {device} into the topic pattern, or give a device expression."),
            Reject.NO_VALUE: self.tr("Correct the value expression, or narrow the topic to messages that have it."),
            Reject.NO_BIRTH: self.tr("A rebirth is asked for: the node then says what its aliases mean."),
            Reject.UNKNOWN_UNIT: self.tr("Add the unit to units.csv, or correct its name on the device."),
            Reject.RETAINED: self.tr("Publish status and position without the retain flag."),
            Reject.WRONG_TYPE: self.tr("Check the source's ecosystem: this message has another shape."),
        }

    def _of_bytes(self) -> dict[str, str]:
        return {
            Reject.EMPTY: self.tr(
                "Nothing to do where a retained message was deleted; empty_payload gives it a meaning."
            ),
            Reject.TOO_LARGE: self.tr("Keep pictures off this topic, or raise max_bytes."),
            Reject.TOO_DEEP: self.tr("Look at the device: nothing that measures nests so deep."),
            Reject.BAD_CHARSET: self.tr("Set the source's charset, often gb18030."),
            Reject.BAD_JSON: self.tr("Look at the device, or at the network that cut it."),
            Reject.BAD_XML: self.tr("Look at the program that publishes it."),
            Reject.BAD_FRAME: self.tr("Check that this topic brings raw frames of this protocol."),
            Reject.BAD_CHECKSUM: self.tr("Look at the line between panel and gateway."),
            "no_key": self.tr("Give the source the key its messages are encrypted with (aes_key)."),
        }
