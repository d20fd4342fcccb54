"""Which role may do what, and what an account narrows of it. Pure."""

from __future__ import annotations

from console.model import Account, AlarmClass, Point, Right, Role

ROOM = frozenset({Right.SCREENS, Right.EXPORT})
ALARMS = frozenset(
    {
        Right.ACKNOWLEDGE,
        Right.VERIFY,
        Right.RESET,
        Right.SHELVE,
        Right.OUT_OF_SERVICE,
        Right.SECOND,
        Right.TEST,
        Right.SILENCE,
    }
)
RESPONSE = frozenset(
    {Right.DISPATCH, Right.CLOSE_INCIDENT, Right.TALK, Right.DRILL, Right.HANDOVER, Right.WALLS, Right.STEER}
)

RIGHTS: dict[Role, frozenset[Right]] = {
    Role.DISPATCHER: ROOM | ALARMS | RESPONSE,
    Role.WALL: frozenset(),  # pictures are nobody's privilege
    Role.SUPERVISOR: frozenset(Right),
    Role.ENGINEER: ROOM | {Right.SITE, Right.TEST, Right.OUT_OF_SERVICE, Right.TALK, Right.STEER},
    Role.ADMIN: ROOM | {Right.SITE, Right.PEOPLE},
}
MAY_STAND_IN = frozenset({Role.DISPATCHER})  # who may be made acting supervisor


def refusal(
    account: Account, is_acting: bool, right: Right, alarm_class: AlarmClass | None, point: Point | None
) -> str | None:
    """The code of why not, None: he may. `is_acting`: he stands in for the supervisor, within his own areas.

    A point the site does not know belongs to nobody's area: whoever holds the right may see to it.
    """
    held = RIGHTS[account.role] | (RIGHTS[Role.SUPERVISOR] if is_acting else frozenset())
    if right not in held:
        return "no_right"
    if alarm_class is not None and account.classes and alarm_class not in account.classes:
        return "not_your_class"
    if point is not None and account.areas and not {point.building, point.zone} & account.areas:
        return "not_your_area"
    return None
