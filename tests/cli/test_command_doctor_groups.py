"""piiri doctor on each group, against the stand-in for Telegram, and on what lies in the store."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.core.model import Notice, State
from bot.store.schema import NEWEST
from bot.store.store import open_store
from tests.cli.doctor import Doctor, line
from tests.fakes.telegram.api import HANDLERS
from tests.fakes.telegram.fake import FakeTelegram
from tests.fakes.telegram.world import Person

# Each group


@pytest.mark.parametrize("kind", ["group", "supergroup", "forum"])
async def test_a_group_where_piiri_may_post_is_well(
    doctor: Doctor, fake: FakeTelegram, aino: Person, kind: str
) -> None:
    group = fake.group("Chat", [aino], kind=kind, bot="member")
    group.members_can_pin = True
    topic = fake.topic(group, "Piiri") if kind == "forum" else 0
    await doctor.lives_in(group, topic)
    said = line(await doctor.says("--telegram"), "“Torstain piiri”")
    assert said.startswith("ok    “Torstain piiri”: Piiri may post and pin.")
    assert ("topic is open shows at the next post" in said) == bool(topic)


async def test_an_administrator_is_told_that_it_need_not_be_one(
    doctor: Doctor, fake: FakeTelegram, aino: Person
) -> None:
    await doctor.lives_in(fake.group("Chat", [aino], bot="administrator"))
    assert "needs no such rights" in line(await doctor.says("--telegram"), "ok", "may post and pin")


async def test_a_bot_that_was_muted_is_to_be_allowed(doctor: Doctor, fake: FakeTelegram, aino: Person) -> None:
    group = fake.group("Chat", [aino], bot="member")
    await doctor.lives_in(group)
    fake.restricts_bot(aino, group)
    said = line(await doctor.says("--telegram"), "to do", "“Torstain piiri”", "may not send text messages and files")
    assert "Permissions, open the bot among the exceptions" in said


async def test_what_members_may_not_the_bot_may_not_either(
    doctor: Doctor, fake: FakeTelegram, aino: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = HANDLERS["getChat"]

    def without_files(state: Any, params: dict[str, Any]) -> dict[str, Any]:
        shape: dict[str, Any] = usual(state, params)
        return shape | {"permissions": shape["permissions"] | {"can_send_documents": False}}

    monkeypatch.setitem(HANDLERS, "getChat", without_files)  # type: ignore[arg-type]
    group = fake.group("Chat", [aino], bot="member")
    await doctor.lives_in(group)
    said = line(await doctor.says("--telegram"), "to do", "may not send files.")
    assert "allow members files" in said
    fake.promotes_bot(aino, group)
    assert line(await doctor.says("--telegram"), "“Torstain piiri”").startswith("ok")


@pytest.mark.parametrize("kind", ["group", "supergroup"])
async def test_a_bot_that_was_removed_is_to_be_added_again(
    doctor: Doctor, fake: FakeTelegram, aino: Person, kind: str
) -> None:
    group = fake.group("Chat", [aino], kind=kind, bot="member")
    await doctor.lives_in(group)
    fake.removes_bot(aino, group)
    assert "add the bot again" in line(await doctor.says("--telegram"), "to do", "“Torstain piiri”", "no longer in")


async def test_a_group_that_is_gone_can_be_ended(doctor: Doctor, fake: FakeTelegram, aino: Person) -> None:
    group = fake.group("Chat", [aino], bot="member")
    group_id = await doctor.lives_in(group)
    fake.deletes_group(group)
    assert f"`piiri group end {group_id}`" in line(await doctor.says("--telegram"), "to do", "its chat is gone")
    await asyncio.to_thread(doctor.place.here, "group", "end", group_id, "--yes")
    assert "Torstain piiri" not in (await doctor.says("--telegram")).out


async def test_a_channel_that_is_no_group_of_telegrams_says_so(
    doctor: Doctor, fake: FakeTelegram, aino: Person
) -> None:
    await doctor.lives_in("main", name="Yksi")
    await doctor.lives_in(f"{aino.id}", name="Kaksi")
    done = await doctor.says("--telegram")
    assert "main is no group chat of Telegram's" in line(done, "to do", "“Yksi”")
    assert "is no group chat of Telegram's" in line(done, "to do", "“Kaksi”")


async def test_a_group_that_moved_is_found_by_itself(
    doctor: Doctor, fake: FakeTelegram, aino: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = fake.group("Chat", [aino], bot="member")
    await doctor.lives_in(group)
    group.migrated_to = -1002300000999
    assert "by itself" in line(await doctor.says("--telegram"), "note", "has become a supergroup")


async def test_a_topic_needs_a_chat_with_topics(doctor: Doctor, fake: FakeTelegram, aino: Person) -> None:
    group = fake.group("Chat", [aino], kind="forum", bot="member")
    await doctor.lives_in(group, fake.topic(group, "Piiri"))
    group.forum = False
    assert "Turn topics on again" in line(await doctor.says("--telegram"), "to do", "has no topics any more")


async def test_two_groups_in_one_chat_are_asked_about_once(doctor: Doctor, fake: FakeTelegram, aino: Person) -> None:
    group = fake.group("Chat", [aino], kind="forum", bot="member")
    await doctor.lives_in(group, fake.topic(group, "Yksi"), "Yksi")
    await doctor.lives_in(group, fake.topic(group, "Kaksi"), "Kaksi")
    done = await doctor.says("--telegram")
    assert done.out.index("“Kaksi”") < done.out.index("“Yksi”"), "by name"
    assert [call.method for call in fake.calls].count("getChat") == 1


async def test_a_server_that_stops_answering_does_not_condemn_the_groups(
    doctor: Doctor, fake: FakeTelegram, aino: Person
) -> None:
    for name in ("Yksi", "Kaksi", "Kolme"):
        await doctor.lives_in(fake.group(name, [aino], bot="member"), name=name)
    fake.fault("getChatMember", "429", retry_after=600)
    done = await doctor.says("--telegram")
    assert "10 minutes" in line(done, "to do")
    assert line(done, "“Kaksi” and the groups after it were not looked at").startswith("note")
    assert "Yksi" not in done.out


@pytest.mark.parametrize(
    ("why", "said"),
    [("removed", "send /resume"), ("muted", "send /resume"), ("topic-closed", "Open the topic again"),
     ("topic-gone", "`piiri group end"), ("channel-gone", "send /resume")],
)  # fmt: skip
async def test_a_group_marked_as_closed_says_so_though_it_is_open(
    doctor: Doctor, fake: FakeTelegram, aino: Person, why: str, said: str
) -> None:
    group_id = await doctor.lives_in(fake.group("Chat", [aino], bot="member"))
    await doctor.marked(group_id, why)
    assert said in line(await doctor.says("--telegram"), "to do", "“Torstain piiri”", "marked as closed to Piiri")


# The store


async def test_before_the_first_start_there_is_nothing_to_do_and_nothing_is_made(doctor: Doctor) -> None:
    done = await doctor.says()
    assert "`piiri run` makes it" in line(done, "note", "There is no database")
    assert done.code == 0
    assert not list(doctor.place.folder.iterdir())
    assert "no database" in (await doctor.says("--telegram")).out


async def test_a_key_that_is_missing_or_another_is_to_be_put_back(doctor: Doctor) -> None:
    await doctor.lives_in("-1002300000001")
    key = doctor.place.folder / "piiri.key"
    content = key.read_bytes()
    key.unlink()
    done = await doctor.says("--telegram")
    assert "is missing" in line(done, "to do", "key")
    assert not key.exists()
    key.write_bytes(b"A" * 43 + b"=\n")
    key.chmod(0o600)
    assert "not the one" in line(await doctor.says(), "to do", "key")
    key.write_bytes(content)
    assert line(await doctor.says(), "key file is the right one").startswith("ok")


async def test_tables_of_an_earlier_version_are_left_as_they_are(doctor: Doctor) -> None:
    await doctor.lives_in("-1002300000001")
    path = doctor.place.folder / "piiri.db"
    turned(path, "0001")
    before = path.read_bytes()
    assert "copy the database" in line(await doctor.says(), "to do", "0001", NEWEST)
    assert path.read_bytes() == before
    turned(path, "9999")
    assert "newer Piiri" in line(await doctor.says(), "to do", "database")


def turned(path: Path, revision: str) -> None:
    import sqlite3

    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


async def test_a_database_that_cannot_be_opened_says_why(doctor: Doctor) -> None:
    (doctor.place.folder / "piiri.db").write_text("Rakas päiväkirja" * 100)
    assert "not a database" in line(await doctor.says(), "to do", "piiri.db")
    (doctor.place.folder / "file").write_text("not a folder")
    doctor.place.settings["PIIRI_DATABASE_URL"] = f"sqlite:///{doctor.place.folder}/file/piiri.db"
    assert "cannot be written" in line(await doctor.says(), "to do", "piiri.db")
    doctor.place.settings["PIIRI_DATABASE_URL"] = "mysql://u:geheim@db/x"
    done = await doctor.says()
    assert "sqlite:///" in line(done, "to do", "address of a database")
    assert "geheim" not in done.out
    doctor.place.settings["PIIRI_DATABASE_URL"] = "postgresql://u:geheim@127.0.0.1:9/piiri"
    done = await doctor.says()
    assert "check the address and that the server runs" in line(done, "to do", "piiri")
    assert "geheim" not in done.out


async def test_notices_that_did_not_arrive_of_late_are_counted(doctor: Doctor) -> None:
    group_id = await doctor.lives_in("main")
    del doctor.place.settings["PIIRI_TELEGRAM_TOKEN"]
    now = datetime.now(UTC)
    store = await open_store(f"sqlite:///{doctor.place.folder}/piiri.db", doctor.place.folder / "piiri.key")
    async with store.begin() as work:
        for days, state in ((1, State.FAILED), (13, State.UNSURE), (15, State.FAILED), (1, State.SENT)):
            due = now - timedelta(days=days)
            key = f"{days}{state}"
            await work.notices.add(
                Notice(f"n{key}", key, "soon", group_id, None, None, due, due + timedelta(days=1), 1, state=state)
            )
    await store.close()
    assert "`piiri group show`" in line(await doctor.says(), "note", "in the last 14 days: 2.")


async def test_without_groups_it_says_how_to_found_one(doctor: Doctor) -> None:
    await asyncio.to_thread(doctor.place.here, "group", "list")
    assert "`piiri group create --help`" in line(await doctor.says(), "note", "There are no groups yet")
