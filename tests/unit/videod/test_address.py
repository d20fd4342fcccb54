"""Where a camera is: credentials stay out of everything written down, and go nowhere they were not meant for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.ports import CameraState
from console.videod.address import parse
from console.videod.refusal import NoPicture


def test_credentials_inside_the_address_are_taken_out_of_it() -> None:
    address = parse("rtsp://adm%40in:s%3Acret@10.0.0.7/ch1?subtype=1")
    assert (address.url, address.user, address.password) == ("rtsp://10.0.0.7:554/ch1?subtype=1", "adm@in", "s:cret")
    assert "s:cret" not in repr(address)


def test_credentials_beside_the_address_win() -> None:
    address = parse("rtsp://old:old@h:8554/x", "new", "fresh")
    assert (address.user, address.password, address.port) == ("new", "fresh", 8554)


def test_an_ipv6_address_keeps_its_brackets() -> None:
    assert parse("rtsp://[fe80::1]/a").url == "rtsp://[fe80::1]:554/a"


@pytest.mark.parametrize(
    "url",
    ["", "http://h/", "rtmp://h/", "rtsp://", "rtsp://h:99999/", "rtsp://h/a b", "rtsp://h/\r\nX: y", "rtsp://[::"],
)
def test_what_is_no_rtsp_address_is_refused(url: str) -> None:
    with pytest.raises(NoPicture) as refused:
        parse(url)
    assert refused.value.state is CameraState.UNSUPPORTED


@given(st.text(max_size=200))
def test_no_text_breaks_the_request_line(text: str) -> None:
    try:
        address = parse("rtsp://" + text)
    except NoPicture:
        return
    assert all("!" <= c <= "~" for c in address.url)


def test_a_redirect_to_the_same_host_keeps_the_credentials() -> None:
    assert parse("rtsp://u:p@host/a").moved("rtsp://HOST:8554/b").password == "p"


def test_an_encrypted_address_is_known_as_one_and_has_its_own_port() -> None:
    address = parse("RTSPS://h/x")
    assert (address.url, address.port, address.is_encrypted) == ("rtsps://h:322/x", 322, True)


def test_a_redirect_may_lead_into_encryption_but_never_out_of_it() -> None:
    assert parse("rtsp://u:p@h/a").moved("rtsps://h/b").is_encrypted
    with pytest.raises(NoPicture) as refused:
        parse("rtsps://u:p@h/a").moved("rtsp://h/b")
    assert refused.value.state is CameraState.REFUSED


def test_a_redirect_elsewhere_does_not_take_the_credentials_along() -> None:
    there = parse("rtsp://u:p@host/a").moved("rtsp://other/b")
    assert (there.host, there.user, there.password) == ("other", "", "")
