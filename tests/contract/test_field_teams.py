"""The simulated field teams at a real voice server: the first of a group answers what is said to it, in words."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import pytest

from console.backends.voice.server import VoiceServer
from console.config.secrets import resolve
from console.model import Act, Crew, Deed, Group, GroupId, Site, UnitId, UnitKind
from console.mumble import Server
from console.sim.field import FieldTeams
from console.sim.field.speech import Speech
from tests.servers.pulseaudio import RATE, pitches
from tests.servers.voice import FIRE, GUARD, Person, tone
from tests.waiting import wait_until

M1, M2, P1 = (UnitId(name) for name in ("M1", "M2", "P1"))
SITE = Site(
    "试验园", "Test Park", "Asia/Shanghai", (120.0, 30.0),
    groups=(Group(FIRE, "消防组", "Fire", "Site/Fire"), Group(GUARD, "保卫组", "Guards", "Site/Guard")),
    units=(
        Crew(M1, UnitKind.MICRO_STATION, "微站一", "Station 1", group=FIRE),
        Crew(M2, UnitKind.MICRO_STATION, "微站二", "Station 2", group=FIRE),
        Crew(P1, UnitKind.PROPERTY, "保安队", "Guards 1", group=GUARD),
        Crew(UnitId("E1"), UnitKind.EXPERT, "专家", "Expert"),
    ),
)  # fmt: skip


@contextmanager
def teams(server: VoiceServer, language: str = "en", seed: int = 1) -> Iterator[FieldTeams]:
    password = resolve(server.config().password)
    field = FieldTeams(SITE, Server("127.0.0.1", server.port, server.pin), password, language, seed)
    field.start()
    try:
        clients = [team.client for team in field.teams.values() if team.client is not None]
        wait_until(lambda: all(client.is_ready for client in clients), 10, "the field teams")
        yield field
    finally:
        field.stop()


def said_by(person: Person) -> set[str]:
    return {voice.who.name for voice in person.voices}


def is_over(person: Person) -> bool:
    return bool(person.voices) and person.voices[-1].is_last


def test_a_unit_with_a_group_is_there_by_its_name_and_one_without_is_not(voice_server: VoiceServer) -> None:
    with teams(voice_server, "zh_CN") as field:
        assert {team.name for team in field.teams.values()} == {"微站一", "微站二", "保安队"}
        assert field.teams[M1].is_leader and not field.teams[M2].is_leader and field.teams[P1].is_leader


def test_what_is_said_to_a_group_is_answered_by_its_first_unit_within_some_seconds(voice_server: VoiceServer) -> None:
    with teams(voice_server), Person(voice_server, "dispatcher", "Site/Fire") as desk:
        with Person(voice_server, "at the gate", "Site/Guard") as gate:
            desk.say(tone(440, 0.8))
            ended = time.monotonic()
            wait_until(lambda: desk.voices, 5, "an answer")
            assert 0.9 <= time.monotonic() - ended <= 4.0
            wait_until(lambda: is_over(desk), 10, "the end of the answer")
            assert gate.voices == []
        assert said_by(desk) == {"Station 1"}
        assert len(desk.heard()) > RATE  # words, not a click
        assert np.abs(desk.heard()).max() > 0.2


def test_a_slip_of_the_hand_is_not_answered_and_the_next_sentence_is(voice_server: VoiceServer) -> None:
    with teams(voice_server), Person(voice_server, "dispatcher-2", "Site/Guard") as desk:
        desk.say(tone(440, 0.1))
        desk.say(tone(440, 0.6))
        wait_until(lambda: is_over(desk), 10, "an answer")
        assert sum(voice.is_last for voice in desk.voices) == 1


def test_a_call_of_the_story_is_said_to_the_group_of_the_unit_it_names(voice_server: VoiceServer) -> None:
    words = {"en": "Smoke on the third floor.", "zh_CN": "三楼有烟。", "zh_TW": "三樓有煙。"}
    with teams(voice_server) as field, Person(voice_server, "dispatcher-3", "Site/Fire") as desk:
        field.tell(Act(0, Deed.SAY, text=words, caller="M2"))
        field.tell(Act(0, Deed.CALL, text=words, caller="nobody"))
        field.tell(Act(0, Deed.CALL, text=words, caller="M2"))
        wait_until(lambda: is_over(desk), 10, "the report")
        assert said_by(desk) == {"Station 2"}
        assert sum(voice.is_last for voice in desk.voices) == 1


def test_the_same_seed_gives_the_same_voices_and_pauses() -> None:
    made = [FieldTeams(SITE, Server("127.0.0.1", 1), "", "en", seed) for seed in (7, 7, 8)]
    drawn = [[(t.pitch, t.random.random()) for t in field.teams.values()] for field in made]
    assert drawn[0] == drawn[1] != drawn[2]


@pytest.mark.parametrize(("language", "text"), [("zh_CN", "微站收到。"), ("zh_TW", "微站收到。"), ("en", "Copy.")])
def test_each_language_is_spoken_and_the_same_words_sound_the_same(language: str, text: str) -> None:
    packets = Speech(language).packets(text, 50)
    assert 20 <= len(packets) <= 150
    assert packets == Speech(language).packets(text, 50) != Speech(language).packets(text, 20)


def test_without_espeak_they_answer_with_a_tone_and_say_so(
    voice_server: VoiceServer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("console.sim.field.speech.PROGRAM", "no-such-program")
    caplog.set_level(logging.WARNING)
    with teams(voice_server), Person(voice_server, "dispatcher-4", "Site/Guard") as desk:
        desk.say(tone(440, 0.6))
        wait_until(lambda: is_over(desk), 10, "a tone")
        assert abs(pitches(desk.heard()[RATE // 4 :], 1)[0] - 700) < 10
    assert "espeak-ng is not installed" in caplog.text


def test_groups_of_units_that_the_site_does_not_have_put_nobody_on_the_air() -> None:
    stray = Site("a", "a", "UTC", (0.0, 0.0), units=(Crew(M1, UnitKind.SQUAD, "a", "a", group=GroupId("x")),))
    assert FieldTeams(stray, Server("127.0.0.1", 1), "", "en", 1).teams == {}
