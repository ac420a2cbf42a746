"""Many groups at once, at Telegram's own limits."""

import asyncio
import time
from collections.abc import AsyncIterator

import pytest

from bot.serving.serve import TELEGRAM
from tests.fakes.telegram.ledger import most_in
from tests.fakes.telegram.limits import Limits
from tests.fakes.telegram.world import Group, Person
from tests.office import words
from tests.telegram.post_office import PostOffice, until

GROUPS = 90


@pytest.fixture
async def busy(shut_office: PostOffice) -> AsyncIterator[PostOffice]:
    """An office at the pace that it runs at, before a Telegram that holds it to its limits."""
    shut_office.pace = TELEGRAM
    await shut_office.opens()
    await shut_office.listens()
    yield shut_office
    assert shut_office.fake.throttled == []


async def _with_groups(office: PostOffice, number: int) -> tuple[Person, list[Group]]:
    """So many groups that are about to be sent their plan."""
    kaarina = office.person("Kaarina")
    chats = [office.chat(kaarina, title=f"Piiri {n}") for n in range(number)]
    ring, office.piiri.dispatcher.ring = office.piiri.dispatcher.ring, lambda: None  # type: ignore[method-assign]
    for n, chat in enumerate(chats):
        await office.founds(chat, kaarina, name=f"Piiri {n}", settles=False)
    office.piiri.dispatcher.ring = ring  # type: ignore[method-assign]
    return kaarina, chats


@pytest.mark.alone
async def test_ninety_groups_at_once_are_each_told_once_and_telegram_throttles_nothing(busy: PostOffice) -> None:
    _, chats = await _with_groups(busy, GROUPS)
    busy.fake.limits = Limits()
    people = [busy.person(f"Jäsen {n}") for n in range(30)]
    begun = time.monotonic()
    busy.piiri.dispatcher.ring()
    answered = await asyncio.gather(*(_presses(busy, person, n) for n, person in enumerate(people)))
    await busy.settles()
    took = time.monotonic() - begun
    assert [len(busy.texts(chat)) for chat in chats] == [1] * GROUPS
    assert busy.fake.throttled == []
    assert most_in([each.at for each in busy.fake.accepted]) <= 30
    assert took >= (GROUPS + len(people) - 30) / 30 - 0.1
    assert took < 8
    assert sorted(answered)[-1] < 1.5
    assert sorted(answered)[len(answered) // 2] < 1.0


async def _presses(office: PostOffice, person: Person, number: int) -> float:
    """Ask something in the middle of it; seconds until the answer stands there."""
    await asyncio.sleep(0.1 * number)
    asked = time.monotonic()
    office.fake.writes(person, "/help")
    await until(lambda: bool(office.texts(person)))
    return office.fake.ledger.last(person).sent_at - asked


@pytest.mark.alone
async def test_a_press_that_is_answered_in_passing_waits_for_nothing(busy: PostOffice) -> None:
    kaarina, chats = await _with_groups(busy, 45)
    busy.fake.limits = Limits()
    busy.piiri.dispatcher.ring()
    await until(lambda: len(busy.fake.ledger) > 5)
    waited = []
    for n in range(10):
        plan = busy.fake.ledger.in_chat(next(chat for chat in chats if busy.texts(chat)))[0]
        asked = time.monotonic()
        query = busy.fake.presses(kaarina, plan, f"forged:{n}:")
        await until(lambda query=query: query in busy.fake.answers)
        waited.append(time.monotonic() - asked)
    assert max(waited) < 1.0
    assert busy.texts(kaarina) == []
    await busy.settles()
    assert most_in([each.at for each in busy.fake.accepted]) <= 30


async def test_one_group_is_told_no_more_than_one_thing_a_second(busy: PostOffice) -> None:
    kaarina = busy.person("Kaarina")
    chat = busy.chat(kaarina)
    group_id = await busy.founds(chat, kaarina)
    busy.fake.limits = Limits()
    async with busy.kept() as work:
        meetings = sorted(await work.meetings.find(group_id=group_id), key=lambda m: m.starts)
    for meeting in meetings[:2]:
        await busy.does(kaarina, f"cancel-sure:{meeting.id}:")
    await busy.settles()
    assert len(busy.texts(chat)) == 3
    arrived = busy.tried(chat)[1:]
    assert all(later - earlier >= 1.0 for earlier, later in zip(arrived, arrived[1:], strict=False))


async def test_the_answers_to_one_person_come_in_order_a_second_apart(busy: PostOffice) -> None:
    kaarina = busy.person("Kaarina")
    busy.fake.limits = Limits()
    for text in ("/help", "/privacy"):
        busy.fake.writes(kaarina, text)
    await busy.settles()
    heads = [words("help-heading"), words("privacy-heading")]
    assert [text.splitlines()[0] for text in busy.texts(kaarina)] == heads
