"""What each message of the control channel means for the session it came to. The session's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.mumble.dial import Ended
from console.mumble.events import Standing
from console.mumble.messages import (
    ChannelRemove,
    ChannelState,
    CryptSetup,
    Message,
    PermissionDenied,
    Reject,
    RejectKind,
    ServerSync,
    UserRemove,
    UserState,
)
from console.mumble.roster import plain
from console.mumble.wire import BadMessage
from console.talk_words import TalkDetail

if TYPE_CHECKING:
    from console.mumble.session import Session

REFUSALS = {
    RejectKind.INVALID_USERNAME: TalkDetail.NAME_REFUSED,
    RejectKind.WRONG_USER_PASSWORD: TalkDetail.WRONG_PASSWORD,
    RejectKind.WRONG_SERVER_PASSWORD: TalkDetail.WRONG_PASSWORD,
    RejectKind.USERNAME_IN_USE: TalkDetail.NAME_IN_USE,
    RejectKind.SERVER_FULL: TalkDetail.SERVER_FULL,
    RejectKind.NO_CERTIFICATE: TalkDetail.NEEDS_CERTIFICATE,
}


def understood(session: Session, message: Message) -> None:
    """Raises Ended when the server lets us go, BadMessage and ValueError when it talks nonsense."""
    roster = session.roster
    match message:
        case ChannelState():
            roster.channel_changed(message)
        case ChannelRemove():
            roster.channel_gone(message)
        case UserState():
            roster.user_changed(message)
            if message.session == session.number and message.channel is not None:
                session.denied = TalkDetail.NONE
        case UserRemove():
            roster.user_gone(message)
            if session.number and message.session == session.number:
                raise Ended(TalkDetail.KICKED, plain(message.reason or ""), Standing.REFUSED)
        case ServerSync():
            if not message.session:
                raise BadMessage("no session")
            session.number = message.session
        case CryptSetup():
            session.way.take(message)
        case PermissionDenied():
            session.denied = TalkDetail.MAY_NOT_ENTER
        case Reject():
            reason = REFUSALS.get(RejectKind(message.kind)) if message.kind in set(RejectKind) else None
            raise Ended(reason or TalkDetail.NOT_ADMITTED, plain(message.reason or ""), Standing.REFUSED)
        case _:
            pass
