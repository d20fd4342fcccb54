"""Why a camera gives no picture, in words: one for every reason the video process has."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.ports import Detail


class PictureWords(QObject):
    """Looked up at paint time; what a reason names stays as it was said (a host, an answer, a codec)."""

    def detail(self, code: Detail, about: str = "") -> str:
        """ "" when the state alone says everything."""
        word = self._requests().get(code) or self._streams().get(code, "")
        if "%1" in word:
            return word.replace("%1", about)
        return f"{word}: {about}" if word and about else word or about

    def _requests(self) -> dict[Detail, str]:
        return {
            Detail.SESSION_CAP: self.tr("all sessions in use"),
            Detail.BAD_ADDRESS: self.tr("bad address"),
            Detail.NOT_RTSP: self.tr("no RTSP address"),
            Detail.REFUSES_CONNECTIONS: self.tr("refuses connections"),
            Detail.NO_CONNECTION: self.tr("nobody answers"),
            Detail.NETWORK: self.tr("network"),
            Detail.NO_ANSWER: self.tr("no answer"),
            Detail.MALFORMED: self.tr("answer not understood"),
            Detail.REDIRECTED: self.tr("sent elsewhere again and again"),
            Detail.UNTRUSTED: self.tr("certificate not trusted"),
            Detail.NOT_ENCRYPTED: self.tr("no encrypted connection"),
            Detail.DELAYED: self.tr("delayed by some seconds"),
            Detail.NO_PLAYER: self.tr("libvlc is missing"),
            Detail.UNVERIFIED: self.tr("certificate not looked at"),
            Detail.PASSWORD_UNREADABLE: self.tr("password cannot be read"),
            Detail.INTERNAL: self.tr("program error, see the log"),
        }

    def _streams(self) -> dict[Detail, str]:
        return {
            Detail.NO_SESSION: self.tr("no session opened"),
            Detail.SESSION_FORGOTTEN: self.tr("session forgotten"),
            Detail.CLOSED: self.tr("closed by the camera"),
            Detail.CONNECTION_LOST: self.tr("connection lost"),
            Detail.NO_VIDEO: self.tr("offers no video"),
            Detail.CODEC: self.tr("codec"),
            Detail.MULTICAST: self.tr("multicast only"),
            Detail.UNDECODABLE: self.tr("cannot be decoded"),
            Detail.NOTHING_SENT: self.tr("nothing comes"),
            Detail.NOTHING_RECEIVED: self.tr("nothing received for %1 s"),
            Detail.PACKETS_LOST: self.tr("%1 % of packets lost"),
            Detail.NO_KEY_FRAME: self.tr("no key frame for %1 s"),
        }
