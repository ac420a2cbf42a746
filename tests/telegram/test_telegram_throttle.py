"""Told to wait: by Telegram, in one chat or in several."""

import asyncio

from bot.core.model import State
from tests.office import words
from tests.telegram.post_office import PostOffice, until


async def test_a_chat_that_is_told_to_wait_waits_alone(office: PostOffice) -> None:
    kaarina = office.person("Kaarina")
    slow, other, third = (office.chat(kaarina, title=title) for title in ("Hidas", "Toinen", "Kolmas"))
    for chat in (slow, other, third):
        await office.founds(chat, kaarina)
    office.fake.fault("sendMessage", "429", chat=slow, retry_after=1)
    before = len(office.fake.accepted)
    await office.moves_to("2026-09-10 10:00")
    arrived = {each.chat_id: each.at for each in office.fake.accepted[before:]}
    told = office.tried(slow)[-2]
    assert set(arrived) == {slow.id, other.id, third.id}
    assert arrived[slow.id] - told >= 0.95
    assert max(arrived[other.id], arrived[third.id]) < arrived[slow.id] - 0.5
    assert [len(office.texts(chat)) for chat in (slow, other, third)] == [2, 2, 2]


async def test_what_comes_later_for_a_chat_that_waits_comes_after_what_waited(office: PostOffice) -> None:
    kaarina = office.person("Kaarina")
    chat = office.chat(kaarina)
    group_id = await office.founds(chat, kaarina)
    office.fake.fault("*", "429", chat=chat, retry_after=1)
    async with office.kept() as work:
        meeting = (await work.meetings.find(group_id=group_id))[0]
    await office.does(kaarina, f"cancel-sure:{meeting.id}:")
    await until(lambda: len(office.tried(chat)) == 2)
    await office.does(kaarina, f"pause:{group_id}:")
    await office.settles()
    assert [text.splitlines()[0] for text in office.texts(chat)[1:]] == [
        words("cancelled-heading"),
        words("paused-post"),
    ]


async def test_the_wait_is_kept_over_a_restart(office: PostOffice) -> None:
    kaarina = office.person("Kaarina")
    chat = office.chat(kaarina)
    office.fake.fault("sendMessage", "429", chat=chat, retry_after=1)
    group_id = await office.founds(chat, kaarina, settles=False)
    await until(lambda: len(office.tried(chat)) == 1)
    while (notice := await office.notice("plan", group_id)).not_before is None:
        await asyncio.sleep(0.005)
    await office.restarts()
    office.piiri.dispatcher.ring()
    await office.settles()
    told, again = office.tried(chat)
    assert again - told >= 0.95
    assert len(office.texts(chat)) == 1
    assert notice.state is State.WAITING
    assert (await office.notice("plan", group_id)).state is State.SENT


async def test_a_second_chat_told_to_wait_at_once_stops_all(office: PostOffice) -> None:
    kaarina = office.person("Kaarina")
    one, two, three = (office.chat(kaarina, title=title) for title in ("Eka", "Toka", "Kolmas"))
    for chat in (one, two):
        office.fake.fault("sendMessage", "429", chat=chat, retry_after=1)
        await office.founds(chat, kaarina, settles=False)
    await until(lambda: len(office.tried(one) + office.tried(two)) == 2)
    told = max(office.tried(one) + office.tried(two))
    await asyncio.sleep(0.05)
    await office.founds(three, kaarina)
    arrived = [each.at for each in office.fake.accepted]
    assert min(arrived) - told >= 0.95
    assert [len(office.texts(chat)) for chat in (one, two, three)] == [1, 1, 1]


async def test_an_answer_that_is_told_to_wait_comes_in_the_end(office: PostOffice) -> None:
    kaarina = office.person("Kaarina")
    office.fake.fault("sendMessage", "429", chat=kaarina, retry_after=1)
    await office.says(kaarina, "/help")
    assert [text.splitlines()[0] for text in office.texts(kaarina)] == [words("help-heading")]


async def test_a_press_whose_answer_would_have_to_wait_long_is_told_so(office: PostOffice) -> None:
    kaarina = office.person("Kaarina")
    chat = office.chat(kaarina)
    await office.founds(chat, kaarina)
    office.fake.fault("sendMessage", "429", chat=kaarina, retry_after=60)
    answer = await office.presses(kaarina, office.fake.ledger.last(chat), words("button-privacy"))
    assert answer
    assert answer.text == words("look-later")
    assert office.texts(kaarina) == []
