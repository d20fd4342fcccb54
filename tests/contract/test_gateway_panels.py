"""Devices of GB/T 26875.3 at the gateway: confirmed when the broker has their report, bounded whatever they send."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime

import pytest

from console.gatewayd import panel_lines
from console.gb26875 import NOBODY, About, Command, Frame, Stream, made, source_of
from tests.gateways import ADDRESS, AT, WAIT_S, Device, Ear, RunningGateway, panels, running, state
from tests.servers.mosquitto import Broker
from tests.waiting import wait_until

UP, LINK = f"gb26875/up/{ADDRESS}", f"gb26875/link/{ADDRESS}"


@pytest.fixture
def gateway(mosquitto: Broker) -> Iterator[RunningGateway]:
    with running(mosquitto.url) as gateway:
        gateway.wait_up()
        yield gateway


@pytest.fixture
def ear(mosquitto: Broker) -> Iterator[Ear]:
    with Ear(mosquitto.port) as ear:
        yield ear


@pytest.fixture
def device(gateway: RunningGateway) -> Iterator[Device]:
    with closing(Device(gateway.ports.tcp)) as device:
        yield device


def test_a_report_is_republished_raw_and_then_confirmed_with_its_own_number(ear: Ear, device: Device) -> None:
    device.send(state(513))
    answer = device.next()
    assert (answer.command, answer.sequence, answer.destination) == (Command.CONFIRM, 513, source_of(ADDRESS))
    assert ear.next(UP) == state(513)


def test_a_report_that_nobody_at_the_broker_would_get_is_not_confirmed(
    device: Device, gateway: RunningGateway, mosquitto: Broker
) -> None:
    device.send(state(1))
    wait_until(lambda: gateway.counted("unconfirmed") == 1, WAIT_S)
    with Ear(mosquitto.port) as ear:
        device.send(state(1))
        assert device.next().command == Command.CONFIRM
        assert ear.next(UP) == state(1)


def test_while_the_broker_is_away_nothing_is_confirmed_and_once_it_is_back_the_repeat_is(
    ear: Ear, device: Device, gateway: RunningGateway, mosquitto: Broker
) -> None:
    mosquitto.kill()
    wait_until(lambda: not gateway.gateway.is_up, WAIT_S)
    device.send(state(2))
    wait_until(lambda: gateway.counted("unconfirmed") == 1, WAIT_S)
    assert device.hears_nothing_for(0.05)
    mosquitto.start()
    gateway.wait_up()
    assert device.insist(state(2)).command == Command.CONFIRM
    assert ear.next(UP) == state(2)


def test_a_repeat_of_what_was_confirmed_is_confirmed_again_and_published_once(ear: Ear, device: Device) -> None:
    for report in (state(3), state(3), state(4)):
        device.send(report)
        assert device.next().command == Command.CONFIRM
    assert [ear.next(UP), ear.next(UP)] == [state(3), state(4)]


def test_a_spoilt_report_is_denied_and_shown_to_the_console_and_the_next_one_is_taken(
    ear: Ear, device: Device, gateway: RunningGateway
) -> None:
    good = state(5)
    device.send(good)
    assert device.next().command == Command.CONFIRM
    spoilt = good[:-3] + bytes([good[-3] ^ 1]) + good[-2:]
    device.send(b"\0\0" + spoilt + state(6))
    assert [device.next().command, device.next().command] == [Command.DENY, Command.CONFIRM]
    assert [ear.next(UP), ear.next(UP), ear.next(UP)] == [good, spoilt, state(6)]
    assert (gateway.counted("denied"), gateway.counted("garbage")) == (1, 2)


def test_a_report_of_nothing_is_a_sign_of_life_confirmed_and_kept_from_the_broker(ear: Ear, device: Device) -> None:
    device.send(made(Command.SEND, 7, source_of(ADDRESS), NOBODY, AT))
    assert (device.next().command, ear.next(LINK)) == (Command.CONFIRM, b"online")
    device.send(state(8))
    assert device.next().sequence == 8 and ear.next(UP) == state(8)


def test_a_device_that_asks_for_the_time_is_told_and_one_that_commands_is_denied(ear: Ear, device: Device) -> None:
    device.send(made(Command.REQUEST, 7, source_of(ADDRESS), NOBODY, AT, bytes((About.READ_DEVICE_TIME, 1, 0))))
    told = device.next()
    assert (told.command, told.data[:2]) == (Command.CONTROL, bytes((About.SET_CLOCK, 1)))
    second, minute, hour, day, month, year = told.data[2:]
    assert abs((datetime(2000 + year, month, day, hour, minute, second) - _beijing()).total_seconds()) < 60
    device.send(made(Command.CONTROL, 8, source_of(ADDRESS), NOBODY, AT, b"\x01\x01"))
    assert device.next().command == Command.DENY


def test_a_device_whose_clock_is_wrong_is_told_the_time_once(mosquitto: Broker, ear: Ear) -> None:
    with running(mosquitto.url, panels(set_clocks=True)) as gateway:
        gateway.wait_up()
        with closing(Device(gateway.ports.tcp)) as device:
            for report in (state(1), state(2)):
                device.send(report)
            assert [device.next().command for _ in range(3)].count(Command.CONTROL) == 1
            assert ear.next(UP) == state(1)


def test_a_silent_device_is_asked_then_said_to_be_lost_and_is_back_with_its_next_word(
    mosquitto: Broker, ear: Ear
) -> None:
    with running(mosquitto.url, panels(silent_s=1)) as gateway:
        gateway.wait_up()
        with closing(Device(gateway.ports.tcp)) as device:
            device.send(state(1))
            assert ear.next(LINK) == b"online"
            asked = device.next(Command.REQUEST)
            assert asked.data[0] == About.READ_DEVICE_STATE
            assert ear.next(LINK) == b"offline"
            device.send(state(2))
            assert ear.next(LINK) == b"online"


def test_a_gateway_that_is_started_again_still_misses_who_was_there_before(mosquitto: Broker, ear: Ear) -> None:
    mosquitto.publish(LINK, "online", retain=True)
    with running(mosquitto.url, panels(silent_s=1)):
        assert ear.next("gb26875/gateway") == b"online"
        assert ear.next(LINK) == b"offline"
    assert ear.next("gb26875/gateway") == b"offline"


def test_a_datagram_is_answered_where_it_came_from(ear: Ear, gateway: RunningGateway) -> None:
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as device:
        device.settimeout(WAIT_S)
        device.sendto(state(9) + state(10), ("127.0.0.1", gateway.ports.udp))
        answers = [frame for _ in range(2) for frame in Stream().feed(device.recv(4096))]
    assert {each.sequence for each in answers if isinstance(each, Frame)} == {9, 10}
    assert {ear.next(UP), ear.next(UP)} == {state(9), state(10)}


# ---- hostile peers ---------------------------------------------------------------------------------------------------


def test_who_is_of_no_allowed_network_is_hung_up_on(mosquitto: Broker) -> None:
    with running(mosquitto.url, panels(allow=("192.0.2.0/24",))) as gateway:
        with closing(Device(gateway.ports.tcp)) as stranger:
            assert stranger.is_hung_up_on()
        assert gateway.counted("turned_away") == 1


def test_one_address_gets_so_many_lines_and_no_more(gateway: RunningGateway, ear: Ear) -> None:
    lines = [Device(gateway.ports.tcp) for _ in range(panel_lines.MOST_OF_ONE)]
    with closing(Device(gateway.ports.tcp)) as one_too_many:
        assert one_too_many.is_hung_up_on()
    lines[0].send(state(1))
    assert lines[0].next().command == Command.CONFIRM and ear.next(UP) == state(1)
    for line in lines:
        line.close()


def test_a_line_on_which_nothing_whole_comes_is_closed_and_half_a_frame_holds_up_nobody(
    mosquitto: Broker, ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(panel_lines, "FIRST_S", 0.5)
    monkeypatch.setattr(panel_lines, "HALF_S", 0.2)
    with running(mosquitto.url) as gateway:
        gateway.wait_up()
        with closing(Device(gateway.ports.tcp)) as slow, closing(Device(gateway.ports.tcp)) as honest:
            slow.send(state(1)[:10])
            honest.send(state(2))
            assert honest.next().sequence == 2
            assert slow.is_hung_up_on()
        assert ear.next(UP) == state(2)
        wait_until(lambda: gateway.counted("turned_away") == 1, WAIT_S)


def test_ten_megabytes_of_noise_are_read_at_a_bounded_pace_while_others_are_served(
    gateway: RunningGateway, ear: Ear
) -> None:
    with closing(Device(gateway.ports.tcp)) as flood, closing(Device(gateway.ports.tcp)) as honest:
        flood.socket.setblocking(False)
        noise, sent = b"@" * 1_000_000, 0
        for _ in range(10):
            try:
                sent += flood.socket.send(noise)
            except BlockingIOError:
                break
        for number in range(20):
            honest.send(state(number))
            assert honest.next().sequence == number
        assert sent < 10_000_000 and gateway.counted("garbage") <= panel_lines.IN_HAND + 20 * panel_lines.RATE
        assert ear.next(UP) == state(0)


def test_a_line_that_invents_devices_is_closed(gateway: RunningGateway, ear: Ear) -> None:
    with closing(Device(gateway.ports.tcp)) as liar:
        for number in range(panel_lines.MOST_ADDRESSES + 1):
            liar.send(state(1, address=f"{number:012x}"))
        assert liar.is_hung_up_on()
    assert ear.next("gb26875/up/000000000000") == state(1, address="000000000000")


def _beijing() -> datetime:
    from zoneinfo import ZoneInfo

    return datetime.now(ZoneInfo("Asia/Shanghai")).replace(tzinfo=None)
