"""Everything of a group deleted: on its day, told before, put off only by all, and for good."""

import itertools
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.core.delivery import Said, aftermath
from bot.core.model import Group, Life, State
from bot.core.outgoing import Message
from bot.core.plan import deletion_due, told_as
from bot.core.platform import SHUT, Unreachable
from bot.core.ports import Settlement
from bot.core.uses.season.deletion import see_to_ended
from bot.core.uses.season.erasing import erase
from bot.store.store import open_store
from tests.core.core_desk import START, Desk, desk_in, phrases

SECRETS = ("Rohkeutta hinnoitella", "Kaivoin puutarhaa", "Kurkku on kipeä", "Taukoja lisää", "Puhutaan kerrallaan yksi")
SEALED = ("comings", "notes", "papers", "agreements", "ballots", "batches", "drafts")


async def written(desk: Desk) -> Group:
    """A group whose members have written of everything there is to write, ended after its first meeting."""
    group = await desk.group("Aino", "Aino", "Veikko", "Salme")
    first = (await desk.meetings(group))[0]
    await desk.fills("Aino", "expect", group.id, hope=SECRETS[0])
    await desk.fills("Aino", "note", f"{first.id}:", text=SECRETS[1])
    await desk.does("Veikko", f"absent:{first.id}:")
    await desk.fills("Veikko", "reason", f"{first.id}:group", reason=SECRETS[2])
    await desk.fills("Salme", "agreement-rule", group.id, rule=SECRETS[4], text=SECRETS[4])
    desk.clock.move(first.ends(group.tz) + timedelta(minutes=15))
    await desk.says("feedback", first)
    await desk.fills("Salme", "sentence", first.id, sentence=SECRETS[3])
    return group


async def over(desk: Desk, group: Group) -> Group:
    await desk.does("Aino", f"end-sure:{group.id}:")
    async with desk.work() as work:
        found = await work.groups.get(group.id)
    assert found
    return found


async def date_of(desk: Desk, group: Group) -> Any:
    async with desk.work() as work:
        there = await work.groups.get(group.id)
        assert there
        return there.kept_until or deletion_due(there, {})


async def deleted(desk: Desk, group: Group) -> None:
    """As when the notice of deletion is claimed, sent and settled."""
    desk.clock.move(max(desk.clock.now(), await date_of(desk, group)))
    said = await desk.says("deletion")
    assert isinstance(said, Said)
    async with desk.work() as work:
        notice = (await work.notices.find(kind="deletion"))[0]
        await aftermath(work, notice, Settlement(notice.id, State.SENT), None, desk.house)


async def is_gone(desk: Desk) -> bool:
    rows = await desk.rows()
    async with desk.work() as work:
        beside = [
            await getattr(work, name).find() for name in ("papers", "agreements", "questions", "votes", "persons")
        ]
    return not any(rows.values()) and not any(beside)


async def test_not_one_word_that_members_wrote_opens_again(tmp_path: Path) -> None:
    folder, backup = tmp_path / "now", tmp_path / "backup"
    folder.mkdir()
    async with desk_in(folder) as desk:
        group = await written(desk)
        async with desk.work() as work:
            for name in ("comings", "notes", "papers", "agreements", "ballots"):
                assert await getattr(work, name).find(), f"there are {name} to be deleted"
    shutil.copytree(folder, backup)
    async with desk_in(folder) as desk:
        desk.keys = itertools.count(1000)
        desk.clock.move(START + timedelta(days=15))
        await over(desk, group)
        await deleted(desk, group)
        assert await is_gone(desk)
        await desk.store.outbox.tidy(now=desk.clock.now())
    with closing(sqlite3.connect(folder / "piiri.db")) as database:
        for table in SEALED:
            assert database.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table
        left = {row[0] for row in database.execute("SELECT id FROM keys")}
    with closing(sqlite3.connect(backup / "piiri.db")) as database:
        sealed_with = {row[0] for table in SEALED for row in database.execute(f"SELECT key_id FROM {table}")}
    assert sealed_with, "or nothing was sealed to begin with"
    ring = {path.name for path in (folder / "piiri.key.ring").glob("*")}
    assert not sealed_with & (left | ring)
    everything = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert not [secret for secret in SECRETS if secret.encode() in everything]

    # The backup of the database of before comes back, beside what stands outside it.
    shutil.copy(backup / "piiri.db", folder / "piiri.db")
    store = await open_store(f"sqlite:///{folder / 'piiri.db'}", folder / "piiri.key")
    try:
        assert await is_gone(Desk(store))
    finally:
        await store.close()


async def test_whoever_is_in_another_group_stays_and_nobody_else(desk: Desk) -> None:
    group = await written(desk)
    await desk.group("Veikko", "Veikko", "Helmi", channel="other", name="Toinen piiri")
    await over(desk, group)
    await deleted(desk, group)
    async with desk.work() as work:
        assert sorted(person.name for person in await work.persons.find()) == ["Helmi", "Veikko"]
        assert [g.name for g in await work.groups.find()] == ["Toinen piiri"]


async def test_an_unfinished_form_about_the_group_goes_with_it(desk: Desk) -> None:
    group = await desk.group("Aino", "Aino", "Veikko", platform="steps")
    await desk.group("Aino", "Aino", channel="other", platform="steps", name="Toinen piiri")
    first = (await desk.meetings(group))[0]
    await desk.does("Aino", f"note:{first.id}:", platform="steps")
    async with desk.work() as work:
        assert await work.drafts.find()
        await erase(work, group, None)
        assert await work.drafts.find() == []


async def test_a_post_that_must_wait_or_fails_keeps_nothing(desk: Desk) -> None:
    group = await over(desk, await written(desk))
    desk.clock.move(await date_of(desk, group))
    await desk.says("deletion")
    async with desk.work() as work:
        place, notice = (await work.groups.find())[0], (await work.notices.find())[0]
        assert (place.name, place.key_id, place.themes) == ("", "", ())
        assert await work.members.find() == []
        waits = Settlement(notice.id, State.WAITING, why="throttled")
        await aftermath(work, notice, waits, None, desk.house)
        assert await work.groups.find() == [place], "its last word is still to be said"
    again = await desk.says("deletion")
    assert isinstance(again, Said)
    assert phrases(again.message)[0] == "deletion-done"
    async with desk.work() as work:
        await aftermath(work, notice, Settlement(notice.id, State.FAILED, why=SHUT), Unreachable(SHUT), desk.house)
    assert await is_gone(desk)


@pytest.mark.parametrize("state", [State.SKIPPED, State.FAILED])
async def test_what_cannot_be_said_is_done(desk: Desk, state: State) -> None:
    await over(desk, await written(desk))
    async with desk.work() as work:
        notice = (await work.notices.find(kind="deletion"))[0]
        await aftermath(work, notice, Settlement(notice.id, state, why="late"), None, desk.house)
    assert await is_gone(desk)


async def test_a_group_that_ended_before_there_were_dates_is_told_its_own_and_deleted(desk: Desk) -> None:
    group = await written(desk)
    async with desk.work() as work:
        await work.groups.save(replace(group, life=Life.ENDED))
        await work.notices.drop(group_id=group.id)
    for _ in range(2):  # twice does no harm
        await see_to_ended(desk.store, desk.house)
    async with desk.work() as work:
        there = await work.groups.get(group.id)
        assert there
        assert there.ended == desk.clock.now()
        assert await work.ballots.find() == []
        kinds = sorted(notice.kind for notice in await work.notices.waiting(group.id))
        assert kinds == ["deletion", "deletion-soon", "keepsake", "keepsake", "keepsake"]
    await deleted(desk, group)
    assert await is_gone(desk)


async def test_a_deletion_that_went_wrong_is_done_the_next_night(desk: Desk) -> None:
    group = await over(desk, await written(desk))
    async with desk.work() as work:
        for notice in await work.notices.find(kind=("deletion", "deletion-soon")):
            await work.notices.save(replace(notice, state=State.UNSURE))
    desk.clock.move(await date_of(desk, group) + timedelta(hours=18))
    await see_to_ended(desk.store, desk.house)
    assert await is_gone(desk)


async def test_no_date_comes_so_near_that_it_cannot_be_told(desk: Desk) -> None:
    group = await over(desk, await written(desk))
    await desk.does("Aino", f"followup:{group.id}:yes")
    desk.clock.move(desk.clock.now() + timedelta(days=100))
    await desk.does("Aino", f"leave-sure:{group.id}:quiet")  # and nobody else may be asked any more
    soon, gone = await desk.notices("deletion-soon"), await desk.notices("deletion")
    assert len(soon) == len(gone) == 1
    assert desk.clock.now() + timedelta(days=6) < soon[0].due < gone[0].due - timedelta(days=6)


async def test_nothing_is_deleted_of_which_nobody_was_told_because_we_were_away(desk: Desk) -> None:
    group = await over(desk, await written(desk))
    gone = await date_of(desk, group)
    desk.clock.move(gone + timedelta(days=3))
    async with desk.work() as work:
        notice = (await work.notices.find(kind="deletion-soon"))[0]
        await work.notices.save(replace(notice, state=State.SKIPPED))
    assert isinstance(await desk.says("deletion"), Settlement)
    soon = (await desk.notices("deletion-soon"))[-1]
    assert (soon.state, soon.ref) == (State.WAITING, told_as(await date_of(desk, group)))
    assert await date_of(desk, group) > desk.clock.now() + timedelta(days=12)


async def test_one_member_against_it_is_enough(desk: Desk) -> None:
    group = await over(desk, await written(desk))
    gone = await date_of(desk, group)
    desk.clock.move(gone - timedelta(days=7))
    said = await desk.says("deletion-soon")
    assert isinstance(said, Said)
    for name in ("Aino", "Veikko"):
        assert phrases(await desk.does(name, f"keep-longer:{group.id}:{told_as(gone)}=yes")) == ["keep-noted"]
    assert phrases(await desk.does("Salme", f"keep-longer:{group.id}:{told_as(gone)}=no")) == ["keep-not-noted"]
    assert await date_of(desk, group) == gone
    reply = await desk.does("Salme", f"keep-longer:{group.id}:{told_as(gone)}=yes")
    assert isinstance(reply, Message)
    assert phrases(reply) == ["keep-all"]
    assert await date_of(desk, group) > gone + timedelta(days=85)
    assert len(await desk.notices("kept")) == 1
    assert [n.ref for n in await desk.notices("deletion")] == [told_as(await date_of(desk, group))]


async def test_when_the_last_to_differ_has_left_the_wish_of_the_others_holds(desk: Desk) -> None:
    group = await over(desk, await written(desk))
    gone = await date_of(desk, group)
    desk.clock.move(gone - timedelta(days=7))
    await desk.says("deletion-soon")
    for name in ("Aino", "Veikko"):
        await desk.does(name, f"keep-longer:{group.id}:{told_as(gone)}=yes")
    await desk.does("Salme", f"leave-sure:{group.id}:quiet")
    desk.clock.move(gone)
    assert isinstance(await desk.says("deletion"), Settlement)
    async with desk.work() as work:
        assert len(await work.members.find()) == 2


async def test_where_the_channel_is_closed_each_member_hears_of_the_date(desk: Desk) -> None:
    group = await over(desk, await written(desk))
    async with desk.work() as work:
        await work.groups.save(replace(group, unreachable="removed"))
        notice = (await work.notices.find(kind="deletion-soon"))[0]
        await aftermath(work, notice, Settlement(notice.id, State.FAILED, why="removed"), None, desk.house)
        told = [n for n in await work.notices.find(kind="deletion-soon") if n.person_id]
        assert len(told) == 3
        assert await work.notices.find(kind="trouble")


async def test_an_unfinished_form_is_forgotten_after_a_day_whatever_is_in_it(desk: Desk) -> None:
    group = await desk.group("Aino", "Aino", platform="steps")
    first = (await desk.meetings(group))[0]
    await desk.does("Aino", f"note:{first.id}:", platform="steps")
    await desk.store.outbox.tidy(now=desk.clock.now() + timedelta(hours=23))
    async with desk.work() as work:
        assert len(await work.drafts.find()) == 1
    await desk.store.outbox.tidy(now=desk.clock.now() + timedelta(hours=25))
    async with desk.work() as work:
        assert await work.drafts.find() == []
