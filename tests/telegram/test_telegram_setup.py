"""Who may begin a group in a channel, and what the bot says when it is let in."""

import pytest

from tests.fakes.telegram.world import Group, Person
from tests.office import words
from tests.telegram.post_office import PostOffice, place_id


def _people(office: PostOffice) -> tuple[Group, Person, Person]:
    """A group that Kaarina made, without the bot; Aino is in it."""
    kaarina, aino = office.person("Kaarina"), office.person("Aino")
    return office.fake.group("Torstain piiri", [kaarina, aino]), kaarina, aino


def _asked(office: PostOffice, chat: Group) -> int:
    return len([c for c in office.fake.calls if c.method == "getChatMember" and c.params["chat_id"] == place_id(chat)])


async def _begun(office: PostOffice) -> int:
    async with office.kept() as work:
        return len(await work.drafts.find(form="setup"))


async def test_the_bot_greets_once_in_the_language_of_whoever_let_it_in(office: PostOffice) -> None:
    greeted = []
    for language, spoken in (("fi", "fi"), ("sv", "sv"), ("en", "en"), ("de", "fi"), (None, "fi")):
        adder = office.fake.person("Kaarina", language_code=language)
        chat = office.fake.group("Torstain piiri", [adder])
        office.fake.adds_bot(adder, chat)
        office.fake.promotes_bot(adder, chat)
        office.fake.demotes_bot(adder, chat)
        greeted.append((spoken, chat))
    await office.settles()
    await office.restarts()
    await office.settles()
    for spoken, chat in greeted:
        (greeting,) = office.fake.ledger.in_chat(chat)
        assert greeting.text.startswith(words("greet-heading", spoken))
        assert greeting.labels == [words("button-setup", spoken), words("button-privacy", spoken)]


async def test_whoever_neither_leads_the_channel_nor_let_the_bot_in_cannot_begin(office: PostOffice) -> None:
    chat, kaarina, aino = _people(office)
    office.fake.adds_bot(kaarina, chat)
    await office.settles()
    answer = await office.presses(aino, office.fake.ledger.last(chat), words("button-setup"))
    assert answer
    assert (answer.text, answer.url) == (words("refused-may-not-convene"), None)
    await office.says(aino, "/setup", chat)
    await office.says(aino, "/start", chat)
    assert office.texts(aino) == [words("refused-may-not-convene"), words("start-ask-admin")]
    assert await _begun(office) == 0
    assert len(office.texts(chat)) == 1


@pytest.mark.parametrize("way", ["presses", "commands", "starts"])
async def test_whoever_let_the_bot_in_or_leads_the_channel_may_begin(office: PostOffice, way: str) -> None:
    for who in ("let the bot in", "made the channel", "leads the channel"):
        chat, kaarina, aino = _people(office)
        adder = office.person("Salme")
        chat.members.add(adder.id)
        office.fake.adds_bot(adder, chat)
        office.fake.promotes(aino, chat)
        await office.settles()
        begins = {"let the bot in": adder, "made the channel": kaarina, "leads the channel": aino}
        await _begins(office, begins[who], chat, way)


async def _begins(office: PostOffice, person: Person, chat: Group, way: str) -> None:
    if way == "presses":
        answer = await office.presses(person, office.fake.ledger.last(chat), "setup::")
        assert answer
        assert answer.text == words("look-private")
    else:
        await office.says(person, "/setup" if way == "commands" else "/start", chat)
    if way == "starts":
        invited = office.fake.ledger.last(person)
        assert invited.text == words("start-invite")
        await office.presses(person, invited, words("button-setup"))
    async with office.kept() as work:
        assert len(await work.drafts.find(form="setup", about=str(chat.id))) == 1
    assert "1/" in office.texts(person)[-1]
    assert len(office.texts(chat)) == 1, "the greeting alone"


async def test_the_right_to_begin_is_asked_of_telegram_each_time(office: PostOffice) -> None:
    chat, _, aino = _people(office)
    adder = office.person("Salme")
    chat.members.add(adder.id)
    office.fake.adds_bot(adder, chat)
    await office.settles()
    greeting = office.fake.ledger.last(chat)
    told = []
    for change in (None, office.fake.promotes, office.fake.demotes):
        if change:
            change(aino, chat)
        answer = await office.presses(aino, greeting, words("button-setup"))
        told.append(answer and answer.text)
    assert told == [words("refused-may-not-convene"), words("look-private"), words("refused-may-not-convene")]
    assert _asked(office, chat) == 3


async def test_where_telegram_does_not_tell_nobody_may(office: PostOffice) -> None:
    chat, kaarina, aino = _people(office)
    office.fake.promotes(aino, chat)
    office.fake.adds_bot(kaarina, chat)
    await office.settles()
    office.fake.fault("getChatMember", "500 before")
    await office.says(aino, "/setup", chat)
    assert office.texts(aino) == [words("refused-may-not-convene")]


async def test_other_acts_ask_telegram_nothing(office: PostOffice) -> None:
    chat, kaarina, _ = _people(office)
    office.fake.adds_bot(kaarina, chat)
    await office.settles()
    await office.says(kaarina, "/help", chat)
    await office.presses(kaarina, office.fake.ledger.last(chat), "privacy::")
    assert _asked(office, chat) == 0


async def test_an_administrator_who_hides_is_told_kindly_and_nothing_changes(office: PostOffice) -> None:
    chat, kaarina, _ = _people(office)
    office.fake.adds_bot(kaarina, chat)
    await office.settles()
    for number, command in enumerate(("/setup", "/start", "/join", "/pause"), 1):
        office.fake.writes_anonymously(chat, command)
        await office.settles()
        assert office.texts(chat)[1:] == [words("refused-nameless", "fi")] * number
    assert await _begun(office) == 0
    async with office.kept() as work:
        assert await work.persons.find() == []


async def test_an_administrator_who_hides_may_begin_by_a_press(office: PostOffice) -> None:
    chat, kaarina, aino = _people(office)
    office.fake.promotes(aino, chat, anonymous=True)
    office.fake.adds_bot(kaarina, chat)
    await office.settles()
    await _begins(office, aino, chat, "presses")


async def test_one_question_takes_the_place_of_the_one_before(office: PostOffice) -> None:
    kaarina = office.person("Kaarina")
    chat = office.chat(kaarina)
    await office.says(kaarina, "/setup", chat)
    (first,) = office.fake.ledger.in_chat(kaarina)
    assert "1/" in first.text
    answer = await office.presses(kaarina, first, first.keyboard[0][0][1])
    assert answer is not None, "a press in private is acknowledged too"
    (second,) = office.fake.ledger.in_chat(kaarina)
    assert second.message_id == first.message_id
    assert "2/" in second.text
    await office.says(kaarina, "Tue 15 Sept 2026 at 17:00")
    assert len(office.texts(kaarina)) == 2, "below what was typed the next one is read"


async def test_a_question_that_is_gone_is_asked_anew(office: PostOffice) -> None:
    kaarina = office.person("Kaarina")
    chat = office.chat(kaarina)
    await office.says(kaarina, "/setup", chat)
    (first,) = office.fake.ledger.in_chat(kaarina)
    office.fake.deletes_message(first)
    await office.presses(kaarina, first, first.keyboard[0][0][1])
    (second,) = office.fake.ledger.in_chat(kaarina)
    assert "2/" in second.text


async def test_whoever_begins_without_an_open_chat_goes_on_by_the_link(office: PostOffice) -> None:
    kaarina = office.person("Kaarina", opened=False)
    chat = office.fake.group("Torstain piiri", [kaarina])
    office.fake.adds_bot(kaarina, chat)
    await office.settles()
    answer = await office.presses(kaarina, office.fake.ledger.last(chat), words("button-setup"))
    assert answer
    await office.opens_by(kaarina, answer.url)
    assert "1/" in office.texts(kaarina)[0]
    assert len(office.texts(chat)) == 1


async def test_a_group_made_for_the_bot_by_its_link_says_no_more_than_a_greeting_and_one_answer(
    office: PostOffice,
) -> None:
    kaarina = office.person("Kaarina")
    chat = office.fake.group("Torstain piiri", [kaarina], kind="group")
    office.fake.adds_bot(kaarina, chat, payload="x")
    await office.settles()
    assert len(office.texts(chat)) == 1
    assert office.texts(kaarina) == [words("start-invite")]
