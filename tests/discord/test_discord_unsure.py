"""Posts of which nobody can know whether they arrived: in the end each stands exactly once, or somebody is told."""

import asyncio
import time
from dataclasses import replace
from datetime import timedelta
from itertools import product

import discord
import pytest

from bot.adapters.discord import history, posting
from bot.core import delivery
from bot.core.model import State
from bot.core.outgoing import Written, WrittenBlock
from bot.core.platform import Address, NotSent, Rejected, Sent, Unsure
from tests.discord.post_office_discord import MADE, SEND, Hurries, PostOffice, channel_id
from tests.fakes.discord.world import Channel
from tests.office import NAME, words

pytest_plugins = ["tests.discord.office_discord"]

PRETASK = "2026-09-10 10:00"
REMINDER = "2026-09-14 10:00"
BROKEN = ["500", "502", "503", "504", "524", "reset", "hang"]
CASES = [*product(BROKEN, ("before", "after"))]


@pytest.fixture
def quick(office: PostOffice, monkeypatch: pytest.MonkeyPatch, hurries: Hurries) -> PostOffice:
    """An office that gives up on an answer soon, with a library that tries again soon."""
    monkeypatch.setattr(posting, "PATIENCE", 0.25)
    hurries(discord.http)
    return office


def _path(place: Channel) -> str:
    return f"/channels/{place.id}/messages"


def _forgets(office: PostOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    """So long passes that no nonce is known any more."""
    office.fake.passes(200)
    monkeypatch.setattr(posting, "WINDOW", 0.0)


# Within the nonce's time


async def test_every_kind_of_break_ends_with_exactly_one_post(quick: PostOffice) -> None:
    groups = {}
    for what, when in CASES:
        place = await quick.place(kaarina := quick.person("Kaarina"))
        groups[what, when] = (kaarina, place, await quick.founds(place, kaarina))
        quick.fake.fails(f"{what} {when}", "POST", _path(place))
    await quick.moves_to(PRETASK)
    for case, (kaarina, place, group_id) in groups.items():
        assert (await quick.notice("pretask", group_id)).state is State.SENT, case
        assert len(quick.posts(place)) == 2, case
        assert len(quick.tried(place)) == 3, case
        assert quick.texts(kaarina) == [], case
    assert quick.fake.ledger.of("GET", SEND) == [], "nobody had to look"


async def test_a_break_that_lasts_longer_than_the_librarys_tries_is_tried_on_until_it_is_over(
    quick: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "FIRST_WAIT", timedelta(milliseconds=4))
    groups = {}
    for what, when in product(("500", "503", "reset"), ("before", "after")):
        place = await quick.place(kaarina := quick.person("Kaarina"))
        groups[what, when] = (place, await quick.founds(place, kaarina))
        quick.fake.fails(f"{what} {when}", "POST", _path(place), times=6)
    await quick.moves_to(PRETASK)
    for case, (place, group_id) in groups.items():
        notice = await quick.notice("pretask", group_id)
        assert notice.state is State.SENT, case
        assert notice.attempts > 1, case
        assert len(quick.posts(place)) == 2, case
        assert len(quick.tried(place)) == 8, case


async def test_a_file_arrives_once_and_whole_however_often_it_is_sent(quick: PostOffice) -> None:
    groups = {}
    for what, when in CASES:
        place = await quick.place(kaarina := quick.person("Kaarina"))
        groups[what, when] = (place, await quick.founds(place, kaarina))
    await quick.moves_to(PRETASK)
    for case, (place, _) in groups.items():
        quick.fake.fails(" ".join(case), "POST", _path(place))
    await quick.moves_to(REMINDER)
    for case, (place, group_id) in groups.items():
        assert (await quick.notice("reminder", group_id)).state is State.SENT, case
        assert len(quick.posts(place)) == 3, case
        (file,) = quick.last(place).files
        assert file.data.startswith(b"BEGIN:VCALENDAR"), case
        assert file.data.rstrip().endswith(b"END:VCALENDAR"), case


async def test_each_part_of_a_long_post_stands_once(quick: PostOffice) -> None:
    aino = quick.person("Aino")
    place = await quick.place(aino)
    await quick.founds(place, aino, aino)
    side = quick.fake.dm(aino)
    quick.adapter.capabilities = replace(quick.adapter.capabilities, text=400)
    quick.fake.fails("503 after", "POST", _path(side))
    quick.fake.fails("reset after", "POST", _path(side))
    quick.fake.fails("hang after", "POST", _path(side))
    await quick.moves_to("2026-09-12 10:00")
    texts = quick.texts(aino)
    assert len(texts) > 1
    assert len(set(texts)) == len(texts)
    assert words("brief-heading", theme="").strip() in texts[0]


async def test_opening_a_private_side_that_breaks_is_tried_again(quick: PostOffice) -> None:
    people = {}
    for what in ("503", "reset", "hang", "500"):
        aino = quick.person("Aino")
        place = await quick.place(aino)
        people[what] = (aino, await quick.founds(place, aino, aino))
        quick.fake.fails(f"{what} after", "POST", "/users/@me/channels")
        await quick.does(aino, "nothing:")
    await quick.moves_to("2026-09-12 10:00")
    for what, (aino, group_id) in people.items():
        assert (await quick.notice("brief", group_id)).state is State.SENT, what
        texts = quick.texts(aino)
        assert len(set(texts)) == len(texts) > 0, what


async def test_a_post_that_somebody_deleted_meanwhile_is_not_made_anew(quick: PostOffice) -> None:
    place = await quick.place(kaarina := quick.person("Kaarina"))
    group_id = await quick.founds(place, kaarina)
    quick.fake.fails("hang after", "POST", _path(place))
    moving = asyncio.create_task(quick.moves_to(PRETASK))
    await quick.comes(lambda: len(quick.posts(place)) == 2)
    quick.fake.deletes_message(quick.last(place))
    await moving
    assert (await quick.notice("pretask", group_id)).state is State.SENT
    assert [each.code for each in quick.tried(place)][-1] == 10008
    assert len(quick.posts(place)) == 1
    assert quick.texts(kaarina) == []
    await quick.moves_to(REMINDER)
    assert len(quick.posts(place)) == 2, "and the group goes on"


async def test_what_discord_will_never_take_is_not_repeated_and_the_convener_hears(quick: PostOffice) -> None:
    groups = {}
    for what, code in (("400", 50035), ("404", 0), ("400", 30000)):
        place = await quick.place(kaarina := quick.person("Kaarina"))
        groups[what, code] = (kaarina, place, await quick.founds(place, kaarina))
        quick.fake.fails(what, "POST", _path(place), code=code)
    await quick.moves_to(PRETASK)
    for case, (kaarina, place, group_id) in groups.items():
        assert (await quick.notice("pretask", group_id)).state is State.FAILED, case
        assert len(quick.tried(place)) == 2, case
        assert f"pre-task, Thu 10 Sept at 10:00: {words('why-other')}" in quick.texts(kaarina)[0], case
        assert await quick.unreachable(group_id) is None, "one post is no channel"


# Past the nonce's time


async def test_past_the_nonces_time_the_channel_is_looked_through_first(
    quick: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    groups = {}
    for when in ("before", "after"):
        place = await quick.place(kaarina := quick.person("Kaarina"))
        groups[when] = (place, await quick.founds(place, kaarina))
        for number in range(120):  # others talk, more than fits into one look
            quick.fake.writes(kaarina, f"puhetta {number}", place)
        quick.fake.fails(f"503 {when}", "POST", _path(place))
    monkeypatch.setattr(posting, "WINDOW", 0.0)
    quick.fake.nonce_seconds = 0.0
    await quick.moves_to(PRETASK)
    for when, (place, group_id) in groups.items():
        notice = await quick.notice("pretask", group_id)
        assert notice.state is State.SENT, when
        assert len(quick.posts(place)) == 2, when
        assert len(quick.tried(place)) == (2 if when == "after" else 3), when
        assert notice.posts == (str(quick.last(place).id),), when
        assert quick.tried(place, "GET"), when


async def test_its_mark_is_where_nobody_sees_it_and_nothing_else_is_taken_for_it(quick: PostOffice) -> None:
    place = await quick.place(kaarina := quick.person("Kaarina"))
    group_id = await quick.founds(place, kaarina)
    await quick.moves_to(PRETASK)
    notice = await quick.notice("pretask", group_id)
    post = quick.last(place)
    carrying = [b.custom_id for b in post.buttons if notice.id in (b.custom_id or "")]
    assert len(carrying) == 1
    assert carrying[0]
    assert carrying[0].endswith(f"|{notice.id}:0")
    assert notice.id not in post.text + "".join(post.labels)
    pressed = await quick.presses(kaarina, post, next(b.label for b in post.buttons if b.custom_id == carrying[0]))
    assert pressed.kind in {"ephemeral", "modal"}


async def _bare(quick: PostOffice, place: Channel) -> Written:
    """A post without buttons, by now long in the channel."""
    bare = Written((WrittenBlock("para", "Ei nappeja, *vain* sanoja."),))
    sent = await quick.adapter.post(Address("discord", channel_id(place), False), bare, mark="bare:0")
    assert isinstance(sent, Sent)
    return bare


@pytest.mark.parametrize(
    ("since", "found"), [("nothing", True), ("an hour", True), ("two days", False), ("other words", False)]
)
async def test_a_post_without_buttons_is_known_by_its_words_for_a_day(
    quick: PostOffice, since: str, found: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = await quick.place(quick.person("Kaarina"))
    bare = await _bare(quick, place)
    _forgets(quick, monkeypatch)
    now = discord.utils.utcnow() + {"an hour": timedelta(hours=1), "two days": timedelta(days=2)}.get(
        since, timedelta()
    )
    monkeypatch.setattr(discord.utils, "utcnow", lambda: now)
    if since == "other words":
        bare = Written((WrittenBlock("para", "Ei nappeja, vain muita sanoja."),))
    to = Address("discord", channel_id(place), False)
    sent = await quick.adapter.post(to, bare, mark="bare:0", again=True)
    assert isinstance(sent, Sent)
    assert len(quick.posts(place)) == (1 if found else 2)


async def test_somebody_elses_same_words_are_not_taken_for_ours(
    quick: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = await quick.place(kaarina := quick.person("Kaarina"))
    bare = Written((WrittenBlock("para", "Kokous alkaa."),))
    quick.fake.writes(kaarina, "Kokous alkaa.", place)
    _forgets(quick, monkeypatch)
    sent = await quick.adapter.post(Address("discord", channel_id(place), False), bare, mark="bare:0", again=True)
    assert isinstance(sent, Sent)
    assert len(quick.posts(place)) == 1


async def test_a_first_try_looks_for_nothing(quick: PostOffice) -> None:
    place = await quick.place(kaarina := quick.person("Kaarina"))
    await quick.founds(place, kaarina)
    await quick.moves_to(REMINDER)
    assert quick.fake.ledger.of("GET", SEND) == []


async def test_where_nobody_may_look_it_is_left_unsure_and_the_convener_is_told(
    quick: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    groups = {}
    for when in ("before", "after"):
        place = await quick.place(kaarina := quick.person("Kaarina"))
        groups[when] = (kaarina, place, await quick.founds(place, kaarina))
        quick.fake.overwrites(place, quick.fake.bot, deny="read_message_history")
        quick.fake.fails(f"503 {when}", "POST", _path(place))
    monkeypatch.setattr(posting, "WINDOW", 0.0)
    await quick.moves_to(PRETASK)
    for when, (kaarina, place, group_id) in groups.items():
        notice = await quick.notice("pretask", group_id)
        assert (notice.state, notice.why) == (State.UNSURE, "lacks-history"), when
        assert len(quick.posts(place)) == (2 if when == "after" else 1), when
        assert len(quick.tried(place)) == 2, when
        told = quick.texts(kaarina)[0]
        assert words("trouble-heading", group=NAME) in told
        assert f"pre-task, Thu 10 Sept at 10:00: {words('why-lacks-history')}" in told
        assert await quick.unreachable(group_id) is None
    await quick.moves_to(REMINDER)
    assert [len(quick.posts(place)) for _, place, _ in groups.values()] == [2, 3]


async def test_an_empty_history_of_an_unknown_place_is_no_proof(
    quick: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    thread = await quick.thread(await quick.place(kaarina := quick.person("Kaarina")), kaarina)
    quick.fake.archives(thread)  # the library forgets it, and with it what may be done there
    await quick.comes(lambda: quick.adapter.client.get_channel(thread.id) is None)
    part = Written((WrittenBlock("para", "x"),))
    to = Address("discord", channel_id(thread), False)
    assert await quick.adapter.post(to, part, mark="m:0", again=True) == Unsure("lacks-history")
    monkeypatch.setattr(quick.adapter.client, "is_ready", lambda: False)
    assert await quick.adapter.post(to, part, mark="m:0", again=True) == NotSent("no-connection")
    quick.fake.writes(kaarina, "puhetta", thread)
    quick.fake.archives(thread)
    assert isinstance(await quick.adapter.post(to, part, mark="m:0", again=True), Sent)


async def test_while_the_nonce_is_known_nobody_needs_to_look(quick: PostOffice) -> None:
    place = await quick.place(kaarina := quick.person("Kaarina"))
    group_id = await quick.founds(place, kaarina)
    quick.fake.overwrites(place, quick.fake.bot, deny="read_message_history")
    quick.fake.fails("503 after", "POST", _path(place))
    await quick.moves_to(PRETASK)
    assert (await quick.notice("pretask", group_id)).state is State.SENT
    assert len(quick.posts(place)) == 2


async def test_looking_that_breaks_is_tried_again_before_anything_is_sent(
    quick: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = await quick.place(kaarina := quick.person("Kaarina"))
    group_id = await quick.founds(place, kaarina)
    quick.fake.fails("503 after", "POST", _path(place))
    quick.fake.fails("503", "GET", _path(place))
    quick.fake.fails("reset", "GET", _path(place))
    quick.fake.fails("hang", "GET", _path(place))
    monkeypatch.setattr(posting, "WINDOW", 0.0)
    await quick.moves_to(PRETASK)
    assert (await quick.notice("pretask", group_id)).state is State.SENT
    assert len(quick.posts(place)) == 2
    assert len(quick.tried(place)) == 2


async def test_an_id_that_is_none_of_discords_is_no_post(quick: PostOffice) -> None:
    place = await quick.place(quick.person("Kaarina"))
    to = Address("discord", channel_id(place), False)
    part = Written((WrittenBlock("para", "x"),))
    for post in ("", "x", "½", "9" * 25, "1/2"):
        assert await quick.adapter.amend(to, post, part) == Rejected("post-unknown")


async def test_an_outcome_that_took_too_long_is_unsure_and_not_for_ever(quick: PostOffice) -> None:
    place = await quick.place(quick.person("Kaarina"))
    quick.fake.fails("hang", "POST", MADE)
    begun = time.monotonic()
    part = Written((WrittenBlock("para", "x"),))
    outcome = await quick.adapter.post(Address("discord", channel_id(place), False), part, mark="m:0")
    assert isinstance(outcome, Unsure)
    assert time.monotonic() - begun < 2


def test_what_the_library_may_take_for_its_own_tries_fits_into_our_patience_and_the_window() -> None:
    assert sum(1 + 2 * tries for tries in range(5)) < posting.PATIENCE <= posting.WINDOW
    assert history.ALIKE <= history.BACK
