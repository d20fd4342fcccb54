"""The talk bar: button, targets, who spoke, microphone. It turns white while our voice goes out."""

from __future__ import annotations

from widgets.talk.bar import TalkBar

__all__ = ["TalkBar"]
