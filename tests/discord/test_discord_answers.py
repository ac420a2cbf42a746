"""Answers to what people press, command, fill in and write: in time, once, and seen by them alone."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import Any

import discord
import pytest

from bot.adapters.discord import answers, posting
from bot.core import register
from bot.core.incoming import Incoming
from bot.core.outgoing import Written, WrittenBlock
from bot.core.platform import Hear
from tests.discord.post_office_discord import ANSWERED, CALLBACK, Hurries, PostOffice
from tests.fakes.discord.interactions import Answered
from tests.fakes.discord.world import Channel, Person
from tests.office import NAME, words

pytest_plugins = ["tests.discord.office_discord"]

BROKEN = ["500", "502", "503", "504", "524", "reset"]
SECRET = "Salaista tekstiä"
CASES = [*product(BROKEN, ("before", "after"))]
HEADING = f"**{words('privacy-heading')}**"


@pytest.fixture
def quick(office: PostOffice, hurries: Hurries, monkeypatch: pytest.MonkeyPatch) -> PostOffice:
    """An office whose tries come soon upon each other."""
    hurries(discord.webhook.async_)
    monkeypatch.setattr(answers, "AGAIN", 0.01)
    return office


async def _home(office: PostOffice) -> tuple[Person, Channel, str]:
    place = await office.place(kaarina := office.person("Kaarina"))
    group_id = await office.founds(place, kaarina, kaarina)
    await office.moves_to("2026-09-10 10:00")
    return kaarina, place, group_id


def _whispers(office: PostOffice, person: Person, place: Channel) -> list[str]:
    """What the bot has shown this person alone, in a channel."""
    return [each.text for each in place.standing() if each.seen_by is person]


def _slow(office: PostOffice, seconds: float) -> None:
    """The core takes its time from now on."""
    hear = office.piiri.hear

    async def slow(incoming: Incoming) -> Any:
        await asyncio.sleep(seconds)
        return await hear(incoming)

    office.adapter._hear = slow


# In time


@pytest.fixture(params=["2 s", "5 s"])
def slow(request: pytest.FixtureRequest, office: PostOffice, monkeypatch: pytest.MonkeyPatch) -> Iterator[PostOffice]:
    """An office whose core takes long; a second lasts a tenth of one, for Discord too."""
    monkeypatch.setattr(answers, "SOON", 0.15)
    monkeypatch.setattr(answers, "AGAIN", 0.03)
    office.fake.ack_seconds = 0.5
    yield office
    assert all(each < 500 for each in office.fake.ledger.acknowledged_ms)


def _takes_long(office: PostOffice, request: pytest.FixtureRequest) -> None:
    _slow(office, 0.25 if request.node.callspec.params["slow"] == "2 s" else 0.6)


def test_there_is_time_left_to_say_that_it_takes_longer() -> None:
    assert answers.SOON + answers.AGAIN + 0.5 < 3


async def test_a_quick_answer_is_the_first_that_is_shown(office: PostOffice) -> None:
    kaarina, place, _ = await _home(office)
    answer = await office.invokes(kaarina, "privacy", place)
    assert (answer.kind, answer.deferred) == ("ephemeral", False)
    assert answer.milliseconds is not None
    assert answer.milliseconds < 1000


async def test_a_command_that_takes_long_is_acknowledged_in_time_and_answered(
    slow: PostOffice, request: pytest.FixtureRequest
) -> None:
    kaarina, place, _ = await _home(slow)
    _takes_long(slow, request)
    answer = await slow.invokes(kaarina, "privacy", place)
    assert answer.deferred
    assert answer.kind == "ephemeral"
    assert answer.text.startswith(HEADING)
    assert len(_whispers(slow, kaarina, place)) == 1


async def test_a_form_that_comes_too_late_for_a_form_waits_behind_a_button(
    slow: PostOffice, request: pytest.FixtureRequest
) -> None:
    kaarina, place, _ = await _home(slow)
    hear = slow.adapter._hear
    _takes_long(slow, request)
    for pressed in (True, False) if request.node.callspec.params["slow"] == "2 s" else (True,):
        if pressed:
            answer = await slow.presses(kaarina, slow.last(place), words("button-note"))
        else:
            answer = await slow.invokes(kaarina, "note", place)
        assert answer.deferred
        assert answer.kind == "ephemeral"
        assert answer.text == words("form-again")
        assert answer.labels == [words("button-open-form")]
        within, slow.adapter._hear = slow.adapter._hear, hear
        form = await slow.presses(kaarina, answer, words("button-open-form"))
        slow.adapter._hear = within
        assert form.kind == "modal"
        assert form.modal
        kept = await slow.fake.submits(form, {form.modal.fields[0].custom_id: "Sammakko"})
        assert kept.deferred
        assert kept.kind == "ephemeral"
        assert "Sammakko" in kept.text or kept.text


async def test_offers_that_come_too_late_are_let_go_and_nothing_breaks(
    slow: PostOffice, request: pytest.FixtureRequest
) -> None:
    kaarina, place, _ = await _home(slow)
    hear = slow.adapter._hear
    _takes_long(slow, request)
    choices = await slow.fake.completes(kaarina, "piiri coming", "meeting", "", place)
    assert choices.kind == ("choices" if request.node.callspec.params["slow"] == "2 s" else "none")
    slow.adapter._hear = hear
    choices = await slow.fake.completes(kaarina, "piiri coming", "meeting", "", place)
    assert choices.kind == "choices"
    assert choices.choices


async def test_what_takes_long_and_says_nothing_is_acknowledged_all_the_same(
    slow: PostOffice, request: pytest.FixtureRequest
) -> None:
    kaarina, place, _ = await _home(slow)

    async def says_nothing(_: Incoming) -> None:
        await asyncio.sleep(0.2)

    slow.adapter._hear = says_nothing
    answer = await slow.presses(kaarina, slow.last(place), words("button-note"))
    assert answer.deferred
    assert answer.text == words("answer-none")


# Once


async def _acts(office: PostOffice, what: str, kaarina: Person, place: Channel) -> tuple[Answered, str]:
    """Something that somebody does, with the answer that they should be shown."""
    if what == "command":
        return await office.invokes(kaarina, "privacy", place), "ephemeral"
    if what == "press":
        return await office.presses(kaarina, office.last(place), words("button-absent")), "ephemeral"
    if what == "form":
        return await office.presses(kaarina, office.last(place), words("button-note")), "modal"
    return await office.fake.completes(kaarina, "piiri coming", "meeting", "", place), "choices"


@pytest.mark.parametrize("what", ["command", "press", "form", "offers"])
async def test_an_answer_whose_way_breaks_is_shown_once(quick: PostOffice, what: str) -> None:
    kaarina, place, _ = await _home(quick)
    for case in CASES:
        before = len(_whispers(quick, kaarina, place))
        quick.fake.fails(" ".join(case), "POST", ANSWERED)
        answer, kind = await _acts(quick, what, kaarina, place)
        await quick.comes(lambda: not quick.fake.faults.waiting)
        assert answer.kind == kind, case
        assert answer.followups == [], case
        assert len(_whispers(quick, kaarina, place)) - before == (kind == "ephemeral"), case
    assert quick.texts(kaarina) == []


def _says(office: PostOffice, answer: Any) -> Hear:
    async def hear(_: Incoming) -> Any:
        return answer

    return hear


async def test_a_filled_form_whose_answer_breaks_is_kept_once_and_answered_once(quick: PostOffice) -> None:
    kaarina, place, group_id = await _home(quick)
    for number, case in enumerate(CASES, start=1):
        form = await quick.presses(kaarina, quick.last(place), words("button-note"))
        assert form.modal
        quick.fake.fails(" ".join(case), "POST", ANSWERED)
        answer = await quick.fake.submits(form, {form.modal.fields[0].custom_id: f"Sammakko {number}"})
        await quick.comes(lambda: not quick.fake.faults.waiting)
        assert answer.kind == "ephemeral", case
        assert len(_whispers(quick, kaarina, place)) == number, case
        async with quick.kept() as work:
            assert len(await work.notes.find(group_id=group_id)) == number, case


async def test_a_press_that_is_acknowledged_by_somebody_before_us_is_done(quick: PostOffice) -> None:
    kaarina, place, group_id = await _home(quick)
    quick.fake.fails("400", "POST", ANSWERED, code=40060, times=2)
    quick.fake.ack_seconds = 0.2
    await quick.fake.presses(kaarina, quick.last(place), words("button-absent"))
    assert len(quick.fake.ledger.of("POST", CALLBACK)) == 1, "and is not tried again"


async def test_a_press_that_was_answered_too_late_has_been_carried_out(quick: PostOffice) -> None:
    kaarina, place, group_id = await _home(quick)
    plan = quick.posts(place)[0]
    aino = quick.person("Aino")
    assert place.guild
    quick.fake.joins(aino, place.guild)
    quick.fake.fails("404", "POST", ANSWERED, code=10062)
    quick.fake.ack_seconds = 0.3
    answer = await quick.presses(aino, plan, words("button-join"))
    assert answer.kind == "none"
    assert len(quick.fake.ledger.of("POST", CALLBACK)) == 1, "a void token is not tried again"
    async with quick.kept() as work:
        assert len(await work.members.find(group_id=group_id)) == 2
    quick.fake.ack_seconds = 3.0
    again = await quick.presses(aino, plan, words("button-join"))
    assert words("already-in", group=NAME) in again.text


@pytest.mark.parametrize("late", [False, True])
async def test_an_answer_with_files_whose_way_breaks_is_shown_once_and_whole(
    quick: PostOffice, late: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    kaarina, place, _ = await _home(quick)
    if late:
        monkeypatch.setattr(answers, "SOON", 0.01)
        _slow(quick, 0.03)
    for number, what in enumerate(("500 before", "500 after", "reset before", "reset after", "503 after"), start=1):
        method, path = ("PATCH", "/webhooks/**") if late else ("POST", ANSWERED)
        quick.fake.fails(what, method, path, times=2)  # the first of a connection's end is not even told to us
        answer = await quick.invokes(kaarina, "mydata", place)
        await quick.comes(lambda: not quick.fake.faults.waiting)
        calls = quick.fake.ledger.requests
        await quick.comes(lambda: calls[-1].method == method and (calls[-1].status < 300 or calls[-1].code == 40060))  # noqa: B023 - asked here
        assert answer.deferred is late, what
        assert answer.text.startswith(f"**{words('mydata-heading')}**"), what
        assert len(_whispers(quick, kaarina, place)) == number, what
        assert len(answer.files) == 2, what
        assert all(b"Kaarina" in file.data for file in answer.files), what


LONG = tuple(Written((WrittenBlock("para", f"Osa {number}"),)) for number in range(4))


@pytest.mark.parametrize("where", ["channel", "private"])
@pytest.mark.parametrize("late", [False, True])
async def test_an_answer_of_several_parts_comes_in_their_order(
    quick: PostOffice, where: str, late: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    kaarina, place, _ = await _home(quick)
    quick.adapter._hear = _says(quick, LONG)
    if late:
        monkeypatch.setattr(answers, "SOON", 0.01)

        async def hear(_: Incoming) -> Any:
            await asyncio.sleep(0.05)
            return LONG

        quick.adapter._hear = hear
    quick.fake.fails("reset after", "POST", ANSWERED)
    quick.fake.fails("500 before", "POST", "/webhooks/**")
    quick.fake.fails("reset before", "POST", "/webhooks/**")
    answer = await quick.fake.invokes(kaarina, "piiri privacy", place if where == "channel" else None)
    await quick.comes(lambda: len(answer.texts) == 4)
    assert answer.texts == ["Osa 0", "Osa 1", "Osa 2", "Osa 3"]
    if where == "channel":
        assert all(each.seen_by is kaarina for each in answer.shown)


async def test_every_answer_in_a_channel_is_seen_by_that_person_alone(office: PostOffice) -> None:
    kaarina, place, _ = await _home(office)
    stood = office.posts(place)
    for word in ("menu", "plan", "privacy", "help", "theme", "rota", "notes", "mydata", "group upcoming"):
        answer = await office.invokes(kaarina, word, place)
        assert answer.kind == "ephemeral", word
        assert all(each.seen_by is kaarina for each in answer.shown), word
    assert office.posts(place) == stood


async def test_a_page_of_picks_takes_its_own_place_lest_a_pile_grow(office: PostOffice) -> None:
    kaarina, place, group_id = await _home(office)
    await office.does(kaarina, f"vote-open:{group_id}:")
    page = (await office.invokes(kaarina, "group vote", place)).shown[0]
    stood = len(_whispers(office, kaarina, place))
    for number in (0, 2, 4):
        await office.presses(kaarina, page, page.buttons[number].label)
    assert len(_whispers(office, kaarina, place)) == stood
    assert "(3/4)" in _whispers(office, kaarina, place)[-1]


# When the core fails


async def test_a_failure_of_ours_is_said_plainly_to_that_person_alone(
    office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    kaarina, place, _ = await _home(office)

    async def fails(_: Any) -> None:
        raise ZeroDivisionError("Sammakko")

    with monkeypatch.context() as patched:
        patched.setitem(register.USES, "privacy", replace(register.USES["privacy"], do=fails))
        commanded = await office.invokes(kaarina, "privacy", place)
        pressed = await office.presses(kaarina, office.posts(place)[0], words("button-privacy"))
    for answer in (commanded, pressed):
        assert answer.kind == "ephemeral"
        assert answer.text == words("refused-error")
    assert (await office.invokes(kaarina, "privacy", place)).text.startswith(HEADING)


async def test_what_fails_in_answering_breaks_nothing_else(
    office: PostOffice, caplog: pytest.LogCaptureFixture
) -> None:
    kaarina, place, _ = await _home(office)
    hear = office.adapter._hear

    async def fails(_: Incoming) -> Any:
        raise ZeroDivisionError("Sammakko")

    office.adapter._hear = fails
    broken = await office.fake.invokes(kaarina, "piiri privacy", place)
    assert broken.kind == "ephemeral"
    assert all(each.seen_by is kaarina for each in broken.shown)
    assert "Sammakko" not in broken.text
    assert "ZeroDivision" not in broken.text
    office.adapter._hear = hear
    assert (await office.invokes(kaarina, "privacy", place)).text.startswith(HEADING)
    assert "answering failed: ZeroDivisionError" in caplog.text
    assert "Sammakko" not in caplog.text


async def test_a_form_with_a_problem_comes_back_with_what_was_typed(office: PostOffice) -> None:
    kaarina, place, _ = await _home(office)
    form = await office.invokes(kaarina, "group move", place)
    assert form.kind == "modal"
    assert form.modal
    name = form.modal.fields[0].custom_id
    answer = await office.fake.submits(form, {name: "joskus"})
    assert answer.kind == "ephemeral"
    assert words("button-mend") in answer.labels
    again = await office.presses(kaarina, answer, words("button-mend"))
    assert again.modal
    assert again.modal.fields[0].value == "joskus"
    done = await office.fake.submits(again, {name: "2026-09-22 17:00"})
    assert done.kind in {"ephemeral", "update"}
    assert words("button-mend") not in done.labels


# What is forged or foreign


async def test_a_forged_press_is_turned_away_and_answered(office: PostOffice) -> None:
    kaarina, place, _ = await _home(office)
    stood = office.posts(place)
    for data in ("", ":", "join", "join:nobody:", "note:x", "form-next:x", "waiting::x", "|", "x" * 100):
        given = {"component_type": 2, "custom_id": data, "id": 1}
        answer = await office.fake._asks(3, kaarina, place, given, 1.0, source=stood[-1])
        assert answer.kind == "ephemeral", data
    assert office.posts(place) == stood


# What is written in private


@pytest.mark.parametrize("what", ["503 before", "503 after", "reset before", "reset after", "hang after", "429"])
async def test_what_is_written_in_private_is_answered_once(
    office: PostOffice, what: str, monkeypatch: pytest.MonkeyPatch, hurries: Hurries
) -> None:
    hurries(discord.http)
    monkeypatch.setattr(posting, "PATIENCE", 0.3)
    monkeypatch.setattr(answers, "LATE", (0.02, 0.02, 0.02))
    aino = office.person("Aino")
    await office.place(aino)
    office.fake.fails(what, "POST", "/channels/*/messages", retry_after=0.1)
    office.fake.writes(aino, "hei")
    await office.comes(lambda: not office.fake.faults.waiting and bool(office.texts(aino)))
    await asyncio.sleep(0.4 if what == "hang after" else 0.1)
    assert len(office.texts(aino)) == 1


async def test_a_late_try_of_an_answer_in_private_looks_whether_it_stands_there(
    office: PostOffice, monkeypatch: pytest.MonkeyPatch, hurries: Hurries
) -> None:
    hurries(discord.http)
    monkeypatch.setattr(posting, "WINDOW", 0.0)
    monkeypatch.setattr(answers, "LATE", (0.02, 0.02, 0.02))
    office.fake.nonce_seconds = 0.0
    aino = office.person("Aino")
    await office.place(aino)
    office.fake.fails("503 after", "POST", "/channels/*/messages")
    office.fake.writes(aino, "hei")
    await office.comes(lambda: bool(office.texts(aino)))
    await asyncio.sleep(0.2)
    assert len(office.texts(aino)) == 1


async def test_somebody_who_wrote_and_shut_the_door_is_not_written_to_again(office: PostOffice) -> None:
    aino = office.person("Aino")
    await office.place(aino)
    office.fake.writes(aino, "hei")
    office.fake.closes_dms(aino)
    side = office.fake.dm(aino)
    await office.comes(lambda: bool(office.tried(side)))
    await asyncio.sleep(0.1)
    assert [each.code for each in office.tried(side)] == [50007]


async def test_an_answer_that_cannot_be_drawn_is_said_to_be_lost(
    quick: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    kaarina, place, group_id = await _home(quick)
    text = posting.render.text

    def breaks(written: Written, *rest: Any) -> str:
        if len(written.blocks) > 1:
            raise ValueError(SECRET)
        return text(written, *rest)

    monkeypatch.setattr(posting.render, "text", breaks)
    answered = await quick.fake.invokes(kaarina, "piiri privacy", place)
    assert answered.text == words("answer-lost")
    assert answered.kind == "ephemeral"
    assert SECRET not in answered.text
    monkeypatch.setattr(posting.render, "text", text)
    answered = await quick.fake.invokes(kaarina, "piiri privacy", place)
    assert HEADING in answered.text


async def test_an_answer_that_hangs_on_its_way_is_tried_again(
    quick: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "PATIENCE", 0.1)
    kaarina, place, _ = await _home(quick)
    quick.fake.fails("hang", "POST", CALLBACK)
    answered = await quick.fake.invokes(kaarina, "piiri privacy", place)
    assert HEADING in answered.text
    assert len(_whispers(quick, kaarina, place)) <= 2
