"""Posts of which nobody can know whether they arrived, and such as surely did not."""

from datetime import timedelta
from itertools import product

import pytest

from bot.core import delivery
from bot.core.model import State
from tests.office import words
from tests.telegram.post_office import PostOffice, until

BROKEN = ["500", "502", "timeout", "reset"]


@pytest.fixture
def quick(office: PostOffice, monkeypatch: pytest.MonkeyPatch) -> PostOffice:
    """An office that gives up on an answer, and tries again, soon."""
    office.adapter._requests[0]._read = 0.3
    monkeypatch.setattr(delivery, "FIRST_WAIT", timedelta(milliseconds=20))
    return office


async def test_what_may_be_repeated_is_sent_once_more(quick: PostOffice) -> None:
    groups = {}
    for what, when in product(BROKEN, ("before", "after")):
        kaarina = quick.person("Kaarina")
        chat = quick.chat(kaarina)
        groups[what, when] = (kaarina, chat, await quick.founds(chat, kaarina))
        quick.fake.fault("sendMessage", f"{what} {when}", chat=chat)
    await quick.moves_to("2026-09-10 10:00")
    for (what, when), (kaarina, chat, group_id) in groups.items():
        assert (await quick.notice("pretask", group_id)).state is State.SENT, what
        assert len(quick.tried(chat)) == 3, what
        assert len(quick.texts(chat)) == (3 if when == "after" else 2), what
        assert quick.texts(kaarina) == [], what


async def test_what_may_not_be_repeated_is_left_unsure_and_the_convener_is_told(quick: PostOffice) -> None:
    groups = {}
    for what, when in product(BROKEN, ("before", "after")):
        kaarina = quick.person("Kaarina")
        chat = quick.chat(kaarina)
        quick.fake.fault("sendMessage", f"{what} {when}", chat=chat)
        groups[what, when] = (kaarina, chat, await quick.founds(chat, kaarina, settles=False))
    await quick.settles()
    for (what, when), (kaarina, chat, group_id) in groups.items():
        assert (await quick.notice("plan", group_id)).state is State.UNSURE, what
        assert len(quick.tried(chat)) == 1, what
        assert len(quick.texts(chat)) == (when == "after"), what
        (told,) = quick.texts(kaarina)
        assert words("trouble-heading", group="Torstain piiri") in told
        assert f"plan, Tue 1 Sept at 09:00: {words('why-unsure')}" in told
        assert told.endswith(words("trouble-do"))


async def test_what_was_unsure_twice_is_repeated_no_more(quick: PostOffice) -> None:
    kaarina = quick.person("Kaarina")
    chat = quick.chat(kaarina)
    group_id = await quick.founds(chat, kaarina)
    quick.fake.fault("sendMessage", "502 before", chat=chat, times=9)
    await quick.moves_to("2026-09-10 10:00")
    assert (await quick.notice("pretask", group_id)).state is State.UNSURE
    assert len(quick.tried(chat)) == 3
    assert f"pre-task, Thu 10 Sept at 10:00: {words('why-unsure')}" in quick.texts(kaarina)[0]


async def test_a_file_is_dealt_with_like_a_text(quick: PostOffice) -> None:
    quick.adapter._requests[0]._write = 0.1
    groups = {}
    for what in BROKEN:
        kaarina = quick.person("Kaarina")
        chat = quick.chat(kaarina)
        groups[what] = (chat, await quick.founds(chat, kaarina))
        quick.fake.fault("sendDocument", f"{what} after", chat=chat)
    await quick.moves_to("2026-09-14 10:00")
    for what, (chat, group_id) in groups.items():
        assert (await quick.notice("reminder", group_id)).state is State.SENT, what
        assert len(quick.texts(chat)) == 4, what


async def test_what_could_not_leave_us_is_tried_until_it_arrives_and_arrives_once(quick: PostOffice) -> None:
    kaarina = quick.person("Kaarina")
    chat = quick.chat(kaarina)
    await quick.fake.stop()
    group_id = await quick.founds(chat, kaarina, settles=False)
    while (notice := await quick.notice("plan", group_id)).why != "no-connection":
        assert notice.state in {State.WAITING, State.SENDING}
    assert quick.piiri.amiss()["telegram"] == "NetworkError"
    await quick.fake.start()
    await until(lambda: len(quick.fake.ledger) == 1)
    assert (await quick.notice("plan", group_id)).attempts > 1
    await quick.settles()
    assert len(quick.tried(chat)) == len(quick.texts(chat)) == 1
    assert quick.texts(kaarina) == []


async def test_an_answer_that_may_have_arrived_is_not_said_twice(quick: PostOffice) -> None:
    people = {what: quick.person("Kaarina") for what in BROKEN}
    for what, person in people.items():
        quick.fake.fault("sendMessage", f"{what} after", chat=person)
        quick.fake.writes(person, "/help")
    await quick.settles()
    for what, person in people.items():
        assert len(quick.texts(person)) == len(quick.tried(person)) == 1, what


async def test_a_press_whose_answer_may_not_have_arrived_asks_for_another(quick: PostOffice) -> None:
    kaarina = quick.person("Kaarina")
    chat = quick.chat(kaarina)
    await quick.founds(chat, kaarina)
    quick.fake.fault("sendMessage", "502 before", chat=kaarina)
    answer = await quick.presses(kaarina, quick.fake.ledger.last(chat), words("button-privacy"))
    assert answer
    assert answer.text == words("look-later")


@pytest.mark.parametrize("what", ["500 before", "timeout before", "reset after", "429", "404"])
async def test_an_act_stands_though_its_press_could_not_be_acknowledged(quick: PostOffice, what: str) -> None:
    kaarina = quick.person("Kaarina")
    chat = quick.chat(kaarina)
    group_id = await quick.founds(chat, kaarina)
    quick.fake.fault("answerCallbackQuery", what)
    plan = quick.fake.ledger.last(chat)
    quick.fake.presses(kaarina, plan, plan.button(words("button-join")))
    await until(lambda: bool(quick.fake.ledger.in_chat(kaarina)))
    async with quick.kept() as work:
        assert len(await work.members.find(group_id=group_id)) == 1


async def test_a_press_too_old_to_be_acknowledged_has_been_carried_out(quick: PostOffice) -> None:
    kaarina = quick.person("Kaarina")
    chat = quick.chat(kaarina)
    group_id = await quick.founds(chat, kaarina)
    plan = quick.fake.ledger.last(chat)
    query = quick.fake.presses(kaarina, plan, plan.button(words("button-join")))
    quick.fake.expires(query)
    await quick.settles()
    assert query not in quick.fake.answers
    assert words("joined", group="Torstain piiri") in quick.texts(kaarina)[0]
    await quick.presses(kaarina, plan, words("button-privacy"))
    async with quick.kept() as work:
        assert len(await work.members.find(group_id=group_id)) == 1
