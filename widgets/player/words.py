"""What clips are called and why one cannot be played, in the operator's language. An unknown code is shown as it is."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.evidence import Clip, ClipState
from console.reviewing import Phase, Review


class PlayerWords(QObject):
    """Looked up when painted, so a language switch needs no rebuilding."""

    def replay(self) -> str:
        return self.tr("REPLAY")

    def state(self, clip: Clip, now_ms: int) -> str:
        """What can be expected of a clip, in a few words."""
        match clip.state:
            case ClipState.RECORDING:
                return self.ready_in(clip, now_ms)
            case ClipState.PARTIAL:
                return self.tr("partly saved")
            case ClipState.FAILED:
                return self.tr("no clip: %1").replace("%1", self.clip_trouble(clip.code))
            case _:
                return self.tr("saved")

    def ready_in(self, clip: Clip, now_ms: int) -> str:
        left_s = max(0, -(-(clip.until_ms - now_ms) // 1000))
        if left_s == 0:
            return self.tr("being saved")
        return self.tr("recording, ready in %1 s").replace("%1", str(left_s))

    def clip_trouble(self, code: str) -> str:
        """Why there is no clip, or no snapshot."""
        return {
            "no_pictures": self.tr("the camera gave no pictures"),
            "disk_full": self.tr("the disk is full"),
            "unwritable": self.tr("the folder cannot be written"),
            "disk_slow": self.tr("the disk is too slow"),
            "unusable": self.tr("the pictures cannot be used"),
            "nothing_left": self.tr("the program ended before"),
            "bad_path": self.tr("a bad name"),
            "unknown_camera": self.tr("the site lost the camera"),
            "no_word": self.tr("nothing was heard of it"),
        }.get(code, code)

    def play_trouble(self, code: str) -> str:
        """Why a clip is not played, or no longer."""
        return {
            "no_player": self.tr("libvlc is not installed: clips cannot be played here"),
            "bad_path": self.tr("This is not a clip of this console"),
            "missing": self.tr("The file is gone"),
            "recording": self.tr("The clip is still being recorded"),
            "changed": self.tr("The file is not the one that was recorded: its SHA-256 is not the journal's"),
            "no_facts": self.tr("The facts beside the file are missing"),
            "unreadable": self.tr("The file cannot be read"),
            "unplayable": self.tr("Nothing in the file can be decoded"),
            "hung": self.tr("The player did not answer: open the clip again"),
            "stopped": self.tr("The clip stopped: open it again"),
            "no_answer": self.tr("The player did not answer: open the clip again"),
        }.get(code, code)

    def instead(self, review: Review, clips: tuple[Clip, ...], *, has_alarm: bool) -> str:
        """What stands where a picture would be; "" when there is a picture."""
        match review.phase:
            case Phase.OPENING:
                return self.tr("The file is being checked")
            case Phase.FAILED:
                return self.play_trouble(review.code)
            case Phase.OPEN:
                return ""
        if not has_alarm:
            return self.tr("Choose a fire alarm: its clips are listed here")
        return self.tr("Choose a clip and press Enter") if clips else self.tr("This alarm has no clips")
