"""Links in words: their short names, why one is down, and why a message was refused."""

from __future__ import annotations

from PySide6.QtCore import QObject


class LinkWords(QObject):
    """A code without a word here is shown as it is: better a code than nothing."""

    def name(self, kind: str) -> str:
        """The short name on a lamp."""
        return {
            "broker": self.tr("Broker"),
            "intake": self.tr("Intake"),
            "store": self.tr("Store"),
            "history": self.tr("History"),
            "spool": self.tr("Spool"),
            "video": self.tr("Video"),
            "audio": self.tr("Audio"),
            "voice": self.tr("Voice"),
            "guardian": self.tr("Guardian"),
            "gateway": self.tr("Gateway"),
            "cameras": self.tr("Cameras"),
            "points": self.tr("Points"),
            "screen": self.tr("Screen"),
            "kept": self.tr("Settings file"),
            "archive": self.tr("Archive"),
            "disk": self.tr("Disk"),
            "backup": self.tr("Backup"),
            "eye": self.tr("Screen record"),
            "clock": self.tr("Clock"),
            "position": self.tr("Console"),
            "consoles": self.tr("Consoles"),
            "accounts": self.tr("Accounts"),
        }.get(kind, kind)

    def reason(self, code: str) -> str:
        """Why a link is down, or why most of what a source sends is refused."""
        words = {
            **self._rejections(), **self._network(), **self._files(), **self._processes(), **self._sound(),
            **self._voice(),
        }  # fmt: skip
        return words.get(code, code)

    def _network(self) -> dict[str, str]:
        return {
            "refused": self.tr("connection refused"),
            "unreachable": self.tr("not reachable"),
            "name_unknown": self.tr("name not found"),
            "tls_failed": self.tr("TLS failed"),
            "no_answer": self.tr("no answer"),
            "no_heartbeat": self.tr("no heartbeat"),
            "wrong_password": self.tr("wrong password"),
            "not_authorized": self.tr("not authorised"),
            "not_accepted": self.tr("not accepted"),
            "subscription_refused": self.tr("subscription refused"),
            "session_taken_over": self.tr("another console uses this position"),
            "shutting_down": self.tr("broker is shutting down"),
            "connection_lost": self.tr("connection lost"),
            "protocol_error": self.tr("protocol error"),
            "behind": self.tr("more messages than can be read, they wait at the broker"),
            "configuration": self.tr("wrong configuration"),
        }

    def _files(self) -> dict[str, str]:
        return {
            "locked": self.tr("database locked"),
            "disk_full": self.tr("disk full"),
            "read_only": self.tr("folder is read-only"),
            "corrupt": self.tr("file damaged"),
            "damaged": self.tr("file damaged"),
            "away": self.tr("database server away"),
            "io": self.tr("read or write error"),
            "io_error": self.tr("read or write error"),
            "in_use": self.tr("used by another process"),
            "not_kept": self.tr("not sealed, or old parts not cleared"),
            "disk_low": self.tr("almost full"),
            "disk_filling": self.tr("will soon be full"),
            "backup_old": self.tr("the newest is too old"),
            "backup_none": self.tr("there is none"),
            "unsynchronised": self.tr("nobody synchronises it"),
            "database_apart": self.tr("differs from the database's"),
            "console_apart": self.tr("differs from another console's"),
            "error": self.tr("program error"),
        }

    def _processes(self) -> dict[str, str]:
        return {
            "died": self.tr("process died"),
            "silent": self.tr("process hung"),
            "cannot_start": self.tr("process cannot start"),
        }

    def _sound(self) -> dict[str, str]:
        return {
            "no_device": self.tr("no audio device"),
            "device_gone": self.tr("audio device gone"),
            "device_stalled": self.tr("audio device takes no sound"),
            "device_refused": self.tr("audio device cannot be opened"),
        }

    def _voice(self) -> dict[str, str]:
        """Why no talk group can be reached; some are network words too."""
        return {
            "lost": self.tr("connection lost"),
            "nonsense": self.tr("not a voice server"),
            "no_tls": self.tr("no encrypted connection"),
            "certificate": self.tr("certificate not trusted"),
            "name_in_use": self.tr("name in use"),
            "name_refused": self.tr("name refused"),
            "server_full": self.tr("server full"),
            "needs_certificate": self.tr("needs our certificate"),
            "not_admitted": self.tr("not admitted"),
            "kicked": self.tr("sent away"),
            "unknown_channel": self.tr("channel unknown"),
            "password_unreadable": self.tr("password unreadable"),
            "own_certificate": self.tr("own certificate unreadable"),
            "process": self.tr("the voice process ended"),
        }

    def rejection(self, code: str) -> str:
        """Why a message was refused."""
        return self._rejections().get(code, code)

    def _rejections(self) -> dict[str, str]:
        return {
            "unknown_topic": self.tr("nobody listens to this topic"),
            "no_rule": self.tr("no rule for it"),
            "no_signal": self.tr("nothing in it to watch"),
            "no_identity": self.tr("device not named"),
            "no_value": self.tr("value missing"),
            "no_birth": self.tr("device not introduced"),
            "no_key": self.tr("encrypted, no key"),
            "empty_payload": self.tr("empty"),
            "too_large": self.tr("too large"),
            "too_deep": self.tr("nested too deep"),
            "bad_charset": self.tr("wrong character set"),
            "bad_json": self.tr("broken JSON"),
            "bad_xml": self.tr("broken XML"),
            "bad_frame": self.tr("broken frame"),
            "bad_checksum": self.tr("wrong checksum"),
            "unknown_unit": self.tr("unknown unit"),
            "retained": self.tr("kept from another time"),
            "wrong_type": self.tr("wrong type"),
        }
