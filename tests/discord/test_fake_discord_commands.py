"""Commands that Discord does not take, and commands that no person could give."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from tests.fakes.discord.caller import Caller, Reply
from tests.fakes.discord.fake import FakeDiscord
from tests.fakes.discord.world import Channel, Person


class Desk(Caller):
    """Somebody who puts commands."""

    async def puts(self, *commands: Any) -> Reply:
        return await self("PUT", f"/applications/{self.fake.application_id}/commands", list(commands))

    async def refuses(self, *path: str | int, **command: Any) -> str:
        no = await self.puts(made(**command))
        assert (no.status, no.code) == (400, 50035), no
        assert not self.fake.world.commands
        return no.wrong(0, *path)


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    async with FakeDiscord(ack_seconds=0.05) as fake, aiohttp.ClientSession() as session:
        yield Desk(fake, session)


def made(**fields: Any) -> dict[str, Any]:
    return {"name": "piiri", "description": "Piiri"} | fields


def option(kind: int = 3, **fields: Any) -> dict[str, Any]:
    return {"type": kind, "name": "nimi", "description": "Nimi"} | fields


@pytest.mark.parametrize("name", ["piiri", "ryhmä", "päätä-nyt", "o'clock", "a_b", "หมู่", "दल", "5"])
async def test_names_that_are_fine(desk: Desk, name: str) -> None:
    assert (await desk.puts(made(name=name))).status == 200


@pytest.mark.parametrize("name", ["Piiri", "pii ri", "piiri!", "x" * 33, "", "🌲"])
async def test_names_that_are_not(desk: Desk, name: str) -> None:
    assert await desk.refuses("name", name=name)


async def test_words_have_their_length_and_languages_their_code(desk: Desk) -> None:
    assert await desk.refuses("description", description="x" * 101) == "BASE_TYPE_MAX_LENGTH"
    assert await desk.refuses("description", description="") == "BASE_TYPE_REQUIRED"
    assert await desk.refuses("name_localizations", name_localizations={"sv": "cirkel"}) == "BASE_TYPE_CHOICES"
    wrong = {"fi": "Piiri"}
    assert (
        await desk.refuses("name_localizations", "fi", name_localizations=wrong) == "APPLICATION_COMMAND_INVALID_NAME"
    )
    long = {"fi": "x" * 101}
    assert (
        await desk.refuses("description_localizations", "fi", description_localizations=long) == "BASE_TYPE_BAD_LENGTH"
    )
    fine = made(name_localizations={"fi": "piiri", "sv-SE": "cirkel", "en-GB": "circle"})
    assert (await desk.puts(fine)).body[0]["name_localizations"]["sv-SE"] == "cirkel"


async def test_options_have_their_order_number_and_nesting(desk: Desk) -> None:
    many = [option(name=f"n{each}") for each in range(26)]
    assert await desk.refuses("options", options=many) == "BASE_TYPE_MAX_LENGTH"
    twice = [option(), option()]
    assert await desk.refuses("options", 1, "name", options=twice) == "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS"
    late = [option(), option(name="muu", required=True)]
    assert await desk.refuses("options", 1, options=late) == "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID"
    mixed = [option(), option(1, name="alle")]
    assert await desk.refuses("options", options=mixed) == "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID"
    deep = [option(2, options=[option(2, options=[])])]
    assert await desk.refuses("options", 0, "options", 0, "type", options=deep) == "BASE_TYPE_CHOICES"
    below = [option(1, options=[option(1)])]
    assert await desk.refuses("options", 0, "options", 0, "type", options=below) == "BASE_TYPE_CHOICES"
    assert await desk.refuses("options", 0, "type", options=[option(99)]) == "BASE_TYPE_CHOICES"
    fine = made(options=[option(2, options=[option(1, options=[option(name=f"n{each}") for each in range(25)])])])
    assert (await desk.puts(fine)).status == 200


async def test_choices_have_their_number_and_length(desk: Desk) -> None:
    def choices(*given: Any) -> list[Any]:
        return [option(choices=list(given))]

    many = [{"name": str(each), "value": str(each)} for each in range(26)]
    assert await desk.refuses("options", 0, "choices", options=choices(*many)) == "BASE_TYPE_MAX_LENGTH"
    long = {"name": "x" * 101, "value": "1"}
    assert await desk.refuses("options", 0, "choices", 0, "name", options=choices(long)) == "BASE_TYPE_BAD_LENGTH"
    both = [option(choices=many[:1], autocomplete=True)]
    assert await desk.refuses("options", 0, options=both) == "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE"


async def test_a_command_is_8000_characters_at_most(desk: Desk) -> None:
    def sized(letters: int) -> Any:
        values = [{"name": f"{each}", "value": "x" * 1000} for each in range(7)]
        rest = letters - 7 * 1001 - len("piiriPiirinimiNimi")
        return made(options=[option(choices=[*values, {"name": "7", "value": "x" * (rest - 1)}])])

    assert (await desk.puts(sized(8000))).status == 200
    assert (await desk.puts(sized(8001))).wrong(0) == "APPLICATION_COMMAND_TOO_LARGE"


async def test_all_are_put_at_once_and_keep_their_ids(desk: Desk) -> None:
    first = (await desk.puts(made(), made(name="muu"))).body
    second = (await desk.puts(made(description="Uusi"))).body
    assert [each["name"] for each in second] == ["piiri"]
    assert second[0]["id"] == first[0]["id"]
    at = f"/applications/{desk.fake.application_id}/commands"
    assert (await desk("GET", at)).body == second
    assert (await desk.puts(made(), made())).wrong(1) == "APPLICATION_COMMANDS_DUPLICATE_NAME"
    assert (await desk("PUT", "/applications/5/commands", [])).code == 50001


@pytest.fixture
async def talk(desk: Desk) -> tuple[FakeDiscord, Person, Channel]:
    fake = desk.fake
    assert isinstance(fake, FakeDiscord)
    choice = option(name="kieli", choices=[{"name": "suomi", "value": "fi", "name_localizations": {"sv-SE": "finska"}}])
    group = option(2, name="ryhmä", name_localizations={"sv-SE": "grupp"}, options=[
        option(1, name="uusi", options=[option(required=True, max_length=5), choice, option(4, name="koko", max_value=9)])
    ])  # fmt: skip
    hidden = made(name="hoito", default_member_permissions="32", contexts=[0])
    assert (await desk.puts(made(options=[group]), hidden)).status == 200
    aino = fake.person("Aino")
    return fake, aino, fake.channel(fake.guild(members=[aino]))


async def test_a_person_gives_only_what_there_is(talk: tuple[FakeDiscord, Person, Channel]) -> None:
    fake, aino, place = talk
    for words, options, why in (
        ("muu", {}, "no command 'muu'"),
        ("piiri", {}, "alone is no command"),
        ("piiri ryhmä", {}, "alone is no command"),
        ("piiri ryhmä vanha", {}, "'vanha'"),
        ("piiri grupp uusi", {}, "'grupp'"),
        ("piiri ryhmä uusi", {}, "without .*nimi"),
        ("piiri ryhmä uusi", {"nimi": "x", "muu": 1}, "no option 'muu'"),
        ("piiri ryhmä uusi", {"nimi": "xxxxxx"}, "between 0 and 5"),
        ("piiri ryhmä uusi", {"nimi": 5}, "is a text"),
        ("piiri ryhmä uusi", {"nimi": "x", "kieli": "ruotsi"}, "cannot be 'ruotsi'"),
        ("piiri ryhmä uusi", {"nimi": "x", "koko": 10}, "between"),
        ("hoito", {}, "permissions"),
    ):
        with pytest.raises((LookupError, ValueError), match=why):
            await fake.invokes(aino, words, place, options)
    assert not fake.interactions


async def test_a_person_uses_the_words_of_their_own_language(talk: tuple[FakeDiscord, Person, Channel]) -> None:
    fake, aino, place = talk
    fake.speaks(aino, "sv-SE")
    answered = await fake.invokes(aino, "/piiri grupp uusi", place, {"nimi": "x", "kieli": "finska"})
    assert answered.kind == "none"
    assert answered.interaction
    assert answered.interaction.command == "piiri ryhmä uusi"


async def test_a_command_is_not_offered_everywhere(talk: tuple[FakeDiscord, Person, Channel]) -> None:
    fake, aino, place = talk
    assert place.guild
    with pytest.raises(LookupError, match="private messages"):
        await fake.invokes(aino, "hoito")
    with pytest.raises(LookupError, match="does not see"):
        await fake.invokes(fake.person("Eino"), "piiri ryhmä uusi", place, {"nimi": "x"})
    fake.overwrites(place, aino, deny="use_application_commands")
    with pytest.raises(LookupError, match="may not use commands"):
        await fake.invokes(aino, "piiri ryhmä uusi", place, {"nimi": "x"})
    fake.overwrites(place, aino)
    fake.removes_bot(place.guild)
    with pytest.raises(LookupError, match="the bot is not there"):
        await fake.invokes(aino, "piiri ryhmä uusi", place, {"nimi": "x"})
