"""Devices that come by themselves: listed until a person places or rejects them, the same in every console."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import replace

import pytest

from console.cameras import Index
from console.config.schema import SourceConfig
from console.errors import CommandRefused, Problem
from console.inbox import Inbox
from console.intake import Intake
from console.journal import Conflict, Entry, Recorded
from console.model import (
    BuildingId,
    CameraId,
    ConditionChanged,
    Heard,
    Introduced,
    Message,
    Placement,
    Point,
    PointId,
    Sample,
    Site,
)
from console.newcomers import MOST, PlacementRefused, PlacementWritten, Stage
from console.newcomers.desk import GATHER_MS
from console.parse.decoder import Decoder
from console.revising import FolderRead
from console.rules import Conditions
from console.site import difference
from tests.sources import ROOT
from tests.unit.test_console import SITE, Room

LOFT = ("z2m", "0x99")
TOLD = Introduced(*LOFT, "loft", "Luting", "LT-SMOKE-2", ("smoke",), is_announced=True, at_ms=1)
PLACED = Placement(*LOFT, ("smoke",), "阁楼烟感", "Loft smoke detector", (3.0, 4.0), cameras=(CameraId("C-001"),))
LOFT_POINT = Point(PointId("z2m/0x99#smoke"), "阁楼烟感", "Loft smoke detector", "smoke", (3.0, 4.0))


class Folder:
    """What stands for the site folder: it remembers what it was told to write."""

    def __init__(self) -> None:
        self.added: list[Placement] = []
        self.asked = 0

    def read(self, _known: Site) -> None:
        self.asked += 1

    def add(self, placement: Placement) -> None:
        self.added.append(placement)


class NewRoom(Room):
    """A console that can be told of new devices, and whose site folder is at hand."""

    def __init__(self, earlier: Sequence[Entry] = ()) -> None:
        super().__init__(earlier)
        self.folder, self.desk = Folder(), self.console.siting.newcomers
        self.console.revising.connect(self.folder, ())

    def come(self, *told: Introduced) -> None:
        for each in told:
            self.take(each)
        self.clock.advance(GATHER_MS)

    def said(self) -> list[str]:
        return [str(event["what"]) for event in self.events("NewcomerTold")]

    def apply(self, site: Site) -> None:
        self.console.revising.ask()
        self.take(FolderRead(site, Index(site), difference(self.console.site, site), ()))
        self.console.revising.apply()


# ---- listed ----


def test_a_device_that_is_announced_is_listed_with_what_is_known_of_it_and_since_when() -> None:
    room = NewRoom()
    room.come(TOLD)
    (row,) = room.desk.rows()
    assert (row.title, row.maker, row.model, row.kinds) == ("loft", "Luting", "LT-SMOKE-2", ("smoke",))
    assert row.stage is Stage.WAITING and row.since_ms == room.clock.now_ms() and room.desk.waiting() == 1


def test_what_a_device_says_of_itself_within_a_moment_is_one_entry() -> None:
    room = NewRoom()
    room.come(*(replace(TOLD, kinds=("smoke", "heat", "gas")[:n]) for n in (1, 2, 3)))
    entries = [entry for entry in room.store.entries if entry.stream.startswith("newcomer/")]
    assert [entry.kind for entry in entries] == ["NewcomerAppeared"]
    assert entries[0].data["kinds"] == ["smoke", "heat", "gas"] and entries[0].by.machine == "newcomers"


def test_the_same_word_again_is_no_news_and_another_one_is_written_down() -> None:
    room = NewRoom()
    room.come(TOLD)
    room.come(TOLD)
    room.come(replace(TOLD, name="loft north"))
    assert room.said() == ["appeared", "described"]
    assert room.desk.rows()[0].title == "loft north"


def test_a_device_of_the_site_is_no_newcomer() -> None:
    room = NewRoom()
    room.come(Introduced("z2m", "0x01", "hall", kinds=("smoke", "heat"), is_announced=True))
    assert room.desk.rows() == ()


def test_the_list_survives_a_restart_with_what_a_person_said() -> None:
    room = NewRoom()
    room.come(TOLD, Introduced("site", "pump-9", kinds=("power",)))
    room.desk.reject(("site", "pump-9"), "of the neighbour")
    again = NewRoom(room.store.entries)
    assert again.desk.rows() == room.desk.rows()
    assert [row.stage for row in again.desk.rows()] == [Stage.WAITING, Stage.REJECTED]


def test_a_peer_that_invents_devices_fills_neither_list_nor_journal() -> None:
    room = NewRoom()
    room.come(*(Introduced("site", f"invented-{n}", kinds=("smoke",)) for n in range(MOST + 7)))
    assert len(room.desk.rows()) == MOST and room.desk.left_out == 7
    assert sum(entry.kind == "NewcomerAppeared" for entry in room.store.entries) == MOST


def test_a_device_that_is_taken_back_stays_listed_as_gone_until_it_returns() -> None:
    room = NewRoom()
    room.come(TOLD)
    room.come(replace(TOLD, is_gone=True))
    assert room.desk.rows()[0].is_gone
    room.come(TOLD)
    assert not room.desk.rows()[0].is_gone and room.said() == ["appeared", "left", "returned"]


def test_a_device_of_the_site_that_is_taken_back_is_a_trouble_until_it_is_there_again() -> None:
    room = NewRoom()
    room.come(Introduced("z2m", "0x01", "hall", is_announced=True, is_gone=True, at_ms=5))
    (alarm,) = room.console.live.rows()
    assert alarm.kind == "deleted" and alarm.alarm_class == "T" and alarm.label == "hall"
    room.come(Introduced("z2m", "0x01", "hall", is_announced=True, at_ms=6))
    assert not alarm.is_closed and room.events("AlarmCleared")[-1]["alarm"] == alarm.id


def test_a_device_that_was_heard_by_its_name_is_listed_once_under_its_id_and_stays_rejected() -> None:
    room = NewRoom()
    room.come(Introduced("z2m", "loft", kinds=("smoke",)))
    room.desk.reject(("z2m", "loft"), "test device")
    room.come(replace(TOLD, formerly="loft"))
    (row,) = room.desk.rows()
    assert row.key == LOFT and row.stage is Stage.REJECTED and row.reason == "test device"


# ---- rejected, brought back ----


def test_a_rejected_device_keeps_reason_and_person_and_can_be_brought_back() -> None:
    room = NewRoom()
    room.come(TOLD)
    room.desk.reject(LOFT, "  of the neighbour ")
    (row,) = room.desk.rows()
    assert (row.stage, row.reason, row.by.person) == (Stage.REJECTED, "of the neighbour", "Li")
    room.desk.recall(LOFT)
    assert room.desk.rows()[0].stage is Stage.WAITING and room.desk.rows()[0].reason == ""
    assert room.store.entries[-1].kind == "NewcomerRecalled" and room.store.entries[-1].by.person == "Li"


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (lambda desk: desk.reject(("z2m", "nobody"), "x"), "no_newcomer"),
        (lambda desk: desk.reject(LOFT, "  "), "no_reason"),
        (lambda desk: desk.reject(LOFT, "x" * 201), "long_note"),
        (lambda desk: desk.recall(LOFT), "not_rejected"),
        (lambda desk: desk.sign(replace(PLACED, kinds=())), "no_kind"),
        (lambda desk: desk.sign(replace(PLACED, name_en=" ")), "no_name"),
        (lambda desk: desk.sign(replace(PLACED, at=None)), "no_place"),
        (lambda desk: (desk.sign(PLACED), desk.sign(PLACED)), "busy"),
    ],
)
def test_what_cannot_be_done_is_refused_with_its_code(act: object, code: str) -> None:
    room = NewRoom()
    room.come(TOLD)
    with pytest.raises(CommandRefused, match=code):
        act(room.desk)  # type: ignore[operator]


def test_who_may_not_change_the_site_may_not_reject_or_place() -> None:
    room = NewRoom()
    room.come(TOLD)

    def nobody(*_asked: object) -> None:
        raise CommandRefused("no_right")

    room.console.seat.rule = nobody
    for act in (lambda: room.desk.reject(LOFT, "x"), lambda: room.desk.sign(PLACED)):
        with pytest.raises(CommandRefused, match="no_right"):
            act()
    assert room.folder.added == [] and room.desk.rows()[0].stage is Stage.WAITING


# ---- placed ----


def test_signing_writes_the_folder_then_the_journal_then_shows_what_would_change() -> None:
    room = NewRoom()
    room.come(TOLD)
    room.desk.sign(PLACED)
    assert room.folder.added == [PLACED] and "NewcomerSigned" not in room.store.kinds()
    room.take(PlacementWritten(PLACED))
    entry = room.store.entries[-1]
    assert entry.kind == "NewcomerSigned" and entry.by.person == "Li" and entry.data["points"] == ["z2m/0x99#smoke"]
    assert (entry.data["x"], entry.data["y"], entry.data["cameras"]) == (3.0, 4.0, ["C-001"])
    assert room.folder.asked == 1 and room.desk.rows()[0].stage is Stage.SIGNED


def test_what_cannot_be_written_is_told_and_nothing_is_signed() -> None:
    room = NewRoom()
    room.come(TOLD)
    room.desk.sign(PLACED)
    problem = Problem("points.csv", 9, "zone", "there is no zone 'X'", "name a zone")
    room.take(PlacementRefused(PLACED, (problem,)))
    assert room.desk.problems == (problem,) and room.desk.writing is None
    assert room.desk.rows()[0].stage is Stage.WAITING and room.said()[-1] == "refused"


def test_a_device_is_done_when_the_site_that_has_it_is_applied() -> None:
    room = NewRoom()
    room.come(TOLD)
    room.apply(replace(SITE, points=(*SITE.points, LOFT_POINT)))
    assert room.desk.rows() == () and room.said() == ["appeared", "placed"]
    assert not room.store.entries[-1].open or room.store.kinds()[-1] != "NewcomerPlaced"
    assert NewRoom(room.store.entries).desk.rows() == ()


def test_a_device_that_the_site_gives_up_comes_again() -> None:
    room = NewRoom()
    room.come(TOLD)
    room.apply(replace(SITE, points=(*SITE.points, LOFT_POINT)))
    room.apply(SITE)
    room.come(TOLD)
    assert [row.key for row in room.desk.rows()] == [LOFT]


# ---- two consoles ----


def recorded(entry: Entry) -> Recorded:
    return Recorded(entry, "desk-2/test", 1, "", "")


def test_what_another_console_lists_and_rejects_is_seen_here() -> None:
    there, here = NewRoom(), NewRoom()
    there.come(TOLD)
    there.desk.reject(LOFT, "of the neighbour")
    for entry in there.store.entries:
        here.console.siting.learn(recorded(entry))
    assert here.desk.rows() == there.desk.rows()


def test_of_two_consoles_that_hear_it_at_once_one_is_silent() -> None:
    there, here = NewRoom(), NewRoom()
    there.come(TOLD)
    here.come(TOLD)
    lost, first = (r.store.entries[-1] for r in (here, there))
    here.take(Conflict(lost, (recorded(first),)))
    assert here.store.kinds().count("NewcomerAppeared") == 1 and len(here.desk.rows()) == 1


def test_a_device_that_another_console_placed_is_not_listed_again_while_our_site_is_older() -> None:
    there, here = NewRoom(), NewRoom()
    there.come(TOLD)
    there.apply(replace(SITE, points=(*SITE.points, LOFT_POINT)))
    for entry in there.store.entries:
        here.console.siting.learn(recorded(entry))
    here.come(replace(TOLD, kinds=("smoke", "heat")))
    assert here.desk.rows() == ()


def test_when_another_console_signs_a_device_its_change_of_the_site_is_looked_at_here_too() -> None:
    there, here = NewRoom(), NewRoom()
    there.come(TOLD)
    there.desk.sign(PLACED)
    there.take(PlacementWritten(PLACED))
    for entry in there.store.entries:
        here.console.siting.learn(recorded(entry))
    assert here.folder.asked == 1 and here.desk.rows()[0].stage is Stage.SIGNED


# ---- from the messages ----

SOURCES = (
    SourceConfig(name="z2m", ecosystem="zigbee2mqtt", topic="zigbee2mqtt"),
    SourceConfig(name="ha", ecosystem="homeassistant"),
    SourceConfig(name="tb", ecosystem="thingsboard"),
    SourceConfig(name="plant", ecosystem="sparkplug"),
)
Z2M_LOFT = {
    "ieee_address": "0x99", "friendly_name": "loft", "type": "EndDevice",
    "definition": {"vendor": "Luting", "model": "LT-SMOKE-2", "exposes": [{"name": "smoke"}, {"name": "battery"}]},
}  # fmt: skip
COORDINATOR = {"ieee_address": "0x00", "friendly_name": "Coordinator", "type": "Coordinator", "definition": None}
LAMP = {"ieee_address": "0x55", "friendly_name": "lamp", "type": "Router",
        "definition": {"vendor": "V", "model": "L", "exposes": [{"name": "state"}]}}  # fmt: skip


class Ear:
    """Intake with real decoder and rules: what it posts, message by message."""

    def __init__(self, *points: Point) -> None:
        self.inbox, self.now_ms = Inbox(), 1_795_000_000_000
        decoder = Decoder(SOURCES, points)
        self.intake = Intake(decoder, Conditions(SOURCES, points), self.inbox, lambda _receipts: None)

    def hear(self, topic: str, payload: object) -> list[object]:
        body = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
        self.now_ms += 1_000
        self.intake(Message(topic, body, self.now_ms))
        posted: list[object] = []
        self.inbox.drain(posted.append, lambda item, error: None, 1000)
        return posted

    def introduced(self, topic: str, payload: object) -> list[Introduced]:
        return [item for item in self.hear(topic, payload) if isinstance(item, Introduced)]


def test_a_bridges_list_introduces_what_the_room_watches_and_neither_lamps_nor_the_coordinator() -> None:
    (told,) = Ear().introduced("zigbee2mqtt/bridge/devices", [COORDINATOR, Z2M_LOFT, LAMP])
    assert (told.device, told.name, told.maker, told.model) == ("0x99", "loft", "Luting", "LT-SMOKE-2")
    assert told.kinds == ("smoke",) and told.is_announced


def test_the_bridges_list_said_again_introduces_nobody() -> None:
    ear = Ear()
    ear.hear("zigbee2mqtt/bridge/devices", [COORDINATOR, Z2M_LOFT])
    assert ear.introduced("zigbee2mqtt/bridge/devices", [COORDINATOR, Z2M_LOFT]) == []


def test_a_lamp_that_says_how_well_it_is_heard_is_no_newcomer() -> None:
    assert Ear().introduced("zigbee2mqtt/lamp", {"state": "ON", "linkquality": 80}) == []


def test_a_device_that_only_speaks_is_introduced_with_what_it_says() -> None:
    (told,) = Ear().introduced("zigbee2mqtt/attic", {"gas": False, "battery": 80})
    assert (told.device, told.kinds, told.is_announced) == ("attic", ("gas",), False)


def test_a_renamed_zigbee_device_is_the_same_device_under_another_name() -> None:
    ear = Ear()
    ear.hear("zigbee2mqtt/bridge/devices", [COORDINATOR, Z2M_LOFT])
    renamed = {**Z2M_LOFT, "friendly_name": "roof"}
    (told,) = ear.introduced("zigbee2mqtt/bridge/devices", [COORDINATOR, renamed])
    assert (told.device, told.name) == ("0x99", "roof")
    points = {item.point for item in ear.hear("zigbee2mqtt/roof", {"smoke": True}) if isinstance(item, Sample)}
    assert points == {"z2m/0x99#smoke"}


def test_an_alarm_goes_on_under_the_id_when_a_device_that_was_heard_by_name_is_announced() -> None:
    ear = Ear()
    ear.hear("zigbee2mqtt/loft", {"smoke": True})
    posted = ear.hear("zigbee2mqtt/bridge/devices", [COORDINATOR, Z2M_LOFT])
    (told,) = (item for item in posted if isinstance(item, Introduced))
    assert (told.device, told.formerly) == ("0x99", "loft")
    changes = [change for item in posted if isinstance(item, Heard) for change in item.changes]
    assert [(change.point, change.condition) for change in changes] == [
        ("z2m/0x99#smoke", "active"), ("z2m/loft#smoke", "normal"),
    ]  # fmt: skip


def test_a_device_that_the_bridge_lists_no_more_is_lost_and_taken_back() -> None:
    ear = Ear()
    ear.hear("zigbee2mqtt/bridge/devices", [COORDINATOR, Z2M_LOFT])
    posted = ear.hear("zigbee2mqtt/bridge/devices", [COORDINATOR])
    assert [item.is_gone for item in posted if isinstance(item, Introduced)] == [True]
    lost: list[ConditionChanged] = [c for item in posted if isinstance(item, Heard) for c in item.changes]
    assert [(change.point, change.condition) for change in lost] == [("z2m/0x99#availability", "active")]


HA_LEAK = {
    "name": "Leak", "uniq_id": "kit-1-leak", "dev_cla": "moisture", "stat_t": "kitchen/leak",
    "dev": {"ids": ["kit-1"], "name": "Kitchen", "mf": "Acme", "mdl": "W2"},
}  # fmt: skip


def test_home_assistant_discovery_introduces_a_device_and_its_last_configuration_takes_it_back() -> None:
    ear = Ear()
    (told,) = ear.introduced("homeassistant/binary_sensor/kit-1/leak/config", HA_LEAK)
    assert (told.device, told.name, told.maker, told.model) == ("kit-1", "Kitchen", "Acme", "W2")
    assert told.kinds == ("water_leak",)
    (gone,) = ear.introduced("homeassistant/binary_sensor/kit-1/leak/config", b"")
    assert gone.is_gone


def test_a_discovered_device_of_the_site_that_is_deleted_is_told_of() -> None:
    ear = Ear(Point(PointId("ha/kit-1#water_leak"), "漏水", "Leak", "water_leak"))
    topic = "homeassistant/binary_sensor/kit-1/leak/config"
    assert ear.introduced(topic, HA_LEAK) == []
    assert [told.is_gone for told in ear.introduced(topic, b"")] == [True]
    assert [told.is_gone for told in ear.introduced(topic, HA_LEAK)] == [False]


def test_a_thingsboard_gateway_introduces_the_devices_that_connect() -> None:
    (told,) = Ear().introduced("v1/gateway/connect", {"device": "cellar", "type": "water meter"})
    assert (told.source, told.device, told.name, told.model) == ("tb", "cellar", "cellar", "water meter")


def test_births_of_a_real_sparkplug_library_introduce_its_device_and_not_the_node_it_hangs_on() -> None:
    ear, told = Ear(), list[Introduced]()
    for line in (ROOT / "tests/contract/recorded/pysparkplug-0.6.1.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        told += ear.introduced(case["topic"], base64.b64decode(case["payload"]))
    first = told[0]
    assert {each.device for each in told} == {"plant/edge-a/panel"}
    assert first.is_announced and first.name == "panel" and {"smoke", "temperature"} <= set(first.kinds)


def test_a_newcomer_is_introduced_although_thousands_were_invented_before_it() -> None:
    ear = Ear()
    for n in range(2_100):
        ear.hear(f"zigbee2mqtt/invented-{n}", {"smoke": False})
    assert [each.device for each in ear.introduced("zigbee2mqtt/one-more", {"smoke": True})] == ["one-more"]
    assert [item for item in ear.hear("zigbee2mqtt/one-more", {"gas": True}) if isinstance(item, Heard)]


def test_a_fire_of_a_device_without_a_place_is_raised_like_any_other() -> None:
    room, ear = NewRoom(), Ear()
    for item in ear.hear("zigbee2mqtt/bridge/devices", [COORDINATOR, Z2M_LOFT]):
        room.take(item)
    for item in ear.hear("zigbee2mqtt/loft", {"smoke": True}):
        room.take(item)
    (alarm,) = room.console.live.rows()
    assert (alarm.point, alarm.alarm_class, alarm.label) == ("z2m/0x99#smoke", "F", "loft")


def test_a_building_is_kept_with_the_signature() -> None:
    room = NewRoom()
    room.come(TOLD)
    placed = replace(PLACED, building=BuildingId("EAST"), floor=0)
    room.desk.sign(placed)
    room.take(PlacementWritten(placed))
    assert (room.store.entries[-1].data["building"], room.store.entries[-1].data["floor"]) == ("EAST", 0)
