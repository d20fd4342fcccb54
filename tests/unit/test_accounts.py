"""The file of the accounts, the command that writes it, and the doorkeeper that compares passwords with it."""

from __future__ import annotations

import json
import queue
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from argon2 import PasswordHasher

import main
from console.backends.people import FileDoorkeeper, Held, edited, read
from console.clock import FakeClock
from console.errors import BackendError
from console.identities import AccountsRead, Claim, Identified
from console.inbox import Inbox
from console.model import Account, AlarmClass, LinkDown, LinkUp, Role
from tests.unit.people_room import LI, NG

WORD = "quiet-night-9"
KEPT = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1).hash(WORD)  # as strong as a test needs
SIDE_OF_A_TEST_S = 20.0


class Posted(Inbox):
    """An inbox whose posts a test waits for."""

    def __init__(self) -> None:
        super().__init__()
        self.posts: queue.SimpleQueue[object] = queue.SimpleQueue()

    def post(self, item: object) -> int:
        self.posts.put(item)
        return super().post(item)

    def next(self) -> object:
        return self.posts.get(timeout=SIDE_OF_A_TEST_S)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "accounts.json"


@contextmanager
def doorkeeper(path: Path) -> Iterator[tuple[FileDoorkeeper, Posted]]:
    inbox = Posted()
    keeper = FileDoorkeeper(path, inbox, FakeClock(), look_s=0.02)
    keeper.start()
    try:
        yield keeper, inbox
    finally:
        keeper.stop()


def keep(path: Path, *accounts: Account) -> None:
    edited(path, lambda _before: tuple(Held(account, KEPT) for account in accounts))


def people(path: Path, *words: str) -> int:
    return main.main(["people", *words, "--data", str(path.parent)])


def said(act: Callable[[], object]) -> str:
    with pytest.raises(BackendError) as caught:
        act()
    return str(caught.value)


# ---- the file ----


def test_only_its_owner_may_read_the_accounts_and_no_password_is_in_them(path: Path) -> None:
    keep(path, LI, NG)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    text = path.read_text(encoding="utf-8")
    assert WORD not in text and text.count("$argon2id$") == 2
    assert KEPT not in repr(read(path))


def test_what_is_written_is_read_again(path: Path) -> None:
    narrow = Account(
        "wong",
        "黃 Wong",
        Role.DISPATCHER,
        frozenset({AlarmClass.FIRE}),
        frozenset({LI.person}),
        is_disabled=True,  # type: ignore[arg-type]
    )
    keep(path, LI, narrow)
    assert [held.account for held in read(path)] == [LI, narrow]


@pytest.mark.parametrize(("text", "says"), [
    ("{", "is no JSON"),
    ("[" * 3_000_000, "larger than"),
    ("[" * 20_000, "is no JSON"),
    ("[]", "no file of accounts"),
    ('{"schema": 2, "accounts": []}', "no file of accounts of this version"),
    ('{"schema": 1, "accounts": [7]}', "account 1: is no account"),
    ('{"schema": 1, "accounts": [{"person": "a b", "role": "admin"}]}', "no usable name"),
    ('{"schema": 1, "accounts": [{"person": "a", "role": "king"}]}', "'king' is no role"),
    ('{"schema": 1, "accounts": [{"person": "a", "role": "admin", "password": "x"}]}', "has no password"),
    ('{"schema": 1, "accounts": [{"person": "a", "role": "admin", "root": true}]}', "is no account"),
])  # fmt: skip
def test_what_is_wrong_with_the_file_is_said(path: Path, text: str, says: str) -> None:
    path.write_text(text, encoding="utf-8")
    assert says in said(lambda: read(path))


@pytest.mark.parametrize(("field", "value", "says"), [
    ("classes", "FX", "X is no class"), ("areas", "b1", "no list"), ("disabled", "no", "true or false"),
])  # fmt: skip
def test_a_damaged_account_is_named(path: Path, field: str, value: str, says: str) -> None:
    keep(path, LI, NG)
    told = json.loads(path.read_text(encoding="utf-8"))
    told["accounts"][1][field] = value
    path.write_text(json.dumps(told), encoding="utf-8")
    told_about = said(lambda: read(path))
    assert "account 2: " in told_about and says in told_about


def test_two_accounts_of_one_name_are_refused(path: Path) -> None:
    keep(path, LI, LI)
    assert "li is there twice" in said(lambda: read(path))


# ---- the doorkeeper ----


def test_the_doorkeeper_knows_the_right_password_only(path: Path) -> None:
    keep(path, LI, Account("gone", "Gone", Role.ADMIN, is_disabled=True))
    with doorkeeper(path) as (keeper, inbox):
        for number, (person, secret) in enumerate([("li", WORD), ("li", WORD + "x"), ("gone", WORD), ("nobody", WORD)]):
            keeper.identify(Claim(number, person, secret))
        answers = [inbox.next() for _ in range(4)]
    assert answers == [Identified(0, True), Identified(1, False), Identified(2, False), Identified(3, False)]


def test_a_changed_file_is_noticed_and_a_damaged_one_changes_nothing_but_is_told_once(path: Path) -> None:
    keep(path, LI)
    with doorkeeper(path) as (keeper, inbox):
        keep(path, LI, NG)
        assert inbox.next() == AccountsRead((LI, NG))
        path.write_text("{", encoding="utf-8")
        down = inbox.next()
        assert isinstance(down, LinkDown) and (down.kind, down.name) == ("accounts", "accounts.json")
        keeper.identify(Claim(1, "ng", WORD))
        assert inbox.next() == Identified(1, True)
        path.unlink()
        keep(path, NG)
        assert isinstance(inbox.next(), LinkUp)
        assert inbox.next() == AccountsRead((NG,))


def test_accounts_that_cannot_be_read_let_no_console_start_without_them(path: Path) -> None:
    path.write_text("nonsense", encoding="utf-8")
    assert "is no JSON" in said(lambda: FileDoorkeeper(path, Inbox(), FakeClock()))


# ---- the command ----


def test_an_account_is_made_narrowed_disabled_and_enabled(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "word").write_text(WORD + "\n", encoding="utf-8")
    reference = f"file:{tmp_path / 'word'}"
    assert people(path, "list") == 0
    assert people(path, "add", "li", "--role", "dispatcher", "--name", "Li Wei", "--password", reference) == 0
    assert people(path, "change", "li", "--classes", "fp", "--role", "supervisor") == 0
    assert people(path, "disable", "li") == 0
    assert people(path, "list") == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("no accounts") and "from their next start on" in told[1]
    assert told[-1].split() == ["li", "supervisor", "Li", "Wei", "classes", "FP;", "disabled"]
    assert people(path, "enable", "li") == 0
    assert people(path, "change", "li", "--classes", "-") == 0
    (held,) = read(path)
    assert held.account == Account("li", "Li Wei", Role.SUPERVISOR)
    with doorkeeper(path) as (keeper, inbox):
        keeper.identify(Claim(1, "li", WORD))
        assert inbox.next() == Identified(1, True)


@pytest.mark.parametrize(("words", "says"), [
    (["add", "li", "--role", "admin", "--password", "swordfish1"], "says where the password is"),
    (["add", "li", "--role", "admin"], "no terminal to ask"),
    (["add", "li", "--role", "admin", "--password", "env:SHORT_WORD"], "8 to 256 characters"),
    (["add", "l i", "--role", "admin"], "no name to sign in with"),
    (["add", "ng", "--role", "admin", "--password", "env:SHORT_WORD"], "ng is there already"),
    (["change", "li", "--role", "admin"], "nobody is called li"),
    (["password", "li"], "nobody is called li"),
    (["change", "ng", "--classes", "FX"], "X is no class of alarms: there are E, F, H, P, S, T, W"),
    (["change", "ng", "--areas", "moon"], "moon is no area"),
])  # fmt: skip
def test_what_the_command_refuses_is_said_and_changes_nothing(
    path: Path, words: list[str], says: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHORT_WORD", "short")
    keep(path, NG)
    before = path.read_bytes()
    assert people(path, *words) == 1
    assert says in capsys.readouterr().err
    assert path.read_bytes() == before


def test_a_password_that_was_typed_differently_twice_is_not_taken(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(path, NG)
    typed = iter(["first-word-1", "other-word-1", "first-word-1", "first-word-1"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("getpass.getpass", lambda _prompt: next(typed))
    assert people(path, "password", "ng") == 1
    assert "differ" in capsys.readouterr().err
    assert people(path, "password", "ng") == 0
    assert read(path)[0].password != KEPT
