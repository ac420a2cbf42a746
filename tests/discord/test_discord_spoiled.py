"""What spoils a part of a post and not the post: a file, a thread, an event, a pin that the bot has no right to."""

import time
from dataclasses import replace
from datetime import UTC, datetime

import discord
import pytest

from bot.adapters.discord import posting
from bot.core.model import State
from bot.core.outgoing import Written, WrittenBlock, WrittenFile
from bot.core.platform import Address, Sent
from tests.discord.post_office_discord import Hurries, PostOffice, channel_id
from tests.fakes.discord.world import Channel
from tests.office import NAME, words

pytest_plugins = ["tests.discord.office_discord"]

PRETASK = "2026-09-10 10:00"
REMINDER = "2026-09-14 10:00"


@pytest.mark.parametrize("thread", [False, True])
async def test_what_may_not_bring_its_file_goes_out_without_it_and_the_convener_hears(
    office: PostOffice, thread: bool
) -> None:
    place = await office.place(kaarina := office.person("Kaarina"))
    here = await office.thread(place, kaarina) if thread else place
    group_id = await office.founds(here, kaarina)
    office.fake.overwrites(place, office.fake.bot, deny="attach_files")
    await office.comes(lambda: not _may_attach(office, place))
    await office.moves_to(REMINDER)
    reminder = await office.notice("reminder", group_id)
    assert (reminder.state, reminder.why) == (State.SENT, "lacks-files")
    assert len(office.posts(here)) == 3
    assert office.last(here).files == []
    assert words("button-absent") in office.last(here).labels
    (told,) = office.texts(kaarina)
    assert words("trouble-heading", group=NAME) in told
    assert f"reminder, Mon 14 Sept at 10:00: {words('why-lacks-files')}" in told
    assert await office.unreachable(group_id) is None


def _may_attach(office: PostOffice, place: Channel) -> bool:
    there = office.adapter.client.get_channel(place.id)
    return there.permissions_for(there.guild.me).attach_files  # type: ignore[union-attr]


async def test_a_refused_file_where_writing_is_closed_too_closes_the_place(office: PostOffice) -> None:
    place = await office.place(kaarina := office.person("Kaarina"), everyone="view_channel")
    group_id = await office.founds(place, kaarina)
    await office.moves_to(PRETASK)
    assert place.guild
    office.fake.permits_bot(place.guild, "view_channel read_message_history")
    await office.comes(lambda: not _may_attach(office, place))
    tried = len(office.tried(place))
    await office.moves_to(REMINDER)
    assert await office.unreachable(group_id) == "lacks-send"
    assert len(office.tried(place)) == tried + 1


async def test_a_refusal_that_is_not_about_the_file_is_not_tried_without_it(office: PostOffice) -> None:
    place = await office.place(office.person("Kaarina"))
    part = Written((WrittenBlock("para", "x"),), files=(WrittenFile("a.ics", "text/calendar", b"x"),))
    office.fake.fails("403", "POST", f"/channels/{place.id}/messages", code=50013)
    outcome = await office.adapter.post(Address("discord", channel_id(place), False), part, mark="m:0")
    assert not isinstance(outcome, Sent)
    assert office.posts(place) == []


async def test_a_file_that_was_refused_and_then_broke_arrives_once(office: PostOffice, hurries: Hurries) -> None:
    hurries(discord.http)
    place = await office.place(kaarina := office.person("Kaarina"))
    group_id = await office.founds(place, kaarina)
    await office.moves_to(PRETASK)
    office.fake.overwrites(place, office.fake.bot, deny="attach_files")
    await office.comes(lambda: not _may_attach(office, place))
    office.fake.fails("403", "POST", f"/channels/{place.id}/messages", code=50013)
    office.fake.fails("503 after", "POST", f"/channels/{place.id}/messages")
    await office.moves_to(REMINDER)
    assert (await office.notice("reminder", group_id)).why == "lacks-files"
    assert len(office.posts(place)) == 3


# Threads on posts


async def test_a_theme_gets_a_thread_on_its_pretask(office: PostOffice) -> None:
    place = await office.place(kaarina := office.person("Kaarina"))
    await office.founds(place, kaarina, threads=True)
    await office.moves_to(PRETASK)
    thread = office.last(place).thread
    assert thread
    assert thread.name
    assert thread.archive_minutes == posting.A_WEEK
    assert office.texts(kaarina) == []


async def test_a_post_whose_thread_may_not_be_opened_stands_and_the_convener_hears_once_for_each(
    office: PostOffice,
) -> None:
    place = await office.place(kaarina := office.person("Kaarina"))
    group_id = await office.founds(place, kaarina, threads=True)
    office.fake.overwrites(place, office.fake.bot, deny="create_public_threads")
    for number, when in enumerate((PRETASK, "2026-10-01 10:00"), start=1):
        await office.moves_to(when)
        await office.settles()
        assert len(office.texts(kaarina)) == number
        assert office.texts(kaarina)[-1].count(words("why-lacks-make-threads")) == 1
    pretask = await office.notice("pretask", group_id)
    assert (pretask.state, pretask.why) == (State.SENT, "lacks-make-threads")
    assert all(post.thread is None for post in office.posts(place))
    assert await office.unreachable(group_id) is None
    assert len(office.fake.ledger.of("POST", "/channels/{}/messages/{}/threads")) == 2


@pytest.mark.parametrize("what", ["500", "503", "reset", "429", "hang", "400"])
async def test_a_thread_that_breaks_otherwise_spoils_nothing(
    office: PostOffice, what: str, hurries: Hurries, monkeypatch: pytest.MonkeyPatch
) -> None:
    hurries(discord.http)
    monkeypatch.setattr(posting, "PATIENCE", 0.25)
    place = await office.place(kaarina := office.person("Kaarina"))
    group_id = await office.founds(place, kaarina, threads=True)
    office.fake.fails(f"{what} after", "POST", "/channels/*/messages/*/threads", code=30000 if what == "400" else 0)
    await office.moves_to(PRETASK)
    assert (await office.notice("pretask", group_id)).state is State.SENT
    assert len(office.posts(place)) == 2
    assert office.last(place).thread
    assert office.texts(kaarina) == []


async def test_in_a_thread_no_thread_is_hung_on_a_post(office: PostOffice) -> None:
    place = await office.place(kaarina := office.person("Kaarina"))
    thread = await office.thread(place, kaarina)
    await office.founds(thread, kaarina, threads=True)
    await office.moves_to(PRETASK)
    assert office.fake.ledger.of("POST", "/channels/{}/messages/{}/threads") == []
    assert office.texts(kaarina) == []


# Pins


async def test_the_plan_is_pinned(office: PostOffice) -> None:
    place = await office.place(kaarina := office.person("Kaarina"))
    await office.founds(place, kaarina)
    assert office.posts(place)[0].pinned


@pytest.mark.parametrize("what", ["403", "400", "500", "reset", "404"])
async def test_a_plan_that_may_not_be_pinned_stands_where_it_stands_and_nobody_hears(
    office: PostOffice, what: str, hurries: Hurries
) -> None:
    hurries(discord.http)
    place = await office.place(kaarina := office.person("Kaarina"))
    office.fake.fails(what, "PUT", times=5, code=30003 if what == "400" else 0)
    group_id = await office.founds(place, kaarina)
    plan = await office.notice("plan", group_id)
    assert (plan.state, plan.why) == (State.SENT, "")
    assert len(office.posts(place)) == 1
    assert not office.last(place).pinned
    assert office.texts(kaarina) == []


# Events


@pytest.fixture
def then(office: PostOffice) -> PostOffice:
    """An office in a world whose time is the group's, lest every event lie in the past there."""
    office.fake.clock.ahead = datetime(2026, 8, 30, tzinfo=UTC).timestamp() - time.time()
    return office


def _events(office: PostOffice, place: Channel) -> list[str]:
    assert place.guild
    return [event.fields["scheduled_start_time"][:10] for event in office.fake.events(place.guild)]


MEETINGS = ["2026-09-15", "2026-10-06", "2026-10-27", "2026-11-17", "2026-12-08", "2026-12-29"]


async def test_meetings_become_events_and_follow_what_becomes_of_them(then: PostOffice) -> None:
    place = await then.place(kaarina := then.person("Kaarina"))
    group_id = await then.founds(place, kaarina, kaarina, events=True)
    assert sorted(_events(then, place)) == MEETINGS
    await then.does(kaarina, f"cancel-sure:{(await then.meeting(group_id)).id}:")
    await then.settles()
    assert sorted(_events(then, place)) == MEETINGS[1:]
    assert then.texts(kaarina) == []


async def test_events_that_may_not_be_made_are_told_of_and_stop_nothing_else(then: PostOffice) -> None:
    place = await then.place(
        kaarina := then.person("Kaarina"), permissions="view_channel send_messages attach_files read_message_history"
    )
    group_id = await then.founds(place, kaarina, kaarina, events=True)
    event = await then.notice("event", group_id)
    assert (event.state, event.why) == (State.FAILED, "lacks-events")
    assert len(then.fake.ledger.of("POST", "/guilds/{}/scheduled-events")) == len(MEETINGS)
    assert await then.unreachable(group_id) is None
    assert len(then.posts(place)) == 1
    await then.moves_to(PRETASK)
    assert len(then.posts(place)) == 2
    assert "".join(then.texts(kaarina)).count(words("why-lacks-events")) == len(MEETINGS)
    await then.does(kaarina, f"cancel-sure:{(await then.meeting(group_id)).id}:")
    await then.settles()
    assert then.last(place).text.startswith(f"**{words('cancelled-heading')}**")


@pytest.mark.parametrize("what", ["503 before", "503 after", "reset before", "reset after", "hang after", "502 before"])
async def test_an_event_whose_making_broke_is_there_once(
    then: PostOffice, what: str, hurries: Hurries, monkeypatch: pytest.MonkeyPatch
) -> None:
    hurries(discord.http)
    monkeypatch.setattr(posting, "PATIENCE", 0.25)
    place = await then.place(kaarina := then.person("Kaarina"))
    then.fake.fails(what, "POST", "/guilds/*/scheduled-events")
    await then.founds(place, kaarina, kaarina, events=True)
    assert sorted(_events(then, place)) == MEETINGS


async def test_an_event_that_was_being_made_in_a_crash_is_there_once(then: PostOffice) -> None:
    place = await then.place(kaarina := then.person("Kaarina"))
    group_id = await then.founds(place, kaarina, kaarina, events=True)
    event = await then.notice("event", group_id)
    async with then.kept() as work:
        await work.notices.save(replace(event, state=State.SENDING, posts=(), parts=0))
    await then.restarts()
    again = await then.sends("event", group_id)
    assert sorted(_events(then, place)) == MEETINGS
    assert again.posts == event.posts


async def test_an_event_that_somebody_took_away_by_hand_is_made_anew_when_its_meeting_changes(then: PostOffice) -> None:
    place = await then.place(kaarina := then.person("Kaarina"))
    group_id = await then.founds(place, kaarina, kaarina, events=True)
    assert place.guild
    first = min(then.fake.events(place.guild), key=lambda each: each.fields["scheduled_start_time"])
    del place.guild.events[first.id]
    meeting = await then.meeting(group_id)
    async with then.kept() as work:
        await work.meetings.save(replace(meeting, starts=meeting.starts.replace(day=16), version=meeting.version + 1))
    await then.does(then.person("Aino"), f"join:{group_id}:", place)
    await then.settles()
    assert sorted(_events(then, place)) == ["2026-09-16", *MEETINGS[1:]]
    assert then.texts(kaarina) == []


async def test_while_the_gateway_has_not_told_of_the_server_an_event_waits(then: PostOffice) -> None:
    place = await then.place(kaarina := then.person("Kaarina"))
    client = then.adapter.client
    client.get_guild = lambda _: None  # type: ignore[method-assign]
    group_id = await then.founds(place, kaarina, kaarina, events=True, settles=False)
    await then.comes(lambda: len(then.posts(place)) == 1)
    assert _events(then, place) == []
    del client.get_guild
    await then.sends("event", group_id)
    assert sorted(_events(then, place)) == MEETINGS
