"""What the core relies on in every adapter."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import get_args

import pytest

import bot.adapters
from bot.core.fit import fit
from bot.core.incoming import Incoming, Press
from bot.core.outgoing import Answer, Written, WrittenBlock, WrittenButton, WrittenEvent, WrittenFile
from bot.core.platform import (
    POST_UNKNOWN,
    Adapter,
    CanClear,
    CanForget,
    NotSent,
    Outcome,
    Pages,
    Rejected,
    Sent,
    Unreachable,
)
from tests.contract.catalogue import CATALOGUE, Booth
from tests.contract.matrix import page
from tests.contract.stood import Happening

SIXTY_FOUR = "note:" + "a1b2c3d4e5f6g7h8:" + "i9j0k1l2m3n4o5p6:" + "x" * 25
SAID = Written(
    (
        WrittenBlock("heading", "Muistutus: Aloitus"),
        WrittenBlock("para", "ti 15.9. klo 17 – <b>täällä</b> & _siellä_ *ja* 🌿"),
    ),
    ((WrittenButton("Tulen", "coming:m1:"), WrittenButton("En pääse", SIXTY_FOUR)),),
    (WrittenFile("tapaaminen.ics", "text/calendar", b"BEGIN:VCALENDAR\r\n"),),
)


def plain(text: str) -> Written:
    return Written((WrittenBlock("para", text),))


@pytest.fixture(params=CATALOGUE)
async def booth(request: pytest.FixtureRequest) -> AsyncIterator[Booth]:
    booth = CATALOGUE[request.param]()
    await booth.ready()
    yield booth
    await booth.closed()


def needs_marks(booth: Booth) -> None:
    """Where a platform knows no post again by its mark, doubles are bounded by what is in flight, and said so."""
    if not booth.adapter.capabilities.marks:
        pytest.skip("this platform does not know its own posts again: the bound is the posts in flight")


@asynccontextmanager
async def running(adapter: Adapter) -> AsyncIterator[list[Incoming]]:
    """The adapter listens; what it hears is gathered."""
    heard: list[Incoming] = []

    async def hear(incoming: Incoming) -> Answer:
        heard.append(incoming)
        return None

    task = asyncio.create_task(adapter.run(hear))
    for _ in range(10):
        await asyncio.sleep(0)
    if adapter.name == "telegram":  # it introduces itself first
        await asyncio.sleep(0.1)
    try:
        assert not task.done(), "it listens until it is cancelled"
        yield heard
    finally:
        task.cancel()
        await asyncio.wait({task}, timeout=5)
        assert task.done()


def test_no_adapter_can_opt_out() -> None:
    folders = {path.parent.name for path in Path(bot.adapters.__path__[0]).glob("*/adapter.py")}
    assert folders
    assert {name.split()[0] for name in CATALOGUE} == folders


def test_every_adapter_plays_the_journeys_too() -> None:
    from tests.journeys.platforms import STANDS

    assert {name.split()[0] for name in STANDS} == {name.split()[0] for name in CATALOGUE}


def test_the_page_of_what_platforms_carry_is_up_to_date() -> None:
    written = (Path(__file__).parents[2] / "docs" / "platforms.md").read_text(encoding="utf-8")
    assert written == page(), "python -m tests.contract.matrix > docs/platforms.md"


async def test_its_name_and_what_it_carries_can_be_relied_on(booth: Booth) -> None:
    can = booth.adapter.capabilities
    assert booth.adapter.name in {name.split()[0] for name in CATALOGUE}
    assert can.whisper in {"direct", "ephemeral", "none"}
    assert can.form in {"modal", "pages", "steps"}
    assert can.text >= 500
    assert can.label >= 20
    assert can.buttons >= 5
    assert can.per_row >= 1
    assert can.rows is None or can.rows * can.per_row >= can.buttons
    assert can.form == "steps" or can.fields >= 1


async def test_a_post_arrives_with_its_words_buttons_and_files(booth: Booth) -> None:
    assert isinstance(await booth.adapter.post(booth.channel, SAID, mark="n1:0"), Sent)
    (stood,) = await booth.stands(booth.channel)
    for block in SAID.blocks:
        assert block.text in stood.text, "what people wrote is text, whatever marks are in it"
    assert stood.buttons == (("Tulen", "coming:m1:"), ("En pääse", SIXTY_FOUR))
    if booth.adapter.capabilities.files:
        assert stood.files == (("tapaaminen.ics", b"BEGIN:VCALENDAR\r\n"),)


@pytest.mark.parametrize("said", [plain("Kerran"), replace(SAID, files=()), SAID])
async def test_one_mark_arrives_once_also_after_a_restart(booth: Booth, said: Written) -> None:
    needs_marks(booth)
    first = await booth.adapter.post(booth.channel, said, mark="n1:0")
    again = await booth.adapter.post(booth.channel, said, mark="n1:0", again=True)
    after = await booth.restarted().post(booth.channel, said, mark="n1:0", again=True)
    booth.long_after()
    later = await booth.restarted().post(booth.channel, said, mark="n1:0", again=True)
    assert first == again == after == later
    await booth.adapter.post(booth.channel, plain("Toinen osa"), mark="n1:1", again=True)
    stood = await booth.stands(booth.channel)
    assert [each.text for each in stood][1:] == ["Toinen osa"], "what never arrived arrives now"


async def test_two_tries_at_once_arrive_once(booth: Booth) -> None:
    needs_marks(booth)
    tries = [booth.adapter.post(booth.channel, plain("Kerran"), mark="n1:0") for _ in range(5)]
    assert {type(outcome) for outcome in await asyncio.gather(*tries)} == {Sent}
    assert len(await booth.stands(booth.channel)) == 1


@pytest.mark.parametrize("private", [False, True])
async def test_what_a_button_carries_comes_back_unchanged(booth: Booth, private: bool) -> None:
    at = booth.person if private else booth.channel
    async with running(booth.adapter) as heard:
        await booth.adapter.post(at, SAID, mark="n1:0")
        label, data = (await booth.stands(at))[0].buttons[1]
        await booth.press(at, data, label)
    (incoming,) = heard
    assert incoming.act == Press(SIXTY_FOUR)
    assert (incoming.sender.platform, incoming.sender.handle) == (booth.adapter.name, booth.person.id)
    assert incoming.channel == (None if private else booth.channel.id)
    assert incoming.key


async def test_what_is_private_reaches_that_person_and_nobody_else(booth: Booth) -> None:
    await booth.adapter.post(booth.person, plain("Vain Ainolle"), mark="n1:0")
    assert [stood.text for stood in await booth.stands(booth.person)] == ["Vain Ainolle"]
    assert list(await booth.stands(booth.channel)) == []
    assert list(await booth.stands(booth.other)) == []


MARKS = r"""\*_~|`<>[]()#-@!&:"""
WRITTEN = """# Otsikko
> lainattu
>>> kaikki lainattu
- luettelo
  - sisempi
-# pieni
**vahva** __viiva__ *kursiivi* _kursiivi_ ~~yli~~ ||piilo|| `koodi` \\* ***
```
koodia
```
[näyttävä nimi](https://example.org/a_b_c) https://example.org/_x_?y=*z*
@everyone @here <@700001> <@&700003> <#700004> <t:0:F> <:hymy:1> _🌿_🌿_
<b>täällä</b> & &amp;"""


@pytest.mark.parametrize("kind", ["para", "item", "heading", "quote"])
async def test_what_is_written_stands_as_it_was_written(booth: Booth, kind: str) -> None:
    (part,) = fit(Written((WrittenBlock(kind, WRITTEN),)), booth.adapter.capabilities)
    assert isinstance(await booth.adapter.post(booth.channel, part, mark="n1:0"), Sent)
    (stood,) = await booth.stands(booth.channel)
    assert stood.text.removeprefix("• ") == WRITTEN
    assert stood.called == ()


async def test_text_that_needs_marks_before_every_character_still_fits(booth: Booth) -> None:
    can = booth.adapter.capabilities
    text = ("".join(dict.fromkeys(can.escaped + MARKS)) * can.text)[: 2 * can.text + 7]
    for number, part in enumerate(fit(Written((WrittenBlock("para", text),)), can)):
        assert isinstance(await booth.adapter.post(booth.channel, part, mark=f"n1:{number}"), Sent)
    assert "".join(stood.text for stood in await booth.stands(booth.channel)) == text


@pytest.mark.parametrize("kind", ["para", "item", "heading", "quote"])
@pytest.mark.parametrize("line", ["a", "**", "Ostoslista"])
async def test_many_short_lines_and_blocks_still_fit(booth: Booth, kind: str, line: str) -> None:
    can = booth.adapter.capabilities
    many = can.text // (len(line) + 1)
    for said in (
        (WrittenBlock(kind, "\n".join([line] * many)),),
        (WrittenBlock(kind, line),) * many,
    ):
        mark = f"{len(said)}"
        for number, part in enumerate(fit(Written(said), can)):
            outcome = await booth.adapter.post(booth.channel, part, mark=f"{mark}:{number}")
            assert isinstance(outcome, Sent), outcome
    stood = "".join(each.text for each in await booth.stands(booth.channel))
    assert stood.count(line) == 2 * many


async def test_a_long_message_arrives_whole_in_parts_that_fit(booth: Booth) -> None:
    text = " ".join(f"Lause numero {n} on tässä." for n in range(4000))
    message = Written((WrittenBlock("heading", "Pitkä"), WrittenBlock("para", text)), SAID.buttons)
    parts = fit(message, booth.adapter.capabilities)
    assert len(parts) > 1
    for n, part in enumerate(parts):
        assert isinstance(await booth.adapter.post(booth.channel, part, mark=f"n1:{n}"), Sent)
    stood = await booth.stands(booth.channel)
    said = re.sub(r"\s", "", "".join(each.text for each in stood))
    assert re.sub(r"\s", "", text) in said
    assert [bool(each.buttons) for each in stood] == [False] * (len(parts) - 1) + [True]


async def test_no_part_ends_with_a_heading_whose_text_comes_in_the_next(booth: Booth) -> None:
    can = booth.adapter.capabilities
    section = (WrittenBlock("heading", "Otsikko"), WrittenBlock("para", "Lause on tässä. " * (can.text // 50)))
    parts = fit(Written(section * 9), can)
    assert len(parts) > 1
    assert all(part.blocks[-1].kind == "para" for part in parts)
    assert [block for part in parts for block in part.blocks] == list(section * 9)


async def test_as_many_buttons_as_it_claims_arrive_with_the_longest_labels(booth: Booth) -> None:
    can = booth.adapter.capabilities
    row = tuple(WrittenButton(f"{n:03} " + "ä" * (can.label - 4), f"use:{n}:") for n in range(can.buttons))
    (part,) = fit(Written((WrittenBlock("para", "Valitse"),), tuple((b,) for b in row)), can)
    assert isinstance(await booth.adapter.post(booth.channel, part, mark="n1:0"), Sent)
    assert [data for _, data in (await booth.stands(booth.channel))[0].buttons] == [b.data for b in row]


async def test_a_post_is_amended_in_its_place(booth: Booth) -> None:
    sent = await booth.adapter.post(booth.channel, plain("Ennen"), mark="n1:0")
    await booth.adapter.post(booth.channel, plain("Toinen"), mark="n2:0")
    assert isinstance(sent, Sent)
    outcome = await booth.adapter.amend(booth.channel, sent.post, plain("Jälkeen"))
    if not booth.adapter.capabilities.edit:
        assert isinstance(outcome, Rejected)
        return
    assert isinstance(outcome, Sent)
    assert [stood.text for stood in await booth.stands(booth.channel)] == ["Jälkeen", "Toinen"]
    if booth.adapter.capabilities.marks:
        again = await booth.adapter.post(booth.channel, plain("Ennen"), mark="n1:0", again=True)
        assert again == sent, "it still knows the mark"


@pytest.mark.parametrize("post", ["", "nothing", "-1", "999999", "²", "1; drop"])
async def test_amending_what_is_not_there_is_rejected_and_not_raised(booth: Booth, post: str) -> None:
    await booth.adapter.post(booth.channel, plain("Siellä"), mark="n1:0")
    assert isinstance(await booth.adapter.amend(booth.channel, post, plain("Muutos")), Rejected)
    assert [stood.text for stood in await booth.stands(booth.channel)] == ["Siellä"]


async def test_a_post_of_another_address_is_not_amended(booth: Booth) -> None:
    sent = await booth.adapter.post(booth.person, plain("Ainolle"), mark="n1:0")
    assert isinstance(sent, Sent)
    assert isinstance(await booth.adapter.amend(booth.channel, sent.post, plain("Kaikille")), Rejected)
    assert list(await booth.stands(booth.channel)) == []


STARTS = datetime(2027, 3, 9, 15, tzinfo=UTC)
EVENT = WrittenEvent("Torstain piiri: Aloitus", STARTS, STARTS + timedelta(hours=2), "Kulttuuritalo")


async def test_an_event_comes_is_changed_and_goes(booth: Booth) -> None:
    if not booth.adapter.capabilities.events:
        assert fit(Written((), event=EVENT), booth.adapter.capabilities) == (), "nothing is said where there are none"
        return
    sent = await booth.adapter.post(booth.channel, Written((), event=EVENT), mark="n1:0")
    again = await booth.restarted().post(booth.channel, Written((), event=EVENT), mark="n1:0", again=True)
    assert isinstance(sent, Sent)
    assert again == sent, "an event is known again by what it says"
    assert await booth.events() == [Happening(EVENT.title, EVENT.starts, EVENT.ends, EVENT.place)]
    later = replace(
        EVENT, starts=STARTS + timedelta(days=1), ends=STARTS + timedelta(days=1, hours=1), place="Kirjasto"
    )
    assert await booth.adapter.amend(booth.channel, sent.post, Written((), event=later)) == sent
    assert await booth.events() == [Happening(EVENT.title, later.starts, later.ends, "Kirjasto")]
    over = Written((), event=replace(later, over=True))
    assert isinstance(await booth.adapter.amend(booth.channel, sent.post, over), Sent)
    assert isinstance(await booth.adapter.amend(booth.channel, sent.post, over), Sent), "what is gone is gone"
    assert await booth.events() == []
    assert list(await booth.stands(booth.channel)) == [], "an event says nothing in the channel"


async def test_an_event_that_somebody_took_away_is_said_to_be_gone(booth: Booth) -> None:
    if not booth.adapter.capabilities.events:
        pytest.skip("this platform has no events")
    outcome = await booth.adapter.amend(booth.channel, "999999", Written((), event=EVENT))
    assert outcome == Rejected(POST_UNKNOWN)


async def test_a_thread_hangs_on_its_post(booth: Booth) -> None:
    can = booth.adapter.capabilities
    (part,) = fit(replace(SAID, thread="Aloitus: tutustutaan " + "ja sovitaan " * 20), can)
    sent = await booth.adapter.post(booth.channel, part, mark="n1:0")
    assert isinstance(sent, Sent)
    (stood,) = await booth.stands(booth.channel)
    assert stood.thread.startswith("Aloitus: tutustutaan") if can.threads else not stood.thread
    if can.marks:
        assert await booth.adapter.post(booth.channel, part, mark="n1:0", again=True) == sent, "one thread is enough"


async def test_a_role_is_called_where_it_is_meant_and_nobody_else(booth: Booth) -> None:
    can = booth.adapter.capabilities
    text = f"@everyone @here <@{booth.person.id}> <@&{booth.role}>"
    (quiet,) = fit(plain(text), can)
    (loud,) = fit(replace(plain(text), mention=booth.role), can)
    await booth.adapter.post(booth.channel, quiet, mark="n1:0")
    await booth.adapter.post(booth.channel, loud, mark="n2:0")
    stood = await booth.stands(booth.channel)
    assert [each.called for each in stood] == [(), (booth.role,) if can.roles else ()]
    assert [each.text for each in stood] == [text, text]


async def test_what_is_put_beside_the_longest_text_still_fits(booth: Booth) -> None:
    can = booth.adapter.capabilities
    text = "a" * can.text
    timed = Written((WrittenBlock("para", text, at=STARTS, own="sinun aikaasi {at}"),), mention=booth.role)
    headed = Written((WrittenBlock("heading", text, at=STARTS, own="sinun aikaasi {at}"),), mention=booth.role)
    for mark, said in (("n1", timed), ("n2", headed)):
        for number, part in enumerate(fit(said, can)):
            assert isinstance(await booth.adapter.post(booth.channel, part, mark=f"{mark}:{number}"), Sent)
    assert sum(stood.text.count("a") for stood in await booth.stands(booth.channel)) >= 2 * can.text


async def test_each_reader_is_shown_their_own_time(booth: Booth) -> None:
    can = booth.adapter.capabilities
    blocks = [WrittenBlock(kind, "ti 9.3. klo 17", at=STARTS, own="sinulla {at}") for kind in ("para", "item")]
    for number, block in enumerate(blocks):
        await booth.adapter.post(booth.channel, Written((block,)), mark=f"n{number}:0")
    stood = await booth.stands(booth.channel)
    assert all("ti 9.3. klo 17" in each.text for each in stood), "the group's own time stands there in any case"
    assert [each.times for each in stood] == [(STARTS,) if can.times else ()] * 2


async def test_a_failure_is_returned_and_the_next_try_arrives(booth: Booth) -> None:
    async with booth.fails():
        outcome = await booth.adapter.post(booth.channel, plain("Salaista"), mark="n1:0")
    assert isinstance(outcome, get_args(Outcome))
    assert isinstance(outcome, NotSent)
    assert "Salaista" not in outcome.why
    assert isinstance(await booth.adapter.post(booth.channel, plain("Salaista"), mark="n1:0"), Sent)
    assert len(await booth.stands(booth.channel)) == 1


async def test_a_closed_address_is_said_to_be_closed(booth: Booth) -> None:
    if booth.nowhere is None:
        pytest.skip("this platform has no closed addresses")
    assert isinstance(await booth.adapter.post(booth.nowhere, plain("Hei"), mark="n1:0"), Unreachable)


async def test_who_is_forgotten_has_nothing_left_here(booth: Booth) -> None:
    await booth.adapter.post(booth.person, plain("Ainolle"), mark="n1:0")
    await booth.adapter.post(booth.other, plain("Veikolle"), mark="n2:0")
    if not isinstance(booth.adapter, CanForget):
        pytest.skip("this platform keeps its own pages")
    await booth.adapter.forget(booth.person.id)
    assert list(await booth.stands(booth.person)) == []
    assert [stood.text for stood in await booth.stands(booth.other)] == ["Veikolle"]


async def test_what_is_kept_by_us_can_be_cleared_and_nothing_else_is(booth: Booth) -> None:
    assert isinstance(booth.adapter, CanClear) == booth.adapter.capabilities.keeps
    await booth.adapter.post(booth.channel, plain("Ryhmälle"), mark="n1:0")
    await booth.adapter.post(booth.other, plain("Veikolle"), mark="n2:0")
    if not isinstance(booth.adapter, CanClear):
        pytest.skip("this platform keeps its own pages")
    await booth.adapter.clear(Pages(booth.channel))
    assert list(await booth.stands(booth.channel)) == []
    assert [stood.text for stood in await booth.stands(booth.other)] == ["Veikolle"]


async def test_posts_to_many_addresses_at_once_all_arrive_in_order(booth: Booth) -> None:
    places = (booth.channel, booth.person, booth.other)

    async def one_place(number: int) -> None:
        for n in range(5):
            await booth.adapter.post(places[number], plain(f"{number}.{n}"), mark=f"{number}:{n}")

    await asyncio.gather(*(one_place(number) for number in range(len(places))))
    for number, place in enumerate(places):
        assert [stood.text for stood in await booth.stands(place)] == [f"{number}.{n}" for n in range(5)]
