"""discord.py itself, unchanged, against the stand-in."""

import asyncio
import io
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import discord
import pytest
from discord import app_commands

from tests.fakes.discord.fake import FakeDiscord, aimed
from tests.fakes.discord.world import Channel, Person

Asked = discord.Interaction[Any]


class Note(discord.ui.Modal, title="Muistiinpano"):
    words = discord.ui.TextInput(label="Mitä jäi mieleen", min_length=2, max_length=20)
    mood: discord.ui.Label[Any] = discord.ui.Label(
        text="Miltä tuntui",
        component=discord.ui.Select(options=[discord.SelectOption(label="Hyvältä", value="3")], custom_id="mood"),
    )

    async def on_submit(self, interaction: Asked) -> None:
        assert isinstance(self.mood.component, discord.ui.Select)
        await interaction.response.send_message(f"{self.words.value} {self.mood.component.values}", ephemeral=True)


class Buttons(discord.ui.View):
    @discord.ui.button(label="Tulen", custom_id="tulen")
    async def comes(self, interaction: Asked, button: Any) -> None:
        await interaction.response.edit_message(content=f"{interaction.user.display_name} tulee")

    @discord.ui.button(label="Kirjoita", custom_id="kirjoita")
    async def writes(self, interaction: Asked, button: Any) -> None:
        await interaction.response.send_modal(Note())

    @discord.ui.button(label="Hitaasti", custom_id="hitaasti")
    async def slowly(self, interaction: Asked, button: Any) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await interaction.followup.send("ensin", ephemeral=True)
        later = await interaction.followup.send("sitten", ephemeral=True, wait=True)
        await later.edit(content="viimein")

    @discord.ui.button(label="Hiljaa", custom_id="hiljaa")
    async def silently(self, interaction: Asked, button: Any) -> None:
        await interaction.response.defer()
        await interaction.edit_original_response(content="muuttui hiljaa")

    @discord.ui.select(
        custom_id="valinta", placeholder="Valitse", options=[discord.SelectOption(label="Yksi", value="1")]
    )
    async def picks(self, interaction: Asked, select: Any) -> None:
        await interaction.response.send_message(f"valitsit {select.values[0]}")


class Bot(discord.Client):
    def __init__(self) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=discord.AllowedMentions.none(),
            guild_ready_timeout=0.05,
        )
        self.heard: list[tuple[str, str]] = []
        self.tree = app_commands.CommandTree(self)
        group = app_commands.Group(name="piiri", description="Piiri")

        @group.command(name="ryhmä", description="Perusta ryhmä")
        @app_commands.describe(nimi="Ryhmän nimi")
        async def found(interaction: Asked, nimi: str, kuka: discord.Member | None = None) -> None:
            who = kuka.display_name if kuka else "-"
            await interaction.response.send_message(f"{nimi} {who} {interaction.locale}", view=Buttons(timeout=None))

        @found.autocomplete("nimi")
        async def offers(interaction: Asked, current: str) -> list[app_commands.Choice[str]]:
            return [app_commands.Choice(name=current + "tai", value="tiistai")]

        self.tree.add_command(group)

    async def setup_hook(self) -> None:
        self.add_view(Buttons(timeout=None))
        await self.tree.sync()

    async def on_message(self, message: discord.Message) -> None:
        self.heard.append((message.author.name, message.content))


class Stage:
    def __init__(self, fake: FakeDiscord, bot: Bot, aino: Person, place: Channel) -> None:
        self.fake, self.bot, self.aino, self.place = fake, bot, aino, place

    @property
    def channel(self) -> discord.TextChannel:
        found = self.bot.get_channel(self.place.id)
        assert isinstance(found, discord.TextChannel)
        return found


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with FakeDiscord() as fake:
        aino = fake.person("Aino")
        guild = fake.guild("Talo", members=[aino])
        place = fake.channel(guild, "piiri")
        with aimed(fake):
            bot = Bot()
            await bot.login(fake.token)
            connecting = asyncio.create_task(bot.connect())
            await fake.connected()
            await fake.until(lambda: bot.get_channel(place.id))
            yield Stage(fake, bot, aino, place)
            await bot.close()
            await connecting
        assert fake.violations == []


async def test_a_bot_comes_and_sees_its_guild(stage: Stage) -> None:
    await asyncio.wait_for(stage.bot.wait_until_ready(), 5)
    guild = stage.bot.guilds[0]
    assert (guild.name, guild.preferred_locale) == ("Talo", discord.Locale.finnish)
    assert [each.name for each in guild.text_channels] == ["piiri"]
    assert guild.me.guild_permissions.send_messages
    assert not guild.me.guild_permissions.manage_messages
    assert [each.id for each in guild.members] == [stage.bot.user.id]  # type: ignore[union-attr]
    assert stage.fake.world.commands.keys() == {"piiri"}


async def test_a_command_is_answered_and_its_message_changes(stage: Stage) -> None:
    fake, aino = stage.fake, stage.aino
    answered = await fake.invokes(aino, "piiri ryhmä", stage.place, {"nimi": "Tiistai", "kuka": aino})
    assert (answered.kind, answered.text) == ("message", "Tiistai Aino fi")
    assert answered.labels == ["Tulen", "Kirjoita", "Hitaasti", "Hiljaa"]
    assert answered.milliseconds is not None
    assert answered.milliseconds < 1000
    assert (await fake.presses(aino, answered, "Tulen")).kind == "update"
    assert fake.last(aino, stage.place).text == "Aino tulee"


async def test_a_command_completes_itself(stage: Stage) -> None:
    answered = await stage.fake.completes(stage.aino, "piiri ryhmä", "nimi", "tiis", stage.place)
    assert answered.choices == [{"name": "tiistai", "value": "tiistai"}]


async def test_a_form_is_opened_and_sent(stage: Stage) -> None:
    fake, aino = stage.fake, stage.aino
    answered = await fake.invokes(aino, "piiri ryhmä", stage.place, {"nimi": "Tiistai"})
    form = await fake.presses(aino, answered, "Kirjoita")
    assert (form.kind, form.text, form.labels) == ("modal", "Muistiinpano", ["Mitä jäi mieleen", "Miltä tuntui"])
    sent = await fake.submits(form, {"Mitä jäi mieleen": "kaikki", "mood": "Hyvältä"})
    assert (sent.kind, sent.text) == ("ephemeral", "kaikki ['3']")


async def test_a_choice_is_answered(stage: Stage) -> None:
    fake, aino = stage.fake, stage.aino
    answered = await fake.invokes(aino, "piiri ryhmä", stage.place, {"nimi": "Tiistai"})
    assert (await fake.chooses(aino, answered, "Valitse", "Yksi")).text == "valitsit 1"


async def test_an_answer_may_come_later_and_in_more_than_one_message(stage: Stage) -> None:
    fake, aino = stage.fake, stage.aino
    eino = fake.person("Eino")
    fake.joins(eino, stage.place.guild)  # type: ignore[arg-type]
    answered = await fake.invokes(aino, "piiri ryhmä", stage.place, {"nimi": "Tiistai"})
    slow = await fake.presses(aino, answered, "Hitaasti")
    assert (slow.kind, slow.deferred) == ("ephemeral", True)
    await fake.until(lambda: slow.texts == ["ensin", "viimein"])
    assert [each.text for each in fake.sees(eino, stage.place)] == ["Tiistai - fi"]
    silent = await fake.presses(aino, answered, "Hiljaa")
    assert (silent.kind, silent.text, silent.deferred) == ("update", "muuttui hiljaa", True)


async def test_messages_are_sent_read_changed_pinned_and_deleted(stage: Stage) -> None:
    channel = stage.channel
    sent = await channel.send("hei", nonce="n-1", file=discord.File(io.BytesIO(b"BEGIN"), "piiri.ics"))
    again = await channel.send("hei", nonce="n-1")
    assert sent.id == again.id
    assert await sent.attachments[0].read() == b"BEGIN"
    await sent.edit(content="hei taas")
    await sent.pin()
    assert [each.id async for each in channel.pins()] == [sent.id]
    assert [each.content async for each in channel.history()] == ["", "hei taas"]
    assert (await channel.fetch_message(sent.id)).nonce is None
    await sent.delete()
    assert [each.type async for each in channel.history()] == [discord.MessageType.pins_add]
    await stage.fake.until(lambda: ("Piiri", "hei") in stage.bot.heard or ("piiri", "hei") in stage.bot.heard)


async def test_a_thread_is_opened_written_in_and_put_away(stage: Stage) -> None:
    message = await stage.channel.send("aihe")
    thread = await message.create_thread(name="ketju", auto_archive_duration=1440)
    await thread.send("ketjussa")
    await thread.edit(archived=True)
    await thread.send("avaa sen taas")
    made = stage.fake.world.channels[thread.id]
    assert not made.archived
    assert [each.text for each in stage.fake.sees(stage.aino, thread.id)] == ["ketjussa", "avaa sen taas"]


async def test_a_person_and_the_bot_write_in_private(stage: Stage) -> None:
    fake, aino = stage.fake, stage.aino
    user = await stage.bot.fetch_user(aino.id)
    await user.send("vain sinulle")
    assert fake.last(aino).text == "vain sinulle"
    fake.writes(aino, "kiitos")
    await fake.until(lambda: ("aino", "kiitos") in stage.bot.heard)
    fake.writes(aino, "kaikille", stage.place)
    await fake.until(lambda: ("aino", "") in stage.bot.heard)
    fake.closes_dms(aino)
    with pytest.raises(discord.Forbidden) as no:
        await user.send("ei perille")
    assert no.value.code == 50007


async def test_an_event_is_made_and_called_off(stage: Stage) -> None:
    guild = stage.bot.guilds[0]
    start = discord.utils.utcnow().replace(microsecond=0) + timedelta(days=1)
    event = await guild.create_scheduled_event(
        name="Piiri", start_time=start, end_time=start + timedelta(hours=2), location="Kirjasto",
        entity_type=discord.EntityType.external, privacy_level=discord.PrivacyLevel.guild_only,
    )  # fmt: skip
    assert [each.id for each in await guild.fetch_scheduled_events()] == [event.id]
    await event.edit(name="Piiri siirtyy")
    assert stage.fake.events(guild.id)[0].name == "Piiri siirtyy"
    await event.cancel()
    assert await guild.fetch_scheduled_events() == []


async def test_nobody_is_pinged_unless_it_is_meant(stage: Stage) -> None:
    fake, aino = stage.fake, stage.aino
    await stage.channel.send(f"<@{aino.id}> @everyone")
    assert fake.last(aino, stage.place).mentioned == []
    await stage.channel.send(f"<@{aino.id}>", allowed_mentions=discord.AllowedMentions(users=True))
    assert fake.last(aino, stage.place).mentioned == [aino]


async def test_a_resumed_bot_hears_what_it_missed(stage: Stage) -> None:
    fake, aino = stage.fake, stage.aino
    fake.drops()
    fake.writes(aino, "sillä välin")
    await fake.connected()
    await fake.until(lambda: ("aino", "sillä välin") in stage.bot.heard)
    assert [each.how for each in fake.connects] == ["identify", "resume"]


async def test_a_guild_goes_and_a_bot_that_is_thrown_out_knows(stage: Stage) -> None:
    fake = stage.fake
    guild = stage.place.guild
    assert guild
    fake.removes_bot(guild)
    await fake.until(lambda: not stage.bot.guilds)
    with pytest.raises(discord.Forbidden) as no:
        await stage.bot.get_partial_messageable(stage.place.id).send("hei")
    assert no.value.code == 50001
    fake.adds_bot(guild)
    await fake.until(lambda: stage.bot.guilds)
    fake.deletes_channel(stage.place)
    await fake.until(lambda: stage.bot.get_channel(stage.place.id) is None)
    with pytest.raises(discord.NotFound) as gone:
        await stage.bot.get_partial_messageable(stage.place.id).send("hei")
    assert gone.value.code == 10003
