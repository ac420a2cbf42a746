"""What a crash left half-way, and posts that are changed: in the end each stands exactly once."""

import asyncio
from dataclasses import replace

import discord
import pytest

from bot.adapters.discord import posting
from bot.core.kinds import KINDS
from bot.core.model import State
from tests.discord.post_office_discord import SEND, Hurries, PostOffice
from tests.fakes.discord.world import Channel, Person
from tests.office import words

pytest_plugins = ["tests.discord.office_discord"]

PRETASK = "2026-09-10 10:00"
REMINDER = "2026-09-14 10:00"


@pytest.fixture
def quick(office: PostOffice, monkeypatch: pytest.MonkeyPatch, hurries: Hurries) -> PostOffice:
    """An office that gives up on an answer soon, with a library that tries again soon."""
    monkeypatch.setattr(posting, "PATIENCE", 0.25)
    hurries(discord.http)
    return office


def _path(place: Channel) -> str:
    return f"/channels/{place.id}/messages"


# Crashes


async def _left_in_flight(office: PostOffice, group_id: str, kind: str) -> None:
    """As a crash leaves a notice that was being sent."""
    notice = await office.notice(kind, group_id)
    async with office.kept() as work:
        await work.notices.save(replace(notice, state=State.SENDING, parts=0, posts=(), why=""))


CRASHES = {
    "plan": "2026-09-01 12:00",
    "pretask": PRETASK,
    "reminder": REMINDER,
    "soon": "2026-09-15 16:00",
    "brief": "2026-09-12 10:00",
    "feedback": "2026-09-16 12:00",
}
"""Kinds that may be repeated elsewhere and kinds that may not, and when each has been sent."""


@pytest.mark.parametrize("kind", CRASHES)
async def test_after_a_crash_a_notice_that_was_being_sent_stands_once(quick: PostOffice, kind: str) -> None:
    homes = {}
    for arrived in (True, False):
        aino = quick.person("Aino")
        place = await quick.place(aino)
        homes[arrived] = (quick.fake.dm(aino) if kind == "brief" else place, await quick.founds(place, aino, aino))
    await quick.moves_to(CRASHES[kind])
    before = {}
    for arrived, (where, group_id) in homes.items():
        notice, stood = await quick.sends(kind, group_id), quick.posts(where)
        mine = [post for post in stood if str(post.id) in notice.posts]
        assert mine
        before[arrived] = (notice, stood, [post.text for post in stood])
        await _left_in_flight(quick, group_id, kind)
        if not arrived:
            for post in mine:
                quick.fake.deletes_message(post)
    await quick.crashes()
    quick.fake.passes(200)
    await quick.opens()
    await quick.listens()
    for arrived, (where, group_id) in homes.items():
        again = await quick.sends(kind, group_id)
        notice, stood, texts = before[arrived]
        assert [post.text for post in quick.posts(where)] == texts
        assert len(again.posts) == len(notice.posts)
        if arrived:
            assert quick.posts(where) == stood, "found, and not sent again"
            assert again.posts == notice.posts


@pytest.mark.parametrize("arrived", [True, False])
async def test_after_a_crash_a_notice_without_buttons_is_known_by_its_words(quick: PostOffice, arrived: bool) -> None:
    place = await quick.place(kaarina := quick.person("Kaarina"))
    group_id = await quick.founds(place, kaarina)
    await quick.does(kaarina, f"pause:{group_id}:")
    notice = await quick.sends("paused", group_id)
    post = quick.last(place)
    assert post.labels == []
    await _left_in_flight(quick, group_id, "paused")
    if not arrived:
        quick.fake.deletes_message(post)
    quick.fake.passes(200)
    await quick.restarts()
    again = await quick.sends("paused", group_id)
    assert quick.last(place).text == words("paused-post")
    assert len(quick.posts(place)) == 2
    assert (again.posts == notice.posts) is arrived


def test_kinds_of_both_sorts_are_crashed_with() -> None:
    assert {KINDS[kind].again for kind in CRASHES} == {True, False}


async def test_after_a_crash_where_nobody_may_look_the_convener_is_told(quick: PostOffice) -> None:
    place = await quick.place(kaarina := quick.person("Kaarina"))
    group_id = await quick.founds(place, kaarina)
    await quick.moves_to(PRETASK)
    await _left_in_flight(quick, group_id, "pretask")
    quick.fake.overwrites(place, quick.fake.bot, deny="read_message_history")
    await quick.restarts()
    notice = await quick.sends("pretask", group_id, State.UNSURE)
    assert notice.why == "lacks-history"
    assert len(quick.posts(place)) == 2
    assert words("why-lacks-history") in quick.texts(kaarina)[0]


async def test_a_crash_in_the_midst_of_sending_repeats_nothing(quick: PostOffice) -> None:
    place = await quick.place(kaarina := quick.person("Kaarina"))
    group_id = await quick.founds(place, kaarina)
    quick.fake.fails("slow", "POST", _path(place), seconds=5)
    moving = asyncio.create_task(quick.moves_to(PRETASK))
    await quick.comes(lambda: len(quick.posts(place)) == 2)
    moving.cancel()
    await quick.crashes()
    await quick.opens()
    await quick.listens()
    await quick.moves_to(PRETASK)
    await quick.sends("pretask", group_id)
    assert len(quick.posts(place)) == 2
    assert len(quick.tried(place)) == 2


# Changing what stands


async def _cancelled(office: PostOffice) -> tuple[Person, Channel, str]:
    place = await office.place(kaarina := office.person("Kaarina"))
    group_id = await office.founds(place, kaarina)
    return kaarina, place, group_id


async def test_a_plan_that_somebody_deleted_is_posted_anew(quick: PostOffice) -> None:
    kaarina, place, group_id = await _cancelled(quick)
    quick.fake.deletes_message(quick.last(place))
    await quick.does(kaarina, f"cancel-sure:{(await quick.meeting(group_id)).id}:")
    await quick.moves_to("2026-09-01 12:00")
    notice = await quick.notice("plan-edit", group_id)
    assert notice.state is State.SENT
    assert [each.code for each in quick.tried(place, "PATCH", SEND + "/{}")] == [10008]
    assert notice.posts == (str(quick.last(place).id),)
    assert words("button-join") in quick.last(place).labels
    assert quick.texts(kaarina) == []


@pytest.mark.parametrize("what", ["503 before", "503 after", "reset before", "hang after", "500 before"])
async def test_a_change_of_the_plan_that_breaks_is_made_in_the_end(quick: PostOffice, what: str) -> None:
    kaarina, place, group_id = await _cancelled(quick)
    plan = quick.last(place)
    quick.fake.fails(what, "PATCH")
    await quick.does(kaarina, f"cancel-sure:{(await quick.meeting(group_id)).id}:")
    await quick.moves_to("2026-09-01 12:00")
    assert (await quick.notice("plan-edit", group_id)).state is State.SENT
    assert plan.edits >= 1
    assert sum(words("button-join") in post.labels for post in quick.posts(place)) == 1
