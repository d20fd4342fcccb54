"""Where a moment of the history lies: in one block of one volume of each level; its tables."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import URL, create_engine, inspect, make_url

from console.backends.history import tables
from console.backends.history.levels import Level, block_of, kept_ms, volume_of, volumes_of
from console.backends.history.library import HEAD, SCHEMA, SCRIPTS, library
from console.config.schema import HistoryConfig
from console.errors import StoreError
from console.trends.reduction import DAY

moments = st.integers(0, 4_102_444_800_000)  # until 2100
levels = st.sampled_from(list(Level))


@given(levels, moments)
def test_every_moment_lies_in_one_block_and_every_block_in_one_volume(level: Level, t_ms: int) -> None:
    start = block_of(level, t_ms)
    assert start <= t_ms < start + level.block_ms
    volume = volume_of(level, start)
    assert volume.start_ms <= start < volume.end_ms


@given(levels, moments, st.integers(0, 400 * DAY))
def test_volumes_follow_each_other_without_a_hole(level: Level, start_ms: int, length_ms: int) -> None:
    found = volumes_of(level, start_ms, start_ms + length_ms)
    assert found[0].start_ms <= start_ms and start_ms + length_ms < found[-1].end_ms
    assert all(one.end_ms == other.start_ms for one, other in pairwise(found))
    assert sorted(found) == found


def test_coarser_levels_are_made_of_whole_finer_ones_and_kept_longer() -> None:
    for finer, coarser in ((Level.RAW, Level.MINUTE), (Level.MINUTE, Level.HOUR)):
        assert coarser.below is finer and coarser.block_ms % finer.block_ms == 0
        assert coarser.block_ms % coarser.step_ms == 0
        assert kept_ms(finer, HistoryConfig()) < kept_ms(coarser, HistoryConfig())


def test_the_newest_migration_is_the_one_the_program_asks_for() -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def differences(url: URL) -> list[object]:
    """What migrating has made other than the program's tables; volumes come and go."""
    engine = create_engine(url)
    try:
        with engine.connect() as connection:
            found = compare_metadata(
                MigrationContext.configure(connection, opts={"compare_type": True}), tables.metadata
            )
            assert {"point", "due"} <= set(inspect(connection).get_table_names())
    finally:
        engine.dispose()
    return [each for each in found if getattr(each[1], "name", "") not in {f"block_{level}" for level in Level}]


def test_migrating_a_new_folder_gives_exactly_the_tables_the_program_uses(tmp_path: Path) -> None:
    files = library(tmp_path / "history", is_writer=True)
    files.prepare()
    files.close()
    assert differences(make_url(f"sqlite:///{tmp_path}/history/catalogue.sqlite")) == []


def test_migrating_an_empty_server_does_too(postgresql: str) -> None:
    server = library(postgresql, is_writer=True)
    server.prepare()
    server.prepare()  # a second console finds it done
    server.close()
    assert differences(make_url(postgresql).update_query_dict({"options": f"-csearch_path={SCHEMA}"})) == []


@pytest.mark.parametrize("address", ["sqlite://", "nosuch://u:hunter2@h/x", "postgresql://u:hunter2@h:port/x"])
def test_an_address_that_cannot_be_used_is_refused_without_its_password(address: str) -> None:
    with pytest.raises(StoreError) as refusal:
        library(address, is_writer=True)
    assert "hunter2" not in str(refusal.value)
