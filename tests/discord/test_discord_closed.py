"""A channel or a thread that is closed to the bot, the one thing to do about it, and what opens it again."""

import asyncio
from collections.abc import Callable
from typing import Any

import discord
import pytest

from bot.core.model import State
from tests.discord.post_office_discord import PostOffice
from tests.fakes.discord.world import Channel, Person
from tests.office import NAME, words

pytest_plugins = ["tests.discord.office_discord"]

PRETASK = "2026-09-10 10:00"
REMINDER = "2026-09-14 10:00"

Shuts = Callable[[PostOffice, Channel], None]


def _denies(*names: str) -> Shuts:
    return lambda office, place: office.fake.overwrites(place.parent or place, office.fake.bot, deny=names)


SHUT: dict[str, tuple[Shuts, bool, str, int]] = {
    "the channel is deleted": (lambda office, place: office.fake.deletes_channel(place), False, "channel-gone", 10003),
    "it may not be seen": (_denies("view_channel"), False, "lacks-view", 50001),
    "nothing may be written": (_denies("send_messages"), False, "lacks-send", 50013),
    "neither seen nor written": (_denies("view_channel", "send_messages"), False, "lacks-view", 50001),
    "neither written nor attached": (_denies("send_messages", "attach_files"), False, "lacks-send", 50013),
    "nothing may be written in threads": (_denies("send_messages_in_threads"), True, "lacks-threads", 50013),
    "the thread's channel may not be seen": (_denies("view_channel"), True, "lacks-view", 50001),
    "the thread is deleted": (lambda office, place: office.fake.deletes_channel(place), True, "channel-gone", 10003),
    "the thread is locked": (lambda office, place: office.fake.locks(place), True, "topic-closed", 160005),
    "the thread is put away and locked": (
        lambda office, place: office.fake.archives(place, locked=True),
        True,
        "topic-closed",
        50083,
    ),
}
"""How a place is closed, whether it is a thread, the code that this is to us, and Discord's."""


async def _home(office: PostOffice, kaarina: Person, *, thread: bool) -> Channel:
    place = await office.place(kaarina)
    return await office.thread(place, kaarina) if thread else place


async def test_what_was_closed_while_we_were_away_is_paused_at_the_first_refusal(office: PostOffice) -> None:
    groups = {}
    for how, (_, thread, *_) in SHUT.items():
        kaarina = office.person("Kaarina")
        place = await _home(office, kaarina, thread=thread)
        groups[how] = (kaarina, place, await office.founds(place, kaarina))
    other = await office.place(aino := office.person("Aino"))
    other_id = await office.founds(other, aino)
    await office.closes()
    for how, (shuts, *_) in SHUT.items():
        shuts(office, groups[how][1])
    await office.opens()
    await office.listens()
    await office.moves_to(PRETASK)
    for how, (kaarina, place, group_id) in groups.items():
        _, _, code, refusal = SHUT[how]
        assert await office.unreachable(group_id) == code, how
        assert (await office.notice("pretask", group_id)).state is State.FAILED, how
        assert [each.code for each in office.tried(place)] == [0, refusal], how
        (told,) = office.texts(kaarina)
        assert words("trouble-heading", group=NAME) in told, how
        assert f"pre-task, Thu 10 Sept at 10:00: {words(f'why-{code}')}" in told, how
        assert told.endswith(words(f"do-{code}")), how
    refused = office.fake.ledger.invalid
    await office.restarts()
    await office.moves_to(REMINDER)
    assert office.fake.ledger.invalid == refused, "a closed place is tried no more"
    assert [len(office.tried(place)) for _, place, _ in groups.values()] == [2] * len(SHUT)
    assert await office.unreachable(other_id) is None
    assert len(office.posts(other)) == 3


@pytest.mark.parametrize("permission", ["View Channel", "Send Messages", "Send Messages in Threads"])
def test_the_permission_that_lacks_goes_by_its_name_in_every_language(permission: str) -> None:
    code = {"View Channel": "view", "Send Messages": "send", "Send Messages in Threads": "threads"}[permission]
    for language in ("fi", "sv", "en"):
        assert f"({permission})" in words(f"why-lacks-{code}", language)


async def test_what_is_closed_before_our_eyes_is_paused_at_once_and_nothing_is_even_tried(office: PostOffice) -> None:
    groups = {}
    for how, (shuts, thread, *_) in SHUT.items():
        kaarina = office.person("Kaarina")
        place = await _home(office, kaarina, thread=thread)
        groups[how] = (kaarina, place, await office.founds(place, kaarina))
        shuts(office, place)
    for how, (kaarina, _, group_id) in groups.items():
        code = SHUT[how][2]
        await office.paused(group_id, code)
        (told,) = office.texts(kaarina)
        assert words("shut-heading", group=NAME, why=words(f"why-{code}")) in told, how
        assert told.endswith(words(f"do-{code}")), how
    await office.moves_to(PRETASK)
    assert office.fake.ledger.invalid == 0
    assert [len(office.tried(place)) for _, place, _ in groups.values()] == [1] * len(SHUT)


async def test_fewer_rights_of_the_bots_role_show_at_the_next_post_by_name(office: PostOffice) -> None:
    kaarina = office.person("Kaarina")
    place = await office.place(kaarina, everyone="view_channel use_application_commands")
    group_id = await office.founds(place, kaarina)
    assert place.guild
    office.fake.permits_bot(place.guild, "view_channel read_message_history")
    await office.comes(lambda: not _may(office, place).send_messages)
    await office.moves_to(PRETASK)
    assert await office.unreachable(group_id) == "lacks-send"
    assert words("why-lacks-send") in office.texts(kaarina)[0]


async def test_a_bot_that_was_thrown_out_while_we_were_away_is_said_to_be_removed(office: PostOffice) -> None:
    kaarina = office.person("Kaarina")
    place = await office.place(kaarina)
    await office.place(kaarina)  # where it can still be told
    group_id = await office.founds(place, kaarina)
    await office.closes()
    assert place.guild
    office.fake.removes_bot(place.guild)
    await office.opens()
    await office.listens()
    await office.moves_to(PRETASK)
    assert await office.unreachable(group_id) == "removed"
    assert office.texts(kaarina)[0].endswith(words("do-removed"))


async def test_a_server_that_is_gone_pauses_its_groups_and_one_that_is_out_for_a_while_does_not(
    office: PostOffice,
) -> None:
    kaarina = office.person("Kaarina")
    place, other = await office.place(kaarina), await office.place(kaarina)
    gone, stays = await office.founds(place, kaarina), await office.founds(other, kaarina)
    assert place.guild
    assert other.guild
    office.fake.outage(other.guild)
    office.fake.removes_bot(place.guild)
    await office.paused(gone, "removed")
    await office.moves_to(PRETASK)
    assert await office.unreachable(stays) is None
    assert len(office.posts(other)) == 2
    assert words("shut-heading", group=NAME, why=words("why-removed")) in office.texts(kaarina)[0]


@pytest.mark.parametrize("away", [False, True])
async def test_a_convener_who_lets_nobody_write_finds_it_in_their_next_answer(office: PostOffice, away: bool) -> None:
    kaarina, aino = office.person("Kaarina", dms=False), office.person("Aino")
    place = await office.place(kaarina, aino)
    group_id = await office.founds(place, kaarina, kaarina, aino)
    if away:
        await office.closes()
    office.fake.overwrites(place, office.fake.bot, deny="send_messages")
    if away:
        await office.opens()
        await office.listens()
        await office.moves_to(PRETASK)
    await office.paused(group_id, "lacks-send")
    label = words("waits-trouble" if away else "waits-shut")
    answer = await office.invokes(kaarina, "privacy", place)
    assert answer.kind == "ephemeral"
    assert label in answer.labels
    shown = await office.presses(kaarina, answer, label)
    assert shown.kind == "ephemeral"
    assert words("why-lacks-send") in shown.text
    assert shown.text.endswith(words("do-lacks-send"))
    assert label not in (await office.invokes(aino, "privacy", place)).labels, "that is the convener's"
    assert label not in (await office.invokes(kaarina, "privacy", place)).labels, "it has been read"
    assert office.texts(kaarina) == []


async def test_an_answer_still_comes_where_the_bot_may_not_post(office: PostOffice) -> None:
    kaarina = office.person("Kaarina")
    place = await office.place(kaarina)
    await office.founds(place, kaarina)
    office.fake.overwrites(place, office.fake.bot, deny="view_channel send_messages")
    answer = await office.invokes(kaarina, "privacy", place)
    assert answer.kind == "ephemeral"
    assert words("privacy-heading") in answer.text


# And open again


def _may(office: PostOffice, place: Channel) -> Any:
    there = office.adapter.client.get_channel(place.id)
    return there.permissions_for(there.guild.me)  # type: ignore[union-attr]


def _own_role(office: PostOffice, place: Channel) -> Any:
    return office.adapter.client.get_guild(place.guild.id).me.top_role.permissions  # type: ignore[union-attr]


async def _asked(office: PostOffice, place: Channel, group_id: str) -> None:
    """It asks whether to go on, once, and does so when the convener wants it."""
    await office.comes(lambda: office.last(place).text == words("let-in-again"))
    await office.settles()
    assert [post.text for post in office.posts(place)].count(words("let-in-again")) == 1
    assert office.last(place).labels == [words("button-resume")]
    assert await office.unreachable(group_id), "until somebody says so"
    assert place.guild
    kaarina = next(m.person for m in place.guild.members.values() if m.person.name == "Kaarina")
    answer = await office.presses(kaarina, office.last(place), words("button-resume"))
    assert answer.text == words("resumed-done", group=NAME)
    assert await office.unreachable(group_id) is None
    said = [post.text for post in office.posts(place)]
    said = said[said.index(words("let-in-again")) + 1 :]
    assert [text.startswith(words("resumed-post")) for text in said[:1]] == [True]


@pytest.mark.parametrize("denied", ["view_channel", "send_messages"])
async def test_a_permission_given_back_in_the_channel_has_it_ask_whether_to_go_on(
    office: PostOffice, denied: str
) -> None:
    kaarina = office.person("Kaarina")
    place = await office.place(kaarina)
    group_id = await office.founds(place, kaarina)
    office.fake.overwrites(place, office.fake.bot, deny=denied)
    await office.moves_to(PRETASK)
    assert await office.unreachable(group_id)
    office.fake.overwrites(place, office.fake.bot)
    await _asked(office, place, group_id)
    await office.moves_to(REMINDER)
    assert words("button-absent") in office.last(place).labels


async def test_a_permission_given_back_to_the_bots_role_has_it_ask_whether_to_go_on(office: PostOffice) -> None:
    kaarina = office.person("Kaarina")
    place = await office.place(kaarina, everyone="view_channel use_application_commands")
    group_id = await office.founds(place, kaarina)
    assert place.guild
    office.fake.permits_bot(place.guild, "view_channel attach_files")
    await office.comes(lambda: not _may(office, place).send_messages)
    await office.moves_to(PRETASK)
    assert await office.unreachable(group_id) == "lacks-send"
    # Another one is taken away in the same breath.
    office.fake.permits_bot(place.guild, "view_channel send_messages read_message_history")
    await _asked(office, place, group_id)


async def test_another_role_given_to_the_bot_has_it_ask_whether_to_go_on(office: PostOffice) -> None:
    kaarina = office.person("Kaarina")
    place = await office.place(
        kaarina, permissions="view_channel read_message_history", everyone="view_channel use_application_commands"
    )
    group_id = await office.founds(place, kaarina)
    assert await office.unreachable(group_id) == "lacks-send"
    assert place.guild
    role = office.fake.role(place.guild, "Kirjurit", "send_messages")
    office.fake.gives_role(office.fake.bot, place.guild, role)
    await office.comes(lambda: bool(office.posts(place)))
    await _asked(office, place, group_id)


async def test_a_bot_brought_back_into_the_server_asks_whether_to_go_on(office: PostOffice) -> None:
    kaarina = office.person("Kaarina")
    place = await office.place(kaarina)
    group_id = await office.founds(place, kaarina)
    assert place.guild
    office.fake.removes_bot(place.guild)
    await office.paused(group_id, "removed")
    office.fake.adds_bot(place.guild)
    await _asked(office, place, group_id)


async def test_other_changes_to_a_channel_say_nothing(office: PostOffice) -> None:
    kaarina = office.person("Kaarina")
    place = await office.place(kaarina)
    group_id = await office.founds(place, kaarina)
    stood = len(office.posts(place))
    assert place.guild
    office.fake.renames(place, "muu", topic="aihe")
    office.fake.overwrites(place, place.guild, deny="attach_files")
    office.fake.overwrites(place, office.fake.bot, deny="embed_links")
    office.fake.permits_bot(place.guild, "view_channel send_messages")
    await office.comes(lambda: _own_role(office, place) == discord.Permissions(view_channel=True, send_messages=True))
    await asyncio.sleep(0.05)
    await office.settles()
    assert await office.unreachable(group_id) is None
    assert len(office.posts(place)) == stood
    assert office.texts(kaarina) == []


# Threads


@pytest.mark.parametrize("away", [False, True])
@pytest.mark.parametrize("how", ["locked", "put away and locked"])
async def test_a_thread_unlocked_has_it_ask_whether_to_go_on(office: PostOffice, how: str, away: bool) -> None:
    kaarina = office.person("Kaarina")
    thread = await _home(office, kaarina, thread=True)
    group_id = await office.founds(thread, kaarina)
    if away:
        await office.closes()
    if how == "locked":
        office.fake.locks(thread)
    else:
        office.fake.archives(thread, locked=True)
    if away:
        await office.opens()
        await office.listens()
    await office.moves_to(PRETASK)
    assert await office.unreachable(group_id) == "topic-closed"
    assert words("why-topic-closed") in office.texts(kaarina)[0]
    office.fake.unarchives(thread)
    await _asked(office, thread, group_id)


async def test_an_archived_thread_is_opened_by_the_next_post(office: PostOffice) -> None:
    kaarina = office.person("Kaarina")
    thread = await _home(office, kaarina, thread=True)
    group_id = await office.founds(thread, kaarina)
    office.fake.archives(thread)
    await office.moves_to(PRETASK)
    assert not thread.archived
    assert await office.unreachable(group_id) is None
    assert len(office.posts(thread)) == 2
    assert office.texts(kaarina) == []


async def test_a_plan_in_an_archived_thread_is_changed_and_the_group_goes_on(office: PostOffice) -> None:
    kaarina = office.person("Kaarina")
    thread = await _home(office, kaarina, thread=True)
    group_id = await office.founds(thread, kaarina)
    plan = office.last(thread)
    office.fake.archives(thread)
    meeting = await office.meeting(group_id)
    await office.does(kaarina, f"cancel-sure:{meeting.id}:")
    await office.settles()
    office.fake.archives(thread)  # what was posted of it opened the thread
    await office.moves_to("2026-09-01 12:00")
    assert (await office.notice("plan-edit", group_id)).state is State.SENT
    assert await office.unreachable(group_id) is None
    assert [post.text for post in office.posts(thread)].count(plan.text) == 1
    assert plan.edits == 1, "the plan that stands there says what is so now"
