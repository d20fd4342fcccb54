"""The field teams of a site: each unit with a talk group has a session in its channel. The first of a group answers.

What is heard comes on the sessions' threads, what is said goes out on the radio's.
"""

from __future__ import annotations

import logging
import random
from collections.abc import Mapping
from functools import partial

from console.model import Act, Crew, Deed, GroupKind, Site, UnitId
from console.mumble import Client, Event, Login, Place, Server, Voice
from console.sim.field.radio import Radio
from console.sim.field.speech import Speech

log = logging.getLogger(__name__)

ANSWER_S = (1.0, 2.0)  # from the end of what was said to the answer
SHORTEST = 15  # packets of 20 ms: less is a slip of the hand, nobody answers that
COPY = {"zh_CN": "{name}收到。", "zh_TW": "{name}收到。", "en": "{name}, copy."}


class Team:
    """One unit with its radio."""

    def __init__(self, crew: Crew, name: str, is_leader: bool, random_: random.Random) -> None:
        self.crew = crew
        self.name = name
        self.is_leader = is_leader
        self.pitch = random_.randint(25, 70)
        self.random = random_
        self.heard: dict[int, int] = {}  # speaker → packets since it began
        self.client: Client | None = None

    def send(self, packet: bytes, is_last: bool) -> bool:
        """To everybody in its channel."""
        return self.client is not None and self.client.speak(packet, is_last=is_last)


class FieldTeams:
    """`language` of names and speech. The same seed gives the same voices and the same pauses."""

    def __init__(self, site: Site, server: Server, password: str, language: str, seed: int) -> None:
        self._language = language
        self._speech = Speech(language)
        self._radio = Radio()
        channels: dict[str, str] = {group.id: group.channel for group in site.groups if group.kind is GroupKind.TEAM}
        self.teams: Mapping[UnitId, Team] = self._enlist(site, channels, seed)
        self._names = {team.name for team in self.teams.values()}
        for team in self.teams.values():
            login, place = Login(team.name, password), Place(channels[team.crew.group])
            team.client = Client(server, login, place, partial(self._on_event, team))

    def _enlist(self, site: Site, channels: Mapping[str, str], seed: int) -> dict[UnitId, Team]:
        """Every unit whose group has a channel; the first of each group leads it."""
        led: set[str] = set()
        found: dict[UnitId, Team] = {}
        for crew in site.units:
            if crew.group in channels:
                name = crew.name if self._language.startswith("zh") else crew.name_en
                found[crew.id] = Team(crew, name, crew.group not in led, random.Random(f"{seed}/{crew.id}"))
                led.add(crew.group)
        return found

    def start(self) -> None:
        """Connect; they try again by themselves for as long as it takes."""
        if self.teams and not self._speech.is_there():
            log.warning("espeak-ng is not installed: the field teams answer with a tone")
        self._radio.start()
        for team in self.teams.values():
            if team.client is not None:
                team.client.start()

    def stop(self) -> None:
        self._radio.stop()
        clients = [team.client for team in self.teams.values() if team.client is not None]
        for client in clients:
            client.leave()
        for client in clients:
            client.stop()

    def tell(self, act: Act) -> None:
        """A call of the story: the unit it names says the words to its group."""
        team = self.teams.get(UnitId(act.caller))
        if act.deed is Deed.CALL and team is not None:
            self._say(team, act.text.get(self._language) or act.text["en"], 0.0)

    # ---- what they hear ------------------------------------------------------------------------------------------

    def _on_event(self, team: Team, event: Event) -> None:
        """On the session's thread."""
        if not isinstance(event, Voice) or event.who.name in self._names:
            return
        count = team.heard.get(event.who.session, 0) + 1
        team.heard[event.who.session] = 0 if event.is_last else count
        if event.is_last and team.is_leader and count >= SHORTEST:
            self._say(team, self._copy(team), team.random.uniform(*ANSWER_S))

    def _copy(self, team: Team) -> str:
        return COPY.get(self._language, COPY["en"]).replace("{name}", team.name)

    def _say(self, team: Team, text: str, in_s: float) -> None:
        log.info("%s says in %.1f s: %s", team.name, in_s, text)
        self._radio.say(in_s, partial(self._speech.packets, text, team.pitch), team.send)
