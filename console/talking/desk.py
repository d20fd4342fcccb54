"""The desk of push-to-talk: who can be spoken to, who is chosen, who speaks, what was said. Desk thread.

A press goes to exactly the targets that are chosen *and* on the screen; when that set changes the press is over. What
is on the air is what the transport says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from console import announce
from console.announce import Announcement
from console.audible import Talk
from console.clock import Clock
from console.journal import Entry, Recorded
from console.logbook import Logbook
from console.model import LIVE, Domain, Group, GroupId, GroupKind, IncidentId, Seat, Site
from console.model.ids import domain_of
from console.talk_words import (
    TALK_WORDS,
    Burst,
    Direction,
    GroupState,
    MicLevel,
    MicrophoneBack,
    MicrophoneLost,
    Microphones,
    PressEnded,
    SaidAgain,
    SayTrouble,
    Speaking,
    TalkGroup,
    TalkState,
    TalkTone,
    TalkWord,
)
from console.talking.bursts import KeptBurst
from console.talking.button import Button, button_of
from console.talking.key import MACHINE, TalkKey
from console.talking.press import LIMIT_S, Ending, Matter, Press, Refusal
from console.talking.record import Record
from console.talking.targets import Target, target_of, teams, teams_of

SILENT = -120.0


class Talking:
    """Without a Talk to order from, or without groups, the window has no talk bar.

    `matter` says what is spoken about when somebody speaks: the alarm that is shown, and its incident.
    """

    def __init__(
        self, clock: Clock, seat: Seat, groups: Sequence[Group], logbook: Logbook,
        append: Callable[[Sequence[Entry]], None], announce_it: Callable[[Announcement], None],
        matter: Callable[[], Matter] = Matter, domain: Domain = LIVE,
    ) -> None:  # fmt: skip
        self._clock = clock
        self._groups = tuple(groups)
        self._log = logbook
        self._seat = seat
        self._announce = announce_it
        self._shown_matter = matter
        self._domain = domain
        self._talk: Talk | None = None
        self._key = TalkKey(clock, logbook, seat, announce_it, self._matter, domain)
        self._record = Record(clock, seat.position, logbook, append, domain)
        self._told: dict[GroupId, GroupState] = {}
        self._chosen = {group.id for group in groups if group.chosen and group.kind is GroupKind.TEAM}
        self._shown: frozenset[GroupId] = frozenset()
        self._speaking: dict[tuple[GroupId, str], int] = {}
        self.level = MicLevel(SILENT, gate_open=False)
        self.microphones = Microphones((), "")
        self.lost: MicrophoneLost | None = None  # nobody can be heard speaking here
        self.playing = ""  # path of the burst that plays
        self.say_trouble = SayTrouble.NONE

    def connect(self, talk: Talk, limit_s: int = LIMIT_S) -> None:
        """From now on these are the ears and the mouth; a press lasts no longer than that."""
        self._talk = talk
        self._key.connect(talk, limit_s)
        talk.take_groups(teams(self._groups))

    @property
    def limit_s(self) -> int:
        """How long a press lasts at most."""
        return self._key.limit_ms // 1000

    def take_site(self, site: Site) -> None:
        """Groups may have come and gone; a press ends when one of its targets did, or is another channel now."""
        if (press := self._key.now) is not None and _ears(press, self._groups) != _ears(press, site.groups):
            self._key.end(Ending.TARGETS)
        self._groups = site.groups
        self._chosen &= {group.id for group in self._groups}
        if self._talk is not None:
            self._talk.take_groups(teams(self._groups))
        self._set_changed()

    def load(self, recorded: Iterable[Recorded]) -> None:
        """Rebuild the bursts of every incident whose record is open."""
        self._record.load(recorded)

    def learn(self, record: Recorded) -> bool:
        """What another position said or heard is in the list here, too; never has to wait."""
        if self._record.learn(record.entry):
            self._changed()
        return True

    def settle(self, is_open: Callable[[IncidentId], bool]) -> None:
        """After a start: the records of incidents that are over are closed."""
        self._record.settle(is_open)

    def closed(self, incident: IncidentId) -> None:
        """The incident is over: nothing is added to its record any more."""
        self._record.file(incident)

    # ---- reading -------------------------------------------------------------------------------------------------

    @property
    def is_on(self) -> bool:
        """Whether this position can talk at all: it has groups and a voice server."""
        return self._talk is not None and any(group.kind is GroupKind.TEAM for group in self._groups)

    @property
    def everybody(self) -> tuple[Group, ...]:
        """The groups that stand for several teams."""
        return tuple(group for group in self._groups if group.kind is GroupKind.ALL)

    def targets(self) -> tuple[Target, ...]:
        """The teams with what the transport says of them, in the order of the site."""
        return tuple(
            target_of(group, self._told.get(group.id), is_chosen=group.id in self._chosen)
            for group in self._groups
            if group.kind is GroupKind.TEAM
        )

    @property
    def button(self) -> Button:
        """What the talk button says now."""
        return button_of(self.targets(), self._key.now, self._key.elapsed_ms, self._key.limit_ms)

    @property
    def press_now(self) -> Press | None:
        """The press that is not over yet, whether or not the hand is still down."""
        return self._key.now

    @property
    def refusal(self) -> Refusal | None:
        """Why the last press did nothing, for a few seconds."""
        return self._key.refusal

    def speaking(self) -> tuple[tuple[GroupId, str, int], ...]:
        """Who speaks now: group, name, since when (epoch ms)."""
        return tuple((group, who, since) for (group, who), since in self._speaking.items())

    def bursts(self, incident: IncidentId | None = None) -> tuple[KeptBurst, ...]:
        """What was said, newest first; only about this incident when one is named."""
        return self._record.bursts(incident)

    # ---- targets -------------------------------------------------------------------------------------------------

    def choose(self, group: GroupId, on: bool) -> None:
        """The group is a target, or no longer; of a group of kind `all` every team below it. A press ends with it."""
        named = next((one for one in self._groups if one.id == group), None)
        if named is None:
            return
        meant = self.teams(named)
        chosen = self._chosen | set(meant) if on else self._chosen - set(meant)
        if chosen != self._chosen:
            self._chosen = chosen
            self._set_changed()

    def teams(self, group: Group) -> tuple[GroupId, ...]:
        """The teams a group stands for: itself, or all that it calls."""
        return teams_of(group, self._groups) if group.kind is GroupKind.ALL else (group.id,)

    def is_chosen(self, group: Group) -> bool:
        """Whether the group is a target; one that stands for several when all of them are."""
        called = self.teams(group)
        return bool(called) and set(called) <= self._chosen

    def show(self, groups: Iterable[GroupId]) -> None:
        """The operator sees these groups, and no others. A press to somebody who is not seen any more ends."""
        self._shown = frozenset(groups)
        if (press := self._key.now) is not None and not set(press.groups) <= self._shown:
            self._key.end(Ending.TARGETS)

    def _set_changed(self) -> None:
        if (press := self._key.now) is not None and set(press.groups) != self._chosen:
            self._key.end(Ending.TARGETS)
        self._changed()

    # ---- the key -------------------------------------------------------------------------------------------------

    def press(self) -> bool:
        """The key went down; whether anybody can hear it."""
        chosen = [target for target in self.targets() if target.is_chosen]
        return self._key.press(chosen, self._shown, has_microphone=self.lost is None)

    def held(self) -> None:
        """The key or the mouse is really still down; to be said every 100 ms."""
        self._key.held()

    def latch(self) -> None:
        """The press goes on without a hand until it is released, at most to the limit."""
        self._key.latch()

    def release(self) -> None:
        """The hand let go, or ended a latched press."""
        self._key.end(Ending.RELEASED)

    def lose_hand(self) -> None:
        """Nobody can tell any more whether the hand is down: the press is over, and that is heard."""
        self._key.end(Ending.AWAY)

    def choose_microphone(self, name: str) -> None:
        """Speak into this one from now on; "" the system's own."""
        if self._talk is not None:
            self._talk.choose_microphone(name)
            self._log.write("MicrophoneChosen", self._seat.by, {"name": name})

    # ---- what the transport says ---------------------------------------------------------------------------------

    def takers(self) -> dict[type, Callable[[Any], None]]:
        """Who takes what comes in."""
        return dict.fromkeys(TALK_WORDS, self.heard)

    def heard(self, word: TalkWord) -> None:
        """Whatever the voice process says."""
        match word:
            case MicLevel():
                self.level = word
                self._announce(announce.MicrophoneMoved(domain=self._domain))
                return
            case GroupState():
                self._group(word)
            case Speaking():
                self._speaks(word)
            case PressEnded():
                self._key.ended(word)
            case Burst():
                self._burst(word)
            case MicrophoneLost():
                self.lost = word
            case MicrophoneBack():
                self.lost = None
            case Microphones():
                self.microphones = word
            case SaidAgain():
                self._said_again(word)
        self._changed()

    def _group(self, told: GroupState) -> None:
        self._told[told.group] = told
        if told.state in {TalkState.NOT_CONNECTED, TalkState.REFUSED}:
            self._speaking = {key: since for key, since in self._speaking.items() if key[0] != told.group}
        self._key.state(told.group, told.state)

    def _speaks(self, told: Speaking) -> None:
        self._speaking.pop((told.group, told.who), None)
        if told.on:
            self._speaking[told.group, told.who] = self._clock.now_ms()

    def _burst(self, burst: Burst) -> None:
        """One of ours is about what was shown when the key went down, one we heard about what is shown now."""
        is_ours = burst.direction is Direction.SENT
        matter = self._key.matter_at(burst.start_ms) if is_ours else None
        kept = self._record.keep(burst, matter or self._matter(), self._seat.by if is_ours else MACHINE)
        self._announce(
            announce.BurstKept(
                direction=burst.direction.value, groups=burst.groups, who=burst.who, length_ms=burst.length_ms,
                path=burst.path, sha256=burst.sha256, incident=kept.matter.incident or "", domain=self._domain,
            )
        )  # fmt: skip

    def _matter(self) -> Matter:
        """What is shown, if it is of our domain: real words are not about a drill, nor those of a drill about life."""
        shown = self._shown_matter()
        is_ours = shown.alarm is None or domain_of(shown.alarm) == self._domain
        return shown if is_ours else Matter()

    def sound(self, tone: TalkTone) -> None:
        """Sound it once in the room, for whoever stands in the place of the transport."""
        if self._talk is not None:
            self._talk.tone(tone)

    # ---- listening again -----------------------------------------------------------------------------------------

    def play(self, kept: KeptBurst) -> None:
        """Say it again in the room; not over our own voice, and not without a file."""
        if self._talk is None or self._key.now is not None or not kept.burst.path:
            return
        self.playing, self.say_trouble = kept.burst.path, SayTrouble.NONE
        self._talk.say_again(kept.burst.path)
        self._log.write("TalkPlayed", self._seat.by, {"path": kept.burst.path, "sha256": kept.burst.sha256})
        self._announce(
            announce.BurstPlayed(path=kept.burst.path, by=self._seat.person, domain=self._domain)
        )  # fmt: skip
        self._changed()

    def play_last(self) -> None:
        """The burst that was heard last: our own words we know."""
        heard = (kept for kept in self.bursts() if kept.burst.direction is Direction.HEARD)
        if (last := next(heard, None)) is not None:
            self.play(last)

    def _said_again(self, said: SaidAgain) -> None:
        if said.path == self.playing:
            self.playing, self.say_trouble = "", said.trouble

    def _changed(self) -> None:
        self._announce(announce.TalkChanged(domain=self._domain))


def _ears(press: Press, groups: Sequence[Group]) -> set[TalkGroup]:
    """Who hears a press, as these groups have it."""
    return {team for team in teams(groups) if team.id in press.groups}
