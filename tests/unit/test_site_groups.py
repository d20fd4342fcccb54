"""groups.csv: who can be spoken to, read in the order of the file, with every mistake named at its cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.errors import ConfigError
from console.model import Group, GroupId, GroupKind
from console.site import check, difference, load
from tests.sources import ROOT
from tests.unit.site_folder import write

HEAD = "id,name,name_en,channel,kind,chosen"


def folder(path: Path, *rows: str, head: str = HEAD) -> Path:
    write(path)
    (path / "groups.csv").write_text("\n".join((head, *rows)) + "\n", encoding="utf-8")
    return path


def problems(path: Path) -> list[str]:
    return [str(one) for one in check(path) if one.file == "groups.csv"]


def test_groups_come_in_the_order_of_the_file_with_their_channels(tmp_path: Path) -> None:
    rows = ("fire,消防组,Fire,/Site/Fire 1/,,yes", "all,全体,All,,all,")
    site, _ = load(folder(tmp_path, *rows))
    assert site.groups == (
        Group(GroupId("fire"), "消防组", "Fire", "Site/Fire 1", GroupKind.TEAM, chosen=True),
        Group(GroupId("all"), "全体", "All", "", GroupKind.ALL),
    )


def test_a_site_without_the_file_has_no_groups(tmp_path: Path) -> None:
    assert load(write(tmp_path))[0].groups == ()


def test_id_and_names_are_enough_of_a_head_for_who_calls_everybody(tmp_path: Path) -> None:
    site, _ = load(folder(tmp_path, "all,全体,All,all", head="id,name,name_en,kind"))
    assert site.groups[0].channel == ""


@pytest.mark.parametrize(
    ("row", "key", "what"),
    [
        ("fire,消防组,,Site/Fire,,", "name_en", "is empty"),
        ("fire,消防组,Fire,,,", "channel", "is empty"),
        ("fire,消防组,Fire,Site//Fire,,", "channel", "without a name"),
        (f"fire,消防组,Fire,{'x' * 61},,", "channel", "is too long"),
        (f"fire,消防组,Fire,{'/'.join('abcdefghi')},,", "channel", "is too long"),
        ("fire,消防组,Fire,Site/Fire,teams,", "kind", "did you mean 'team'"),
        ("fire,消防组,Fire,Site/Fire,,maybe", "chosen", "neither yes nor no"),
    ],
)
def test_a_mistake_is_named_with_its_cell(tmp_path: Path, row: str, key: str, what: str) -> None:
    (found,) = problems(folder(tmp_path, row))
    assert found.startswith(f"groups.csv:2: error: {key}:") and what in found
    with pytest.raises(ConfigError):
        load(tmp_path)


@pytest.mark.parametrize(
    ("second", "key"), [("fire,二组,Fire 2,Site/Fire 2,,", "id"), ("f2,二组,Fire 2,Site/Fire 1,,", "channel")]
)
def test_two_groups_share_neither_id_nor_channel(tmp_path: Path, second: str, key: str) -> None:
    (found,) = problems(folder(tmp_path, "fire,消防组,Fire,Site/Fire 1,,", second))
    assert found.startswith(f"groups.csv:3: error: {key}:") and "line 2" in found


def test_a_reload_names_the_groups_that_came_went_and_changed(tmp_path: Path) -> None:
    old, _ = load(folder(tmp_path, "a,甲,A,X/A,,", "b,乙,B,X/B,,"))
    new, _ = load(folder(tmp_path, "a,甲,A,X/A2,,", "c,丙,C,X/C,,"))
    assert difference(old, new).counts == {"groups": (1, 1, 1)}


def test_the_demo_site_has_three_teams_and_a_call_to_all_of_them() -> None:
    groups = load(ROOT / "resources" / "demo")[0].groups
    assert [group.name_en for group in groups] == ["Fire 1", "Security", "Estate", "All"]
    everybody = groups[-1]
    assert everybody.kind is GroupKind.ALL
    assert all(group.channel.startswith(everybody.channel + "/") for group in groups[:-1])
