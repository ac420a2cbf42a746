"""A season on Discord: `piiri run --rehearsal` is a process, and people act on the stand-in for Discord by hand.

`python -m tests.discord.discord_season` plays it and prints all that Aino sees: the group's channel, her private
messages, and the answers that she alone is shown. With another name it prints what that person sees, with `everybody`
what anybody does; with `--paced` the stand-in holds the bot to Discord's limits.
"""

import re
import sys
import tempfile
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

from bot.adapters.discord.permissions import bits
from tests.fakes.discord.fake import FakeDiscord
from tests.fakes.discord.interactions import Answered, Modal
from tests.fakes.discord.ledger import Ledger, Request
from tests.fakes.discord.limits import Limits
from tests.fakes.discord.world import Channel, Guild, Message, Person, Role, walk
from tests.journeys.dialogue import answers
from tests.seasons.house import HELSINKI, Astray, House
from tests.seasons.season import GROUP, How, Season, played
from tests.seasons.transcript import transcript

DIRECT, OWN_EYES = "yksityisviesti", "vain hän näkee"
MONTHS = ["tammi", "helmi", "maalis", "huhti", "touko", "kesä", "heinä", "elo", "syys", "loka", "marras", "joulu"]


class Watched(FakeDiscord):
    """Tells as soon as the bot has asked for anything."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self.ledger: Ledger = Looking(self)

    def look(self) -> None:
        """Somebody looks."""


class Looking(Ledger):
    """The list of requests, which has everybody look."""

    def __init__(self, fake: Watched) -> None:
        super().__init__()
        self._fake = fake

    def note(self, request: Request, *, counted: bool) -> None:
        super().note(request, counted=counted)
        self._fake.look()


@dataclass(repr=False)
class OnDiscord(Season):
    """The hand that people act with on Discord, and their eyes."""

    fake: Watched = field(default_factory=Watched)
    answers: list[tuple[str, Answered]] = field(default_factory=list)
    """Each press, command and form by its name, with what it was answered."""
    forms: dict[str, Answered] = field(default_factory=dict)

    platform: ClassVar[str] = "discord"
    late: ClassVar[dict[tuple[str, datetime], datetime]] = {
        ("reminder", datetime(2026, 11, 16, 10)): datetime(2026, 11, 16, 11, 30)
    }

    async def begins(self, title: str, *names: str) -> None:
        """A server with one channel; the first owns it, and the bot is not there yet."""
        self.fake.look = self._look  # type: ignore[method-assign]
        self.fake.limits = Limits() if self.paced else None
        self.fake.today = lambda: self.now.replace(tzinfo=HELSINKI)
        self._stood: dict[int, tuple[str, object, object]] = {}
        self._beside: dict[int, str] = {}
        self._came = 0
        self.persons = {name: self.fake.person(name) for name in names}
        self.guild: Guild = self.fake.guild(
            title, members=self.persons.values(), owner=self.persons[names[0]], bot=False
        )
        self.channel: Channel = self.fake.channel(self.guild, "piiri")
        await self.fake.start()
        self.house.settings |= {
            "PIIRI_DISCORD_TOKEN": self.fake.token,
            "PIIRI_DISCORD_API_URL": self.fake.api,
            "PIIRI_DISCORD_GATEWAY_URL": self.fake.gateway,
        }

    async def listens(self) -> None:
        came, self._came = self._came, len(self.fake.connects)
        await self.house.waits(lambda: len(self.fake.connects) > came and self.fake.hub.ready.is_set(), "it listens")
        self._came = len(self.fake.connects)

    async def stops(self) -> None:
        self._look()
        await self.fake.stop()

    # What people do

    async def presses(self, name: str, label: str, *, where: str = "") -> None:
        """Press the newest button with this label that somebody sees."""
        message = await self._button(name, label, where)
        place = self._place(message)
        self.did(name, place, f"[{label}]", side=self._side(message))
        self.taps += 1
        await self._shown(name, label, await self.fake.presses(self.person(name), message, label))

    async def commands(self, name: str, words: str, *, in_group: bool) -> None:
        """A command by its word in the person's language; what follows it is `option=value; option=value`."""
        word, _, given = words.removeprefix("/").partition(" ")
        options: dict[str, Any] = answers(given) if given else {}
        options = {option: self._meant_by(value) for option, value in options.items()}
        path = self._path(word, self.person(name).locale)
        said = " ".join([f"/{path}", *(f"{option}:{getattr(v, 'name', v)}" for option, v in options.items())])
        self.did(name, GROUP if in_group else name, f"”{said}”", side="" if in_group else DIRECT)
        self.typed += 1
        place = self.channel if in_group else None
        await self._shown(name, word, await self.fake.invokes(self.person(name), path, place, options))

    async def writes(self, name: str, text: str) -> None:
        self.did(name, name, f"”{text}”", side=DIRECT)
        self.typed += 1
        self.fake.writes(self.person(name), text)
        await self.answered(name)

    async def fills(self, name: str, values: str) -> None:
        """Fill in the form that somebody was shown last: `label=value; label=value`, or what its one field gets."""
        form = self.forms[name]
        assert form.modal
        labels = form.modal.labels
        given = answers(values) if "=" in values else {labels[0]: values}
        if "=" not in values and len(labels) != 1:
            raise Astray(f"which of {labels}?")
        written = "; ".join(f"{label}: {value}" if len(labels) > 1 else value for label, value in given.items())
        self.did(name, name, f"”{written}” [Lähetä]", side=OWN_EYES)
        self.typed += 1
        await self._shown(name, form.modal.title, await self.fake.submits(form, given))

    async def _shown(self, name: str, what: str, answered: Answered) -> None:
        self.answers.append((what, answered))
        self._look()
        if answered.kind == "modal":
            assert answered.modal
            self.forms[name] = answered
            self.note(name, "form", drawn(answered.modal), side=OWN_EYES)
        elif answered.kind == "none":
            self.note(name, "aside", "(Discord: Sovellus ei vastannut)", side=OWN_EYES)

    async def says(self, name: str, text: str) -> None:
        self.did(name, GROUP, f"”{text}”")
        self.fake.writes(self.person(name), text, self.channel)

    async def adds_bot(self, name: str) -> None:
        self.did(name, GROUP, "(lisää Piirin palvelimelle)")
        self.fake.adds_bot(self.guild, bits())
        await self.house.waits(lambda: self.fake.world.commands, "its commands are there")

    async def acknowledged(self) -> None:
        """Whatever people do is answered before they do the next thing; only what is written waits for an answer."""
        self._look()

    def traffic(self) -> int:
        return sum(self.fake.ledger.statuses.values())

    # What happens to the place

    def role(self, name: str, *members: str) -> Role:
        """A role of the server that these people have."""
        made = self.fake.role(self.guild, name)
        for each in members:
            self.fake.gives_role(self.person(each), self.guild, made)
        return made

    def closes_dms(self, name: str) -> None:
        self.did(name, name, "(ei ota enää vastaan yksityisviestejä palvelimelta)", side=DIRECT)
        self.fake.closes_dms(self.person(name))

    def silences_bot(self, silent: bool) -> None:
        """Somebody denies the bot Send Messages in the channel, or no longer."""
        self.did("", GROUP, f"({'Piiriltä kielletään' if silent else 'Piirille annetaan'} oikeus lähettää viestejä)")
        self.fake.overwrites(self.channel, self.fake.bot, deny="send_messages" if silent else 0)

    async def gateway_forgets(self) -> None:
        """The gateway says that the session is void: the bot comes anew."""
        self._came = len(self.fake.connects)
        self.fake.invalidates()
        await self.listens()

    async def dies_sending(self, heading: str) -> None:
        """With -9, once this stands and before the bot has heard so."""
        await self.house.waits(lambda: any(self.reads(m).startswith(heading) for m in self._all()), "it stands")
        await self.kills_bot()
        self._look()

    # What is seen

    def newest(self, heading: str) -> Message:
        stands = (m for m in reversed(self.channel.standing()) if self._is_said(m) and m.seen_by is None)
        return next(m for m in stands if self.reads(m).startswith(heading))

    def reads(self, post: Any) -> str:
        return as_read(post.text)

    async def _button(self, name: str, label: str, where: str) -> Message:
        """Where the button is; a long answer comes in parts, of which the last may yet be on its way."""
        person: Person = self.person(name)

        def before_their_eyes() -> list[Message]:
            here = self.fake.sees(person, self.channel)
            own = [m for m in here if m.seen_by is not None] + self.fake.sees(person)
            found = [m for m in here if m.seen_by is None] if where == GROUP else own if where else [*here, *own]
            return sorted(found, key=lambda m: m.id, reverse=True)

        def having() -> Message | None:
            return next((message for message in before_their_eyes() if label in message.labels), None)

        try:
            await self.house.waits(having, "it is there")
        except Astray:
            labels = sorted({each for message in before_their_eyes() for each in message.labels})
            raise Astray(f"{name} sees no button “{label}”; there are {labels}") from None
        found = having()
        assert found
        return found

    def _path(self, word: str, locale: str) -> str:
        """A command as its person finds it in the app, with the branch that it is on."""
        root = self.fake.world.commands["piiri"]
        for option in root["options"]:
            for path, each in [((), option), *(((option,), within) for within in option.get("options", ()))]:
                if each["type"] == 1 and word in {each["name"], each["name_localizations"].get(locale)}:
                    return " ".join(
                        ["piiri", *(str(step["name_localizations"].get(locale, step["name"])) for step in path), word]
                    )
        raise Astray(f"the app offers no command {word}")

    def _meant_by(self, value: str) -> Any:
        """A role by its name; any other word is itself."""
        roles = {f"@{role.name}": role for role in self.guild.roles.values()}
        return roles.get(value, value)

    def _look(self) -> None:
        """Write down what is new anywhere, or reads otherwise than before."""
        for message in sorted(self._all(), key=lambda m: m.id):
            reads = (message.text, message.labels, len(message.files))
            if self._stood.get(message.id) != reads:
                how: How = "edit" if message.id in self._stood else "post"
                self._stood[message.id] = reads
                self._note(how, message)
        beside = {thread.id: f"ketju {thread.name}" for thread in self.guild.threads.values()}
        beside |= {event.id: f"tapahtuma {_event(event.fields)}" for event in self.guild.events.values()}
        for number in sorted(beside.keys() | self._beside.keys()):
            if beside.get(number) != self._beside.get(number):
                mark = "+" if number not in self._beside else "muuttui:" if number in beside else "poistui:"
                self.note(GROUP, "aside", f"({mark} {beside.get(number) or self._beside[number]})")
        self._beside = beside

    def _all(self) -> list[Message]:
        places = list(self.fake.world.channels.values())
        return [message for place in places for message in place.messages.values() if self._is_said(message)]

    def _is_said(self, message: Message) -> bool:
        """Whether the bot itself said it, and not Discord of the bot."""
        return message.author is self.fake.bot and message.kind in {0, 19, 20, 23} and bool(message.text)

    def _note(self, how: How, message: Message) -> None:
        place, text = self._place(message), as_read(message.text)
        calls = ""
        if called := re.match(r"<@&(\d+)>\n", message.text):
            role = self.guild.roles[int(called[1])]
            calls = f"@{role.name}" if role.id in message.mentioned_roles else f"(@{role.name}, ketään kutsumatta)"
            text = as_read(message.text[called.end() :])
        rows = [row["components"] for row in message.components if row["type"] == 1]
        labels = tuple(tuple(each["label"] for each in row) for row in rows)
        more = {"file": message.files[0].name, "data": message.files[0].data} if message.files else {}
        self.note(place, how, text, rows=labels, post=message, side=self._side(message), calls=calls, **more)

    def _place(self, message: Message) -> str:
        alone = message.seen_by or message.channel.recipient
        return next((name for name, person in self.persons.items() if person is alone), GROUP)

    def _side(self, message: Message) -> str:
        return DIRECT if message.channel.recipient else OWN_EYES if message.seen_by else ""


def as_read(text: str) -> str:
    """Discord's Markdown as the app shows it in Finnish, a bar before what is quoted."""
    text = re.sub(r"<t:(\d+):(\w)>", lambda found: _instant(int(found[1]), found[2]), text)
    text = re.sub(r"^> ?", "│ ", text, flags=re.MULTILINE)
    text = re.sub(r"(?<!\\)\*\*(.+?)(?<!\\)\*\*", r"\1", text)
    return re.sub(r"\\([^\w\s])", r"\1", text).replace("\u200b", "")


def _instant(seconds: int, style: str) -> str:
    at = datetime.fromtimestamp(seconds, HELSINKI)
    hour = f"{at:%-H.%M}"
    return hour if style == "t" else f"{at.day}. {MONTHS[at.month - 1]}kuuta {at.year} klo {hour}"


def drawn(modal: Modal) -> str:
    """A form as it is read: its title, what stands between, and each field with its hint and what is in it."""
    lines = [as_read(modal.title)]
    for outer in modal.components:
        if outer["type"] == 10:
            lines += ["", as_read(outer["content"])]
            continue
        inner = outer.get("component") or outer["components"][0]
        lines += ["", outer.get("label") or inner.get("label") or ""]
        lines += [outer["description"]] if outer.get("description") else []
        chosen = [each["label"] for each in walk([inner]) for each in each.get("options") or () if each.get("default")]
        empty = "_" * 24 if inner["type"] == 4 else "valitse…"
        lines.append(f"  [{inner.get('value') or ', '.join(chosen) or empty}]")
    return "\n".join(lines)


def _event(fields: Any) -> str:
    starts = datetime.fromisoformat(fields["scheduled_start_time"]).astimezone(HELSINKI)
    place = (fields.get("entity_metadata") or {}).get("location", "")
    return f"{fields['name']}, {starts:%-d.%-m. %-H.%M}, {place}"


def on_discord(folder: Path, *, paced: bool = False) -> OnDiscord:
    """A season that has yet to be played."""
    return OnDiscord(House(folder, patience=90.0 if paced else 10.0), paced)


def main(words: list[str]) -> None:
    from tests.discord.test_discord_season import whole_season

    reader = next((word for word in words if not word.startswith("-")), "Aino")
    paced = "--paced" in words
    with tempfile.TemporaryDirectory() as folder:
        done = played(on_discord(Path(folder), paced=paced), whole_season)
    sys.stdout.write(transcript(done.log, "" if reader == "everybody" else reader))
    if paced:
        sys.stderr.write(f"throttled: {done.fake.ledger.throttled}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
