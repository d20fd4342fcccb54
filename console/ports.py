"""The seams to the outside: Feed, Store, History, Video; `audible` has the others. Real ones: `backends/<kind>`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from console.journal import Conflict, Entry, Recorded
from console.model import AlarmId, CameraId, Domain, Message, PointId, Quality, Site

if TYPE_CHECKING:
    from console.attendance import Beat
    from console.histories import HistoryRequest, Measured
    from console.looks import Survey
    from console.outgoing import Outgoing
    from console.replays import ReplayOrder
    from console.rewinds import RewindOrder


class Feed(Protocol):
    """Messages from the outside. Calls `parse` on its own thread, after the message is safe in the receipt spool."""

    def start(self) -> None:
        """Begin to connect; returns at once. Unhandled receipts of earlier runs are fed first."""

    def stop(self) -> None:
        """Disconnect and commit what is pending; waits at most two seconds."""

    def handled(self, receipts: Sequence[int]) -> None:
        """These receipts have done their work (journal committed, or nothing to do). Thread-safe."""

    def set_aside(self, receipt: int, error: str) -> None:
        """This receipt made the core raise: keep it with the error, never feed it again. Thread-safe."""

    def publish(self, message: Outgoing) -> None:
        """Deliver it as soon as the broker is there, at least once; posts `outgoing.Published`. Thread-safe."""

    def retract(self, message: str) -> None:
        """The message of this id need not be delivered any more. Thread-safe."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """Posted by a Feed: a message made the program raise; it is kept with its error and never fed again."""

    receipt: int
    error: str


Parse = Callable[[Message], None]  # what a Feed calls with each message, on the feed's thread


class Store(Protocol):
    """The journal's home. Reads are for start-up and for `work` children; appends never block the caller."""

    @property
    def writer(self) -> str:
        """This run's name in the journal: position + "/" + boot id."""

    def previous_head(self) -> tuple[str, int, str] | None:
        """Writer, sequence and hash of this position's last entry before this run. After `open`."""

    def open(self) -> None:
        """Open, migrate and check the database; raises StoreError. Called before any thread runs."""

    def open_streams(self, domain: Domain) -> Iterable[Recorded]:
        """Every entry of every stream still open, in (stream, version) order. Before `start` only."""

    def episodes(self, domain: Domain) -> Mapping[PointId, int]:
        """Number of the last episode of each point, turn of each `unit/<id>`, incident. Before `start` only."""

    def since(self, domain: Domain, t_ms: int, kinds: Collection[str]) -> Iterable[Recorded]:
        """The entries of these kinds that were written since that time, in order of commit. Before `start` only."""

    def start(self) -> None:
        """Start the store thread."""

    def append(self, entries: Sequence[Entry], receipts: Sequence[int] = ()) -> None:
        """Commit these, in order, in one transaction; the receipts are marked handled after the commit.

        Posts `Saved`, `Conflict`, `LinkDown("store", …)` or `LinkUp` to the inbox. Nothing is dropped while the
        database is away: entries wait, safe from a kill, and are committed in order when it is back. Once started it
        posts `Followed` for what other consoles commit.
        """

    def overtaken(self) -> Iterable[Conflict]:
        """What an earlier run of this position decided while the database was away, and others first. After `open`."""

    def beat(self, beat: Beat) -> None:
        """Say that this console lives; posts `Attendance`, nothing while the database is away. Never blocks."""

    def ask(self, domain: Domain, stream: str) -> None:
        """Read one stream; posts `Told` once, when the database is there. Never blocks."""

    def stop(self) -> bool:
        """Commit what waits and close; False when entries could not be committed within five seconds."""


class History(Protocol):
    """What every point measured, for years. Posts `LinkDown`/`LinkUp("history", …)`; it never holds anybody up."""

    def start(self) -> None:
        """Take up what an earlier run left unfinished and start; returns at once, raises nothing."""

    def take(self, measured: Sequence[Measured]) -> None:
        """Keep these. Feed's thread; never blocks. Nothing that reached the sample log is lost by a kill."""

    def ask(self, request: HistoryRequest) -> None:
        """Read a series; posts `SeriesRead` or `HistoryTrouble` once. Never blocks."""

    def stop(self) -> None:
        """Write what waits and close; waits at most about two seconds."""


class CameraState(StrEnum):
    """What stands between the operator and a camera's picture; each looks different on the tile."""

    QUEUED = "queued"
    CONNECTING = "connecting"
    WAITING_KEY = "waiting_key"  # connected, no key frame yet
    LIVE = "live"
    STALE = "stale"  # connected, but no new frame for longer than the stale rule allows
    NO_SIGNAL = "no_signal"  # no answer, or the connection was lost
    WRONG_PASSWORD = "wrong_password"
    NOT_FOUND = "not_found"
    REFUSED = "refused"
    UNSUPPORTED = "unsupported"  # a codec or transport we do not decode


class Detail(StrEnum):
    """Why a camera's state is what it is; `about` beside it names the thing. The windows put words to both."""

    NONE = ""
    SESSION_CAP = "session_cap"  # about: the host, whose sessions are all taken by cameras that matter more
    BAD_ADDRESS = "bad_address"  # the address is no URL, too long, or there is none
    NOT_RTSP = "not_rtsp"  # about: the scheme of the address
    REFUSES_CONNECTIONS = "refuses_connections"  # about: host:port
    NO_CONNECTION = "no_connection"  # about: host:port; nobody answers there
    NETWORK = "network"  # about: host:port: what the system says
    NO_ANSWER = "no_answer"  # about: the request the camera left unanswered
    MALFORMED = "malformed"  # about: what in the camera's answer is no RTSP
    STATUS = "status"  # about: the camera's answer, "453 Not Enough Bandwidth"
    REDIRECTED = "redirected"  # sent elsewhere again and again
    NO_SESSION = "no_session"  # the camera opened none
    SESSION_FORGOTTEN = "session_forgotten"
    CLOSED = "closed"  # by the camera
    CONNECTION_LOST = "connection_lost"
    NO_VIDEO = "no_video"  # the camera offers none
    CODEC = "codec"  # about: the codecs it offers
    MULTICAST = "multicast"  # it sends to a group only, about: its address
    UNDECODABLE = "undecodable"  # no picture can be made of what it sends
    NOTHING_SENT = "nothing_sent"  # connected, and nothing comes
    NOTHING_RECEIVED = "nothing_received"  # about: for so many seconds
    NO_KEY_FRAME = "no_key_frame"  # about: for so many seconds
    PACKETS_LOST = "packets_lost"  # about: so many percent on the way, and with them the pictures
    UNTRUSTED = "untrusted"  # about: what is wrong with its certificate
    NOT_ENCRYPTED = "not_encrypted"  # about: why no encrypted connection came about
    DELAYED = "delayed"  # live, as live as libvlc gives it: its pictures are seconds old
    NO_PLAYER = "no_player"  # this machine has no libvlc, which alone plays such an address
    UNVERIFIED = "unverified"  # live and encrypted, its certificate is not looked at: the site wants it so
    PASSWORD_UNREADABLE = "password_unreadable"  # the reference to the password leads nowhere
    INTERNAL = "internal"  # an error of ours, in the log


@dataclass(frozen=True, slots=True)
class CameraChanged:
    """Posted by a Video backend when a camera's state changes, or the reason for it (`Detail` and what it names)."""

    camera: CameraId
    state: CameraState
    at_ms: int
    detail: Detail = Detail.NONE
    retry_in_s: float = 0.0
    about: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """The newest decoded picture of a slot. `pixels` is BGRA, `stride` bytes a row; valid until the next `frame()`.

    With `chroma` (see `Video.render`) it is grey rows, then the blue and the red difference, half as wide and high with
    `chroma` bytes a row; after BT.709 or BT.601, in the full range of a byte or in 16…235.

    `arrived_ns` is monotonic time at which the last packet of the frame arrived; `sequence` grows by one per frame
    of the slot; `from_memory` is true for a picture decoded from the stored GOP rather than received live;
    `is_late`: the decoder is behind and leaves pictures out until the next key frame; `is_replay`: out of a rewind,
    it shows what was.
    """

    camera: CameraId
    quality: Quality
    sequence: int
    arrived_ns: int
    width: int
    height: int
    stride: int
    pixels: memoryview
    from_memory: bool
    is_late: bool = False
    is_replay: bool = False
    chroma: int = 0
    is_709: bool = False
    is_full_range: bool = False
    is_delayed: bool = False  # played by libvlc: it shows what was half a second to many seconds ago


@dataclass(frozen=True, slots=True)
class Painted:
    """A window reports that the first frame of an alarm's camera has been painted."""

    alarm: AlarmId
    camera: CameraId
    window: str
    tile: str
    painted_ms: int
    source: str  # memory | live
    frame_age_ms: int


@dataclass(frozen=True, slots=True)
class ClipOrder:
    """Keep these pictures of a camera. `path` is relative to the data folder; times are epoch ms.

    `is_settling`: record nothing new, finish what an earlier run of the program left under this path.
    """

    alarm: AlarmId
    camera: CameraId
    number: int
    path: str
    from_ms: int
    until_ms: int
    is_settling: bool = False


@dataclass(frozen=True, slots=True)
class ClipSaved:
    """Posted by a Video backend: the clip is on disk. `is_partial`: less than what was ordered."""

    camera: CameraId
    path: str
    sha256: str
    size: int  # bytes
    start_ms: int
    end_ms: int
    frames: int
    gaps: int
    is_partial: bool


class ClipTrouble(StrEnum):
    """Why there is no clip, or not all of it."""

    NO_PICTURES = "no_pictures"  # the camera gave none while the clip ran
    DISK_FULL = "disk_full"
    UNWRITABLE = "unwritable"  # the folder cannot be written: rights, read-only, gone
    DISK_SLOW = "disk_slow"  # the disk does not keep up
    UNUSABLE = "unusable"  # pictures came, and no clip can be made of them
    NOTHING_LEFT = "nothing_left"  # an earlier run ordered it and left nothing to finish
    BAD_PATH = "bad_path"
    UNKNOWN_CAMERA = "unknown_camera"
    NO_WORD = "no_word"  # the video process said nothing of it


@dataclass(frozen=True, slots=True)
class ClipFailed:
    """Posted by a Video backend: this clip does not exist."""

    camera: CameraId
    path: str
    code: ClipTrouble
    detail: str = ""  # what the system says, for the log


@dataclass(frozen=True, slots=True)
class VideoLoad:
    """What the pictures took of the machine since the process that makes them was started."""

    cpu_s: float  # user and system time of the process
    decoded: int  # pictures
    late: int  # pictures left out because a decoder was behind
    cameras: int


class Video(Protocol):
    """Pictures. A slot is one place on a screen; the backend decodes what its slot shows and nothing else."""

    def start(self) -> None: ...

    def stop(self) -> None: ...

    def show(
        self, slot: int, camera: CameraId | None, quality: Quality, width: int, height: int, rewind: int = 0
    ) -> None:  # fmt: skip
        """From now on this slot shows that camera scaled into width × height device pixels; None frees the slot.

        The slot keeps its old frame until the first frame of the new camera is there. `rewind`: out of what is looked
        back at under this number, 0 = live.
        """

    def take_site(self, site: Site) -> None:
        """From now on these are the cameras; those that are reached as before keep their streams. Never blocks."""

    def record(self, order: ClipOrder) -> None:
        """Keep these pictures; posts `ClipSaved` or `ClipFailed` once for each path. Never blocks."""

    def replay(self, order: ReplayOrder) -> None:
        """Play a recorded clip, one at a time, in the slot it is given; posts `replays.ReplayWord`s. Never blocks."""

    def rewind(self, order: RewindOrder) -> None:
        """Look back at what memory has of cameras; posts `rewinds.RewindWord`s. Never blocks."""

    def render(self, *, planes: bool) -> None:
        """From now on pictures come as planes, as large as they were sent: a graphics card scales and mixes them."""

    def load(self) -> VideoLoad | None:
        """What it costs; None while there is nobody to ask. Never blocks."""

    def pace(self, every: Mapping[int, int], is_sparing: bool) -> None:
        """From now on these slots take every n-th picture, 0 none, all others take them all.

        `is_sparing`: the views of cameras that nobody sees are not looked at. Never blocks.
        """

    def survey(self, order: Survey) -> None:
        """Measure streams and look at views; posts `looks.StreamMeasured` and `truth.Glimpse`s. Never blocks."""

    def frame(self, slot: int) -> Frame | None:
        """The newest frame of the slot if it is newer than the last one asked for, else None. Never blocks."""
