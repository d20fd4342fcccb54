"""Who may be connected where few sessions are allowed: what is shown, what is recorded, then the important ones."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from console.videod.sessions import REST_NS, Need, Sessions, Want

NVR = "nvr.local"
NOW = 1_000 * REST_NS


def hot(*names: str) -> list[Want[str]]:
    """Off-screen cameras, the most important first."""
    return [Want(name, NVR, Need.HOT, float(n)) for n, name in enumerate(names)]


def of(need: Need, name: str) -> Want[str]:
    return Want(name, NVR, need, 0.0)


def capped(cap: int) -> Sessions[str]:
    sessions: Sessions[str] = Sessions()
    sessions.cap("NVR.local", cap)
    return sessions


def test_without_a_cap_everybody_is_connected() -> None:
    sessions: Sessions[str] = Sessions()
    assert not sessions.is_capped
    assert sessions.share_out(hot("a", "b", "c"), NOW) == {"a", "b", "c"}


def test_the_general_cap_counts_for_each_host_and_gives_way_to_a_hosts_own() -> None:
    sessions: Sessions[str] = Sessions()
    sessions.cap("", 1)
    sessions.cap("big", 3)
    wants = [Want(f"{host}{n}", host, Need.HOT, n) for host in ("one", "two", "big") for n in range(4)]
    assert sessions.share_out(wants, NOW) == {"one0", "two0", "big0", "big1", "big2"}


def test_the_most_important_cameras_have_the_sessions() -> None:
    assert capped(2).share_out(hot("a", "b", "c"), NOW) == {"a", "b"}


def test_a_shown_camera_takes_the_session_of_the_least_important_hot_one() -> None:
    sessions = capped(2)
    sessions.share_out(hot("a", "b", "c"), NOW)
    assert sessions.share_out([*hot("a", "b"), of(Need.SHOWN, "c")], NOW) == {"a", "c"}


def test_a_main_stream_takes_a_session_from_a_hot_camera_but_not_from_a_shown_or_recorded_one() -> None:
    sessions = capped(3)
    wants = [of(Need.SHOWN, "x"), of(Need.RECORDED, "y"), of(Need.LARGE, "x-main"), *hot("a")]
    assert sessions.share_out(wants, NOW) == {"x", "y", "x-main"}
    sessions.cap(NVR, 2)
    assert sessions.share_out(wants, NOW) == {"x", "y"}


def test_what_is_shown_first_keeps_its_session_when_too_many_are_shown() -> None:
    sessions = capped(2)
    sessions.share_out([of(Need.SHOWN, "b"), of(Need.SHOWN, "c")], NOW)
    assert sessions.share_out([of(Need.SHOWN, name) for name in "abcd"], NOW) == {"b", "c"}


def test_a_camera_that_has_a_session_keeps_it_against_its_equals() -> None:
    sessions = capped(1)
    sessions.share_out(hot("b"), NOW)
    assert sessions.share_out(hot("a", "b"), NOW) == {"b"}


def test_paging_through_a_wall_moves_no_hot_cameras_connection() -> None:
    """A session that was taken for a picture is given back only when nothing was shown for a while."""
    sessions = capped(3)
    sessions.share_out(hot("a", "b", "c"), NOW)
    now, seen = NOW, set()
    for page in range(6):
        now += REST_NS // 4
        seen.add(sessions.share_out([*hot("a", "b", "c"), of(Need.SHOWN, f"p{page}")], now) & {"a", "b", "c"})
        now += REST_NS // 4
        seen.add(sessions.share_out(hot("a", "b", "c"), now) & {"a", "b", "c"})
    assert seen == {frozenset({"a", "b"})}
    assert sessions.share_out(hot("a", "b", "c"), now + REST_NS) == {"a", "b", "c"}


@given(
    st.lists(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from(Need)), unique_by=lambda w: w[0])),
    st.integers(1, 6),
)
def test_a_host_never_has_more_sessions_than_it_allows_and_none_is_idle(
    rounds: list[list[tuple[str, Need]]], cap: int
) -> None:
    sessions = capped(cap)
    for number, names in enumerate(rounds):
        wants = [Want(name, NVR, need, 0.0) for name, need in names]
        granted = sessions.share_out(wants, NOW + number * 2 * REST_NS)
        assert len(granted) == min(cap, len(wants)) or any(want.need is Need.HOT for want in wants)
        assert len(granted) <= cap
        settled = sessions.share_out(wants, NOW + (number * 2 + 1) * REST_NS + REST_NS - 1)
        assert len(settled) == min(cap, len(wants))
