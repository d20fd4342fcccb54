"""Who we are: the answers RFC 7616 prints, the strongest offer taken, a wrong password told from an old nonce."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.videod import auth
from console.videod.auth import Credentials, challenges

RFC_7616 = (
    'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm={name}, '
    'nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"'
)


@pytest.mark.parametrize(
    ("name", "response"),
    [
        ("MD5", "8ca523f5e9506fed4657c9700eebdbec"),
        ("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
    ],
)
def test_the_answers_printed_in_rfc_7616(monkeypatch: pytest.MonkeyPatch, name: str, response: str) -> None:
    nonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"
    monkeypatch.setattr(auth.secrets, "token_hex", lambda size: nonce)
    who = Credentials("Mufasa", "Circle of Life")
    assert who.accept([RFC_7616.format(name=name)], answered=False)
    assert f'response="{response}"' in who.header("GET", "/dir/index.html")


def test_the_strongest_offer_is_taken() -> None:
    who = Credentials("u", "p")
    assert who.accept(
        [
            'Basic realm="r"',
            'Digest realm="r", nonce="a", algorithm=MD5, Digest realm="r", nonce="b", algorithm=SHA-256',
        ],
        answered=False,
    )
    assert "algorithm=SHA-256" in who.header("PLAY", "rtsp://h/")


def test_a_digest_without_qop_is_answered_the_old_way() -> None:
    who = Credentials("u", "p")
    who.accept(['Digest realm="r", nonce="n"'], answered=False)
    assert "cnonce" not in who.header("PLAY", "rtsp://h/")


def test_a_second_refusal_means_a_wrong_password() -> None:
    who = Credentials("u", "wrong")
    assert who.accept(['Digest realm="r", nonce="1"'], answered=False)
    assert not who.accept(['Digest realm="r", nonce="2"'], answered=True)


def test_a_stale_nonce_is_not_a_wrong_password() -> None:
    who = Credentials("u", "p")
    assert who.accept(['Digest realm="r", nonce="1"'], answered=False)
    assert who.accept(['Digest realm="r", nonce="2", stale=true'], answered=True)
    assert 'nonce="2"' in who.header("PLAY", "rtsp://h/")


def test_a_nonce_that_ran_out_later_is_answered_once_more() -> None:
    who = Credentials("u", "p")
    assert who.accept(['Digest realm="r", nonce="1"'], answered=False)
    assert who.accept(['Digest realm="r", nonce="2"'], answered=False)


def test_basic_is_not_offered_the_same_password_twice() -> None:
    who = Credentials("u", "p")
    assert who.accept(['Basic realm="r"'], answered=False)
    assert who.header("PLAY", "rtsp://h/") == "Basic dTpw"
    assert not who.accept(['Basic realm="r"'], answered=False)


def test_without_a_user_there_is_nothing_to_answer() -> None:
    assert not Credentials("", "").accept(['Basic realm="r"'], answered=False)


def test_the_count_of_a_nonce_grows_with_each_request() -> None:
    who = Credentials("u", "p")
    who.accept(['Digest realm="r", nonce="1", qop="auth"'], answered=False)
    counts = [re.search(r"nc=(\w+)", who.header("OPTIONS", "rtsp://h/")) for _ in range(2)]
    assert [count[1] for count in counts if count] == ["00000001", "00000002"]


@given(st.text(max_size=300))
def test_whatever_a_camera_demands_we_stay_standing(header: str) -> None:
    who = Credentials("u", "p")
    who.accept([header, f"Digest {header}"], answered=False)
    assert "\n" not in who.header("PLAY", "rtsp://h/") or "\n" in header


def test_a_scheme_inside_a_quoted_realm_is_not_an_offer() -> None:
    assert [offer.scheme for offer in challenges(['Basic realm="the Digest room", charset=UTF-8'])] == ["basic"]
