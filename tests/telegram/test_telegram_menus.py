"""The commands that Telegram's own menu offers, and to whom."""

import json

import pytest

from bot.core.letters import plain
from bot.core.register import MENUS
from tests.office import LIBRARY, words
from tests.telegram.post_office import PostOffice

Menu = list[tuple[str, str]]


def _menu(office: PostOffice, scope: dict[str, object], language: str = "") -> Menu | None:
    """What is offered in just this scope and language."""
    for (kept, code), commands in office.fake.world.commands.items():
        if json.loads(kept) == scope and code == language:
            return [(each["command"], each["description"]) for each in commands]
    return None


def _wanted(menu: str, language: str) -> Menu:
    return [(plain(words(f"command-{use}", language)), words(f"about-{use}", language)) for use in MENUS[menu]]


async def test_each_language_has_its_menu_in_groups_and_in_private(office: PostOffice) -> None:
    first = LIBRARY.languages()[0]
    for menu, scope in (("group", "all_group_chats"), ("private", "all_private_chats")):
        for language in ("", *LIBRARY.languages()):
            assert _menu(office, {"type": scope}, language) == _wanted(menu, language or first)


async def test_every_command_of_every_menu_does_something(office: PostOffice) -> None:
    kaarina = office.person("Kaarina")
    chat = office.chat(kaarina)
    await office.founds(chat, kaarina, kaarina)
    for menu in ("group", "private", "convener"):
        for language in LIBRARY.languages():
            for command, _ in _wanted(menu, language):
                assert LIBRARY.command(command) in MENUS[menu]
    await office.says(kaarina, "/rota")
    assert office.texts(kaarina)[-1] != words("command-unknown")


async def test_a_convener_has_more_from_the_founding_on_and_a_member_has_not(office: PostOffice) -> None:
    kaarina, aino = office.person("Kaarina"), office.person("Aino")
    chat = office.chat(kaarina, aino)
    await office.says(kaarina, "/setup", chat)
    await _to_the_end(office, kaarina)
    await office.presses(aino, office.fake.ledger.last(chat), words("button-join"))
    assert _menu(office, {"type": "chat", "chat_id": kaarina.id}) == _wanted("convener", "en")
    assert _menu(office, {"type": "chat", "chat_id": aino.id}) is None


async def _to_the_end(office: PostOffice, person: object) -> None:
    for _ in range(20):
        asked = office.fake.ledger.last(person)
        behind = [data for row in asked.keyboard for _, data in row]
        sure = [data for data in behind if data.startswith("setup-sure")]
        picks = [d for d in behind if d.startswith(("form-keep", "form-skip"))]
        picks += [d for d in behind if d.startswith("form-pick") and d.endswith(":en")]
        picks += [d for d in behind if d.startswith("form-pick")]
        if sure:
            await office.presses(person, asked, sure[0])  # type: ignore[arg-type]
            return
        if picks:
            await office.presses(person, asked, picks[0])  # type: ignore[arg-type]
        else:
            await office.says(person, "Tue 15 Sept 2026 at 17:00")  # type: ignore[arg-type]


async def test_whoever_takes_the_empty_seat_has_a_conveners_menu_and_whoever_is_forgotten_none(
    office: PostOffice,
) -> None:
    kaarina, aino = office.person("Kaarina"), office.person("Aino")
    chat = office.chat(kaarina, aino)
    group_id = await office.founds(chat, kaarina, kaarina, aino)
    await office.says(kaarina, "/forgetme")
    await office.presses(kaarina, office.fake.ledger.last(kaarina), words("button-forget-sure"))
    assert office.tried(chat)
    await office.presses(aino, office.fake.ledger.last(chat), f"convene:{group_id}:")
    assert _menu(office, {"type": "chat", "chat_id": aino.id}) == _wanted("convener", "en")
    await office.says(aino, "/forgetme")
    await office.presses(aino, office.fake.ledger.last(aino), words("button-forget-sure"))
    assert _menu(office, {"type": "chat", "chat_id": aino.id}) is None
    gone = [call.params["scope"]["chat_id"] for call in office.fake.calls if call.method == "deleteMyCommands"]
    assert gone == [kaarina.id, aino.id]


async def test_whoever_leaves_the_channel_loses_a_conveners_menu(office: PostOffice) -> None:
    kaarina, aino = office.person("Kaarina"), office.person("Aino")
    chat = office.chat(kaarina, aino)
    await office.founds(chat, kaarina, aino)
    office.fake.leaves(kaarina, chat)
    await office.settles()
    await office.presses(aino, office.fake.ledger.last(chat), words("button-convene"))
    office.fake.leaves(aino, chat)
    await office.settles()
    assert _menu(office, {"type": "chat", "chat_id": aino.id}) is None


@pytest.mark.parametrize("what", ["429", "500 before", "reset after"])
async def test_a_menu_that_could_not_be_set_keeps_nobody_from_being_heard(shut_office: PostOffice, what: str) -> None:
    shut_office.fake.fault("setMyCommands", what, times=3)
    await shut_office.opens()
    kaarina = shut_office.person("Kaarina")
    await shut_office.says(kaarina, "/help")
    assert len(shut_office.texts(kaarina)) == 1


async def test_a_conveners_menu_is_in_the_language_that_they_chose(office: PostOffice) -> None:
    kaarina = office.person("Kaarina")
    await office.founds(office.chat(kaarina), kaarina, kaarina)
    await office.says(kaarina, "/language")
    await office.presses(kaarina, office.fake.ledger.last(kaarina), "svenska")
    assert _menu(office, {"type": "chat", "chat_id": kaarina.id}) == _wanted("convener", "sv")


async def test_what_the_house_has_nothing_for_is_in_no_menu_and_still_answered(shut_office: PostOffice) -> None:
    office, calendar = shut_office, ("calendar", words("about-calendar"))
    office.without = ("calendar",)
    await office.opens()
    kaarina = office.person("Kaarina")
    await office.founds(office.chat(kaarina), kaarina, kaarina)
    await office.says(kaarina, "/language")
    await office.presses(kaarina, office.fake.ledger.last(kaarina), "English")
    for scope, menu in (
        ({"type": "all_private_chats"}, "private"),
        ({"type": "chat", "chat_id": kaarina.id}, "convener"),
    ):
        wanted = _wanted(menu, "en")
        wanted.remove(calendar)
        assert _menu(office, scope, "en" if menu == "private" else "") == wanted
    await office.says(kaarina, "/calendar")
    assert office.texts(kaarina)[-1] == words("calendar-not-here")
