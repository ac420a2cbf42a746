import base64
import logging
import os
import shutil
import sqlite3
import stat
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from store_rows import (
    DRAFT,
    MEMBER,
    NOTE,
    NOW,
    PERSON,
    POLL,
    Undone,
    a_group,
    everything,
)

from bot.store import vault as vaults
from bot.store.problem import StoreProblem
from bot.store.secret_files import ErasureList, Ring, load_master
from bot.store.store import SqlStore, open_store
from bot.store.vault import KeyGone, Vault, seal, unseal
from tests.store.conftest import Place

pytestmark = pytest.mark.of_a_file

SECRET = "zq-sealed-words-zq"


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


# What is sealed


async def test_sealed_words_are_in_no_file_and_in_no_log(place, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    async with place.store() as store:
        async with store.begin() as work:
            rows = await everything(work)
            for name, column in (
                ("comings", "reason"),
                ("notes", "text"),
                ("ballots", "answers"),
                ("batches", "content"),
                ("drafts", "values"),
            ):
                await getattr(work, name).save(replace(rows[name], **{column: SECRET}))
            await work.persons.save(replace(PERSON, name="plain-words"))
        await store.shelf.put("channel1", SECRET.encode())
        with suppress(Exception):
            async with store.begin() as work:
                await work.notes.add(replace(rows["notes"], text=SECRET, meeting_id="nothing"))
        assert place.holds(b"plain-words"), "or this test looks in the wrong place"
        assert place.holds(SECRET.encode()) == []
        assert any("-wal" in name for name in os.listdir(place.database.parent))
    assert place.holds(b"plain-words")
    assert place.holds(SECRET.encode()) == []
    assert SECRET not in caplog.text
    assert "plain-words" not in caplog.text


async def test_an_error_of_the_database_tells_no_values(store: SqlStore) -> None:
    async with store.begin() as work:
        with pytest.raises(Exception, match="FOREIGN KEY") as caught:
            await work.members.add(replace(MEMBER, name="plain-words"))
    assert "plain-words" not in str(caught.value)


async def test_a_sealed_value_opens_only_in_its_own_place(place) -> None:
    async with place.store() as store, store.begin() as work:
        await everything(work)
        await work.notes.add(replace(NOTE, id="note2", key_id=(await work.notes.find())[0].key_id, text="other"))
    with closing(sqlite3.connect(place.database)) as database, database:
        database.execute("UPDATE notes SET text = (SELECT text FROM notes WHERE id = 'note1') WHERE id = 'note2'")
    async with place.store() as store, store.begin() as work:
        assert [note.id for note in await work.notes.find()] == ["note1"]


def test_the_same_words_are_never_sealed_alike(tmp_path: Path) -> None:
    key, _ = Vault(bytes(32), tmp_path / "k").new_key("a")
    place = {"table": "notes", "row_id": "1", "column": "text"}
    one, two = (seal(key, b"same", **place) for _ in range(2))
    assert one != two
    assert unseal(key, one, **place) == unseal(key, two, **place) == b"same"
    assert unseal(key, one, table="notes", row_id="2", column="text") is None
    assert unseal(key, b"", **place) is None


async def test_few_unwrapped_keys_are_kept_at_hand_and_the_others_still_open(
    place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vaults, "_CACHED", 3)
    async with place.store() as store:
        async with store.begin() as work:
            rows = await a_group(work)
            for number in range(8):
                key_id = await work.keys.make()
                await work.notes.add(replace(NOTE, id=f"note{number}", key_id=key_id, text=str(number)))
        async with store.begin() as work:
            assert len(await work.notes.find()) == 8
        assert len(store._transactions.vault._cache) == 3
    assert rows


async def test_nothing_can_be_sealed_with_a_key_that_is_not_there(store: SqlStore) -> None:
    async with store.begin() as work:
        await a_group(work)
        with pytest.raises(KeyGone):
            await work.notes.add(replace(NOTE, key_id="neverwas"))


async def test_a_rows_key_names_no_path(store: SqlStore) -> None:
    async with store.begin() as work:
        await a_group(work)
        with pytest.raises(ValueError, match="letters and digits"):
            await work.notes.add(replace(NOTE, key_id="../piiri.key"))


# Keys destroyed


def test_a_key_destroyed_lately_is_not_taken_back_and_not_all_are_remembered_for_ever(tmp_path: Path) -> None:
    vault = Vault(bytes(32), tmp_path / "k")
    kept = {key_id: vault.new_key(key_id)[1] for key_id in map(str, range(vaults._GONE + 10))}
    vault.forget(kept)
    assert vault.unwrap(str(vaults._GONE), kept[str(vaults._GONE)]) is None
    assert len(vault._gone) == vaults._GONE
    assert vault.unwrap("another", vault.new_key("another")[1]) is not None


async def test_with_its_key_a_row_is_gone_at_once_and_for_good(place) -> None:
    async with place.store() as store:
        async with store.begin() as work:
            rows = await everything(work)
        async with store.begin() as work:
            await work.keys.destroy(rows["members"].key_id)
            assert await work.notes.get(NOTE.id) is None
            assert await work.notes.find() == []
            assert await work.comings.find(), "the group's key is another"
        async with store.begin() as work:
            assert await work.notes.find() == []
    async with place.store() as store, store.begin() as work:
        assert await work.notes.find() == []


async def test_a_destroyed_key_is_in_no_file_even_while_the_store_is_open(place) -> None:
    async with place.store() as store:
        async with store.begin() as work:
            key_id = await work.keys.make()
        with closing(sqlite3.connect(place.database)) as database:
            (wrapped,) = database.execute("SELECT wrapped FROM keys WHERE id = ?", (key_id,)).fetchone()
        assert place.holds(wrapped)
        async with store.begin() as work:
            await work.keys.destroy(key_id)
        assert place.holds(wrapped) == []


async def test_a_destruction_that_is_undone_destroys_nothing(place) -> None:
    async with place.store() as store:
        async with store.begin() as work:
            rows = await everything(work)
        with suppress(Undone):
            async with store.begin() as work:
                await work.keys.destroy(rows["members"].key_id)
                await work.keys.destroy(rows["polls"].key_id)
                raise Undone
        async with store.begin() as work:
            with suppress(Undone):
                async with work.attempt():
                    await work.keys.destroy(rows["members"].key_id)
                    raise Undone
            assert await work.notes.find() == [rows["notes"]]
        assert not place.erased.exists()
    async with place.store() as store, store.begin() as work:
        assert await work.notes.find() == [rows["notes"]]
        assert await work.ballots.find() == [rows["ballots"]]


async def test_the_instances_key_cannot_be_destroyed(store: SqlStore) -> None:
    async with store.begin() as work:
        await work.drafts.add(DRAFT)
        with pytest.raises(ValueError, match="instance"):
            await work.keys.destroy("instance")


async def test_a_restored_backup_obeys_what_was_erased_since(place) -> None:
    async with place.store() as store, store.begin() as work:
        rows = await everything(work)
    backup = place.folder / "backup"
    shutil.copy(place.database, backup)
    async with place.store() as store, store.begin() as work:
        await work.keys.destroy(rows["members"].key_id)
        await work.keys.destroy(rows["polls"].key_id)
    assert place.erased.read_text().split() == [rows["members"].key_id, rows["polls"].key_id]
    assert rights(place.erased) == 0o600

    for _ in range(2):  # a backup can be restored more than once
        shutil.copy(backup, place.database)
        async with place.store() as store, store.begin() as work:
            for name in ("notes", "ballots", "batches", "members", "comings"):
                assert await getattr(work, name).find() == [], (
                    "a member goes with their key, and all of theirs with them"
                )
            assert await work.persons.get(rows["persons"].id) is not None
            assert [poll.closed for poll in await work.polls.find()] == [True], "no ballot can be sealed any more"
        with closing(sqlite3.connect(place.database)) as database:
            for table in ("notes", "ballots", "batches"):
                assert database.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
            gone = (rows["members"].key_id,)
            assert database.execute("SELECT count(*) FROM keys WHERE id = ?", gone).fetchone() == (0,)


async def test_a_forgotten_person_does_not_come_back_with_a_backup(place) -> None:
    async with place.store() as store, store.begin() as work:
        rows = await everything(work)
    backup = place.folder / "backup"
    shutil.copy(place.database, backup)
    async with place.store() as store, store.begin() as work:
        await work.persons.drop(id=rows["persons"].id)
        await work.keys.destroy(rows["persons"].id)
    shutil.copy(backup, place.database)
    async with place.store() as store, store.begin() as work:
        for name in ("persons", "members", "conveners"):
            assert await getattr(work, name).find() == []


async def test_an_everyday_start_does_not_go_through_the_list_again(place) -> None:
    async with place.store() as store, store.begin() as work:
        for _ in range(3):
            await work.keys.destroy(await work.keys.make())
    async with place.store():
        pass
    before = place.database.read_bytes()
    async with place.store():
        pass
    assert place.database.read_bytes() == before


async def test_another_list_in_its_place_is_obeyed_from_its_beginning(place) -> None:
    async with place.store() as store, store.begin() as work:
        rows = await everything(work)
        for _ in range(3):
            await work.keys.destroy(await work.keys.make())
    async with place.store():
        pass
    place.erased.write_text(f"{rows['members'].key_id}\n" + place.erased.read_text())
    async with place.store() as store, store.begin() as work:
        assert await work.notes.find() == []


async def test_a_list_that_was_lost_is_said_to_be(place, caplog: pytest.LogCaptureFixture) -> None:
    async with place.store() as store, store.begin() as work:
        await work.keys.destroy(await work.keys.make())
    async with place.store():
        assert caplog.text == ""
    place.erased.unlink()
    async with place.store():
        assert "list of erasures" in caplog.text


def test_a_line_cut_short_spoils_no_other(tmp_path: Path) -> None:
    path = tmp_path / "erased"
    erased = ErasureList(path)
    assert erased.text() == ""
    erased.append(["one", "two"])
    with path.open("a") as file:
        file.write("thr")
    assert erased.text().split() == ["one", "two"]
    erased.append(["four"])
    assert erased.text().split() == ["one", "two", "thr", "four"]


# Keys outside the database


async def test_a_key_outside_is_a_file_of_ours_alone_and_not_in_the_database(place) -> None:
    async with place.store() as store, store.begin() as work:
        rows = await everything(work)
        assert place.ring_ids() == {rows["polls"].key_id}
    assert rights(place.ring) == 0o700
    file = place.ring / rows["polls"].key_id
    assert rights(file) == 0o600
    assert place.holds(file.read_bytes()) == [file.name]
    async with place.store() as store, store.begin() as work:
        assert await work.ballots.find() == [rows["ballots"]]


async def test_a_key_outside_goes_only_after_the_commit_that_destroys_it(place) -> None:
    async with place.store() as store:
        async with store.begin() as work:
            rows = await everything(work)
        async with store.begin() as work:
            await work.keys.destroy(rows["polls"].key_id)
            assert await work.ballots.find() == []
            assert place.ring_ids() == {rows["polls"].key_id}
            assert not place.erased.exists()
        assert place.ring_ids() == set()
        assert place.erased.exists()
        async with store.begin() as work:
            assert await work.ballots.find() == []
            assert await work.batches.find() == []


async def test_a_key_outside_goes_with_the_transaction_or_the_attempt_that_made_it(place) -> None:
    async with place.store() as store:
        with suppress(Undone):
            async with store.begin() as work:
                await work.keys.make(outside=True)
                assert len(place.ring_ids()) == 1
                raise Undone
        assert place.ring_ids() == set()
        async with store.begin() as work:
            rows = await a_group(work)
            first = await work.keys.make(outside=True)
            with suppress(Undone):
                async with work.attempt():
                    await work.keys.make(outside=True)
                    raise Undone
            assert place.ring_ids() == {first}
            await work.polls.add(replace(POLL, key_id=first))
        assert place.ring_ids() == {first}
    assert rows


async def test_a_key_outside_that_a_crash_left_behind_goes_at_the_next_start_and_at_tidying(place) -> None:
    async with place.store() as store:
        async with store.begin() as work:
            rows = await everything(work)
        kept = {rows["polls"].key_id}
        (place.ring / "leftbehind000000").write_bytes(b"x")
        await store.outbox.tidy(now=NOW)
        assert place.ring_ids() == kept
        (place.ring / "leftbehind000000").write_bytes(b"x")
    async with place.store():
        assert place.ring_ids() == kept


async def test_the_night_after_an_erasure_writes_the_file_anew_and_other_nights_do_not(place) -> None:
    async with place.store() as store, store.begin() as work:
        key_id = await work.keys.make()
    a_name_left_where_a_row_once_was(place)
    async with place.store() as store:
        await store.outbox.tidy(now=NOW)
        assert place.holds(b"left-in-a-page")
        async with store.begin() as work:
            await work.keys.destroy(key_id)
        await store.outbox.tidy(now=NOW)
        assert not place.holds(b"left-in-a-page")
    a_name_left_where_a_row_once_was(place)
    async with place.store() as store:
        await store.outbox.tidy(now=NOW)
        assert place.holds(b"left-in-a-page")


def a_name_left_where_a_row_once_was(place: Place) -> None:
    """Where SQLite moves rows from one page to the next, it leaves their bytes in the room between."""
    pages = place.database.read_bytes()
    room = pages.rindex(bytes(500))
    with place.database.open("r+b") as file:
        file.seek(room + 200)
        file.write(b"left-in-a-page")


async def test_a_crash_after_the_commit_leaves_no_key_outside_behind(place) -> None:
    async with place.store() as store, store.begin() as work:
        rows = await everything(work)
    key_id = rows["polls"].key_id
    file = (place.ring / key_id).read_bytes()
    async with place.store() as store, store.begin() as work:
        await work.keys.destroy(key_id)
    (place.ring / key_id).write_bytes(file)
    async with place.store() as store, store.begin() as work:
        assert await work.ballots.find() == []
        assert place.ring_ids() == set()


async def test_a_restored_backup_without_its_ring_has_no_ballots(place) -> None:
    async with place.store() as store, store.begin() as work:
        await everything(work)
    shutil.rmtree(place.ring)
    async with place.store() as store, store.begin() as work:
        assert await work.ballots.find() == []
        assert await work.comings.find()


# The master key


async def test_the_first_start_makes_a_key_file_of_ours_alone_and_says_so(tmp_path: Path) -> None:
    key_file = tmp_path / "keys" / "piiri.key"
    store = await open_store(f"sqlite:///{tmp_path}/piiri.db", key_file)
    assert store.created_key
    await store.close()
    assert rights(key_file) == 0o600
    assert rights(key_file.parent) == 0o700
    assert rights(tmp_path / "piiri.db") == 0o600
    line = key_file.read_text()
    assert line.count("\n") == 1
    assert len(base64.b64decode(line)) == 32
    store = await open_store(f"sqlite:///{tmp_path}/piiri.db", key_file)
    assert not store.created_key
    await store.close()


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o660])
async def test_a_key_file_that_others_can_read_is_refused(place, mode: int) -> None:
    place.key_file.chmod(mode)
    with pytest.raises(StoreProblem, match="chmod 600"):
        await open_store(place.url, place.key_file)


async def test_another_stores_key_is_refused(place) -> None:
    place.key_file.write_text(base64.b64encode(os.urandom(32)).decode())
    with pytest.raises(StoreProblem, match="not the one"):
        await open_store(place.url, place.key_file)


@pytest.mark.parametrize("content", ["", "not base64!", base64.b64encode(bytes(31)).decode()])
async def test_a_key_file_without_a_key_is_refused(place, content: str) -> None:
    place.key_file.write_text(content)
    with pytest.raises(StoreProblem, match="does not hold a key"):
        await open_store(place.url, place.key_file)


async def test_a_missing_key_file_is_not_replaced_once_there_is_a_database(place) -> None:
    place.key_file.unlink()
    with pytest.raises(StoreProblem, match="missing"):
        await open_store(place.url, place.key_file)
    assert not place.key_file.exists()


async def test_a_key_file_in_an_impossible_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreProblem, match="cannot be used"):
        await open_store(f"sqlite:///{tmp_path}/piiri.db", tmp_path / "file" / "piiri.key")


def test_a_key_made_by_another_process_meanwhile_is_taken_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "key"
    first, made = load_master(path, may_make=True)
    assert made
    real = Path.exists
    answers = iter([False])
    monkeypatch.setattr(Path, "exists", lambda self: next(answers, None) if self == path else real(self))
    assert load_master(path, may_make=True) == (first, False)


def test_removing_from_a_ring_what_is_not_there_does_nothing(tmp_path: Path) -> None:
    ring = Ring(tmp_path / "ring")
    ring.remove(["a"])
    assert ring.read("a") is None
    assert ring.ids() == set()


async def test_a_restored_backup_brings_back_no_unfinished_form_of_somebody_forgotten(place: Any) -> None:
    async with place.store() as store, store.begin() as work:
        await work.persons.add(PERSON)
        await work.drafts.add(DRAFT)
    ErasureList(place.erased).append([PERSON.id])  # as if the database were an older one
    async with place.store() as store, store.begin() as work:
        assert await work.persons.find() == []
        assert await work.drafts.find() == []
