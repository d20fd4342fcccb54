"""The only way out to the widgets: typed announcements, published on the desk thread and logged once, as one line.

The event log (`--log-file`) is made of these lines; system tests wait on them.
"""

from __future__ import annotations

from console.announce.alarms import (
    ActOverruled,
    AlarmAcknowledged,
    AlarmChanged,
    AlarmCleared,
    AlarmRaised,
    AlarmReset,
    AlarmUnknown,
)
from console.announce.announcement import Announcement
from console.announce.announcer import Announcer
from console.announce.links import ClockStepped, LinkBack, LinkLost, MessageRejected, MessageSetAside
from console.announce.pictures import (
    CameraOpened,
    CameraShown,
    CamerasRanked,
    EvidenceFailed,
    EvidenceOrdered,
    EvidenceSaved,
    PictureChanged,
    PictureLive,
    PictureStale,
    WallChanged,
)
from console.announce.replays import ClipClosed, ClipOpened, ClipRefused, ReviewChanged, SnapshotTaken
from console.announce.room import (
    ConsoleRestarted,
    CrashReported,
    NoticeDismissed,
    ScreenBack,
    ScreenLost,
    ScreenRole,
    ScreensChanged,
    SoundChanged,
    SoundSilenced,
    SoundTested,
    Started,
    Stopped,
    WindowLate,
    WindowParked,
    WindowPlaced,
)
from console.announce.series import SeriesReady
from console.announce.site import (
    SiteApplied,
    SiteChangeDiscarded,
    SiteChangePending,
    SiteReading,
    SiteRefused,
    SiteUnchanged,
)

__all__ = [
    "ActOverruled",
    "AlarmAcknowledged",
    "AlarmChanged",
    "AlarmCleared",
    "AlarmRaised",
    "AlarmReset",
    "AlarmUnknown",
    "Announcement",
    "Announcer",
    "CameraOpened",
    "CameraShown",
    "CamerasRanked",
    "ClipClosed",
    "ClipOpened",
    "ClipRefused",
    "ClockStepped",
    "ConsoleRestarted",
    "CrashReported",
    "EvidenceFailed",
    "EvidenceOrdered",
    "EvidenceSaved",
    "LinkBack",
    "LinkLost",
    "MessageRejected",
    "MessageSetAside",
    "NoticeDismissed",
    "PictureChanged",
    "PictureLive",
    "PictureStale",
    "ReviewChanged",
    "ScreenBack",
    "ScreenLost",
    "ScreenRole",
    "ScreensChanged",
    "SeriesReady",
    "SiteApplied",
    "SiteChangeDiscarded",
    "SiteChangePending",
    "SiteReading",
    "SiteRefused",
    "SiteUnchanged",
    "SnapshotTaken",
    "SoundChanged",
    "SoundSilenced",
    "SoundTested",
    "Started",
    "Stopped",
    "WallChanged",
    "WindowLate",
    "WindowParked",
    "WindowPlaced",
]
