"""Nobody is ever pinged by what somebody wrote: not everyone, not who is here, no person and no role."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from bot.adapters.discord import answers
from bot.core.outgoing import Written, WrittenBlock
from bot.core.platform import Address
from tests.discord.post_office_discord import PostOffice, channel_id
from tests.fakes.discord import posting
from tests.fakes.discord.world import Channel, Message, Person
from tests.office import words

pytest_plugins = ["tests.discord.office_discord"]


@pytest.fixture
def allowed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[Message, Any]]]:
    """What each of the bot's messages allowed to be mentioned, newest last."""
    seen: list[tuple[Message, Any]] = []
    mention = posting._mention

    def noted(state: Any, message: Message, said: Any) -> None:
        if message.author.is_bot and message.content:  # Discord's own lines about a pin have none
            seen.append((message, said))
        mention(state, message, said)

    monkeypatch.setattr(posting, "_mention", noted)
    yield seen
    assert seen


def _names_nobody(said: Any) -> bool:
    """Whether a message said that nobody is to be pinged; one that says nothing pings all that it names."""
    return said is not None and not any(said.get(each) for each in ("parse", "users", "roles", "replied_user"))


def _pings(message: Message) -> bool:
    return bool(message.mentioned or message.mentioned_roles or message.mentions_everyone)


async def _naughty(office: PostOffice) -> tuple[Person, Person, Channel, str, str]:
    """A group whose members write pings wherever they can write."""
    plain = office.person("Aino")
    place = await office.place(plain, permissions=_MAY_PING, everyone=_MAY_PING)
    assert place.guild
    role = office.fake.role(place.guild, "Kaikki")
    ping = f"@everyone @here <@{plain.id}> <@!{plain.id}> <@&{role.id}> <@&{place.guild.id}>"
    kaarina = office.person(f"K {ping}"[:80])
    office.fake.joins(kaarina, place.guild)
    return kaarina, plain, place, ping, str(role.id)


_MAY_PING = (
    "view_channel send_messages read_message_history attach_files mention_everyone use_application_commands "
    "create_public_threads pin_messages"
)


async def test_nothing_that_somebody_wrote_pings_anybody(
    office: PostOffice, allowed: list[tuple[Message, Any]]
) -> None:
    kaarina, aino, place, ping, _ = await _naughty(office)
    await office.founds(place, kaarina, kaarina, aino, name=ping[:60], threads=True)
    await office.moves_to("2026-09-10 10:00")
    for label in (words("button-reason-group"), words("button-reason-convener")):
        told = await office.invokes(kaarina, "absent", place)
        form = await office.presses(kaarina, told, label)
        await office.fake.submits(form, {"reason": ping})
        await office.settles()
    form = await office.presses(kaarina, office.last(place), words("button-note"))
    assert form.modal
    await office.fake.submits(form, {form.modal.fields[0].custom_id: ping})
    changing = await office.invokes(kaarina, "group change", place)
    assert changing.modal
    await office.fake.submits(changing, {changing.modal.fields[0].custom_id: ping})
    for word in ("menu", "plan", "rota", "notes", "mydata"):
        await office.invokes(kaarina, word, place)
    office.fake.writes(kaarina, ping)
    await office.comes(lambda: bool(office.texts(kaarina)))
    await office.moves_to("2026-09-15 16:00")
    await office.does(kaarina, f"cancel-sure:{(await office.meeting(_only(await office.all_groups()))).id}:")
    await office.moves_to("2026-09-18 10:00")
    assert len(allowed) > 20
    assert [message.text for message, said in allowed if not _names_nobody(said)] == []
    assert not any(_pings(message) for message, _ in allowed)
    assert any("everyone" in message.text for message, _ in allowed), "and yet what was written is shown"


def _only(found: list[str]) -> str:
    (one,) = found
    return one


async def test_an_answer_that_comes_late_pings_nobody_either(
    office: PostOffice, allowed: list[tuple[Message, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    kaarina, _, place, ping, _ = await _naughty(office)
    monkeypatch.setattr(answers, "SOON", 0.01)

    async def hear(_: Any) -> Any:
        await asyncio.sleep(0.05)
        return (Written((WrittenBlock("quote", ping),)), Written((WrittenBlock("para", ping),)))

    office.adapter._hear = hear
    answer = await office.fake.invokes(kaarina, "piiri privacy", place)
    await office.comes(lambda: len(answer.texts) == 2)
    edited = [said for message, said in allowed if message.text]
    assert len(edited) == 2
    assert all(_names_nobody(said) for said in edited)
    assert not any(_pings(message) for message, _ in allowed)


async def test_only_the_role_that_the_group_chose_is_pinged_and_only_by_its_reminder(
    office: PostOffice, allowed: list[tuple[Message, Any]]
) -> None:
    kaarina, aino, place, ping, role = await _naughty(office)
    await office.founds(place, kaarina, kaarina, aino, name=ping[:60], mention=role)
    await office.moves_to("2026-09-15 16:00")
    reminders = [message for message, _ in allowed if words("button-absent") in message.labels and message.files]
    assert reminders
    for message, said in allowed:
        if message in reminders:
            assert [*map(str, said.get("roles"))] == [role]
            assert not any(said.get(each) for each in ("parse", "users", "replied_user"))
            assert message.mentioned_roles == [int(role)]
            assert not message.mentions_everyone
            assert not message.mentioned
        else:
            assert _names_nobody(said), message.text
            assert not _pings(message)


async def test_a_changed_post_pings_nobody(office: PostOffice, allowed: list[tuple[Message, Any]]) -> None:
    kaarina, _, place, ping, _ = await _naughty(office)
    to = Address("discord", channel_id(place), False)
    sent = await office.adapter.post(to, Written((WrittenBlock("para", "x"),)), mark="m:0")
    await office.adapter.amend(to, sent.post, Written((WrittenBlock("quote", ping), WrittenBlock("item", ping))))  # type: ignore[union-attr]
    assert office.last(place).edits == 1
    assert len(allowed) == 2
    assert all(_names_nobody(said) for _, said in allowed)


async def test_whatever_we_forget_to_say_pings_nobody_by_the_clients_own_rule(office: PostOffice) -> None:
    rule = office.adapter.client.allowed_mentions
    assert rule
    assert _names_nobody(rule.to_dict())
