"""A channel or a person that the bot cannot reach any more."""

from collections.abc import Callable

import pytest

from bot.core.model import State
from tests.fakes.telegram.world import Group, Person
from tests.office import words
from tests.telegram.post_office import PostOffice

Shuts = Callable[[PostOffice, Person, Group], None]
"""Closes a group to the bot without a word to it."""


def _kick(office: PostOffice, kaarina: Person, chat: Group) -> None:
    chat.bot.status = "kicked"


def _forget(office: PostOffice, kaarina: Person, chat: Group) -> None:
    chat.bot.status = "left"


def _mute(office: PostOffice, kaarina: Person, chat: Group) -> None:
    chat.bot.status = "restricted"


def _delete(office: PostOffice, kaarina: Person, chat: Group) -> None:
    office.fake.deletes_group(chat)


SHUT: dict[str, tuple[Shuts, str, str]] = {
    "bot was kicked from the supergroup chat": (_kick, "supergroup", "removed"),
    "bot was kicked from the group chat": (_kick, "group", "removed"),
    "bot is not a member of the supergroup chat": (_forget, "supergroup", "removed"),
    "not enough rights to send text messages to the chat": (_mute, "supergroup", "muted"),
    "the group chat was deleted": (_delete, "group", "channel-gone"),
    "chat not found": (_delete, "supergroup", "channel-gone"),
}
"""What Telegram says, how it comes about, in what kind of group, and the code that it is to us."""


async def test_a_closed_channel_is_paused_and_its_convener_hears_the_one_thing_to_do(office: PostOffice) -> None:
    kaarina = office.person("Kaarina")
    other = office.chat(kaarina, title="Toinen")
    other_id = await office.founds(other, kaarina, name="Toinen")
    groups = {}
    for said, (shuts, kind, _) in SHUT.items():
        convener = office.person("Kaarina")
        chat = office.chat(convener, kind=kind)
        groups[said] = (convener, chat, await office.founds(chat, convener))
        shuts(office, convener, chat)
    await office.moves_to("2026-09-10 10:00")
    for said, (convener, chat, group_id) in groups.items():
        code = SHUT[said][2]
        assert (await office.group(group_id)).unreachable == code, said
        assert (await office.notice("pretask", group_id)).state is State.FAILED, said
        assert len(office.tried(chat)) == 2, said
        assert len(office.texts(chat)) == 1, said
        (told,) = office.texts(convener)
        assert words("trouble-heading", group="Torstain piiri") in told
        assert f"pre-task, Thu 10 Sept at 10:00: {words(f'why-{code}')}" in told, said
        assert told.endswith(words(f"do-{code}")), said
    await office.restarts()
    await office.moves_to("2026-09-14 10:00")
    for said, (_, chat, _) in groups.items():
        assert len(office.tried(chat)) == 2, f"{said}: a closed channel is tried no more"
    assert (await office.group(other_id)).unreachable is None
    assert len(office.texts(other)) == 3


def _block(office: PostOffice, aino: Person) -> None:
    aino.blocked = True


def _deactivate(office: PostOffice, aino: Person) -> None:
    office.fake.deactivates(aino)


def _never_open(office: PostOffice, aino: Person) -> None:
    aino.opened = False


@pytest.mark.parametrize("shuts", [_block, _deactivate, _never_open])
async def test_what_is_personal_waits_behind_a_button_for_a_person_who_is_shut(
    office: PostOffice, shuts: Callable[[PostOffice, Person], None]
) -> None:
    kaarina, aino = office.person("Kaarina"), office.person("Aino")
    chat = office.chat(kaarina, aino)
    group_id = await office.founds(chat, kaarina, aino)
    shuts(office, aino)
    await office.moves_to("2026-09-12 10:00")
    assert (await office.notice("brief", group_id)).state is State.FAILED
    assert (await office.group(group_id)).unreachable is None
    assert office.texts(aino) == []
    assert len(office.texts(chat)) == 2
    await office.moves_to("2026-09-14 10:00")
    reminder = office.fake.ledger.last(chat)
    assert words("button-brief") in reminder.labels
    assert all(words("brief-heading", theme="") not in text for text in office.texts(chat))
    assert office.texts(kaarina) == [], "whom somebody lets write to them is their own affair"


async def test_what_is_private_goes_to_its_person_or_nowhere(office: PostOffice) -> None:
    kaarina, aino = office.person("Kaarina"), office.person("Aino")
    chat = office.chat(kaarina, aino)
    group_id = await office.founds(chat, kaarina, aino)
    await office.says(aino, "Sammakko istuu kivellä.")
    aino.blocked = True
    await office.moves_to("2026-09-16 10:00")
    assert (await office.notice("notes", group_id)).state is State.FAILED
    assert (await office.notice("feedback", group_id)).state is State.SENT
    assert not any("Sammakko" in text for place in (chat, kaarina) for text in office.texts(place))
    assert not any(words("button-notes") in post.labels for post in office.fake.ledger.in_chat(chat))
    assert not any(words("notes-heading", when="")[:10] in text for text in office.texts(kaarina))


async def test_a_convener_who_cannot_be_told_either_finds_it_behind_a_button(office: PostOffice) -> None:
    kaarina = office.person("Kaarina", opened=False)
    chat = office.chat(kaarina)
    group_id = await office.founds(chat, kaarina)
    office.fake.fault("sendMessage", "500 before", chat=chat, times=2)
    await office.moves_to("2026-09-14 10:00")
    assert (await office.notice("pretask", group_id)).state is State.UNSURE
    reminder = office.fake.ledger.last(chat)
    assert words("button-trouble") in reminder.labels
    answer = await office.presses(kaarina, reminder, words("button-trouble"))
    assert answer
    assert answer.url
    await office.opens_by(kaarina, answer.url)
    assert words("trouble-heading", group="Torstain piiri") in office.texts(kaarina)[-1]
