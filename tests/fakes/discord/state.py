"""Everything the stand-in knows, apart from how it is reached."""

import base64
from typing import Any

from tests.fakes.discord import shapes
from tests.fakes.discord.clock import Clock
from tests.fakes.discord.faults import Faults
from tests.fakes.discord.gateway import Hub
from tests.fakes.discord.interactions import Interaction
from tests.fakes.discord.ledger import Ledger, Violation
from tests.fakes.discord.limits import Limits, Pace
from tests.fakes.discord.permissions import bits
from tests.fakes.discord.world import Channel, Guild, Message, Person, Role, World

APPLICATION = 1_180_000_000_000_000_042
TOKEN = base64.b64encode(str(APPLICATION).encode()).decode().rstrip("=") + ".opens.nothing-at-all-of-ours"


def _id(thing: Any) -> int:
    return int(getattr(thing, "id", thing))


class State:
    """The bot's account, the world around it, and what the bot did in it.

    `privileged` are the intents that the operator has switched on, as bits. `ack_seconds` is how long an interaction
    waits for its first answer, `token_seconds` how long its token opens anything, `nonce_seconds` how long a nonce is
    remembered. `keep_requests` bounds how many requests the ledger holds.
    """

    def __init__(
        self,
        *,
        token: str = TOKEN,
        limits: Limits | None = None,
        privileged: int = 0,
        ack_seconds: float = 3.0,
        token_seconds: float = 900.0,
        nonce_seconds: float = 180.0,
        keep_requests: int | None = None,
    ) -> None:
        self.token = token
        self.token_valid = True
        self.url = ""
        self.application_id = APPLICATION
        self.application_flags = 0
        self.privileged = privileged
        self.ack_seconds = ack_seconds
        self.token_seconds = token_seconds
        self.nonce_seconds = nonce_seconds
        self.clock = Clock()
        # The time of day by which an event is past: for a bot that lives on a clock of its own, that one's.
        self.today = self.clock.at
        self.world = World()
        self.bot = Person(APPLICATION, "Piiri", locale="en-US", is_bot=True)
        self.operator = Person(self.clock.snowflake(), "Operaattori")
        self.world.persons[self.bot.id] = self.bot
        self.hub = Hub(self)
        self.faults = Faults()
        self.ledger = Ledger(keep_requests)
        self.interactions: dict[int, Interaction] = {}
        self.by_token: dict[str, Interaction] = {}
        self.violations: list[Violation] = []
        # Faults of the stand-in itself, raised when it stops.
        self.broken: list[Exception] = []
        self.limits = limits

    @property
    def api(self) -> str:
        """The address of the API, as a client's base address."""
        return f"{self.url}/api/v10"

    @property
    def gateway(self) -> str:
        """The address of the gateway."""
        return f"ws{self.url.removeprefix('http')}/gateway"

    @property
    def limits(self) -> Limits | None:
        """How fast the bot may go; setting it forgets what came before. None is no limit."""
        return self._limits

    @limits.setter
    def limits(self, limits: Limits | None) -> None:
        self._limits = limits
        self.pace = Pace(limits)

    def account(self) -> dict[str, Any]:
        """The bot as it sees itself."""
        own = {"verified": True, "mfa_enabled": True, "email": None, "flags": 0, "locale": "en-US"}
        return shapes.user(self.bot) | own

    def application(self) -> dict[str, Any]:
        """The bot's application."""
        return {
            "id": str(self.application_id), "name": self.bot.name, "icon": None, "description": "",
            "bot_public": True, "bot_require_code_grant": False, "verify_key": "0" * 64, "flags": self.application_flags,
            "owner": shapes.user(self.operator), "team": None, "bot": shapes.user(self.bot), "hook": True, "summary": "",
            "approximate_guild_count": len(self.bot_guilds()), "approximate_user_install_count": 0,
            "redirect_uris": [], "interactions_endpoint_url": None, "integration_types_config": {"0": {}},
        }  # fmt: skip

    def bot_guilds(self) -> list[Guild]:
        """The guilds that the bot is in."""
        return [each for each in self.world.guilds.values() if self.bot.id in each.members]

    def dm(self, person: Person) -> Channel:
        """A person's private messages with the bot, made where there are none yet."""
        if person.channel is None:
            made = Channel(self.clock.snowflake(), Channel.DM, recipient=person, bot_id=self.bot.id)
            person.channel = self.world.channels[made.id] = made
        return person.channel

    def person_of(self, who: Person | int) -> Person:
        """The person that is meant, by themselves or by their id."""
        return self.world.persons[_id(who)]

    def guild_of(self, which: Guild | int) -> Guild:
        """The guild that is meant."""
        return self.world.guilds[_id(which)]

    def channel_of(self, which: Channel | Person | int) -> Channel:
        """The channel that is meant; a person stands for their private messages."""
        number = _id(which)
        person = self.world.persons.get(number)
        return self.dm(person) if person is not None else self.world.channels[number]

    def role_of(self, guild: Guild, which: Role | int) -> Role:
        """The role that is meant."""
        return guild.roles[_id(which)]

    def message_of(self, which: Message | int, channel: Channel | Person | int | None = None) -> Message:
        """The message that is meant: by itself, or by its id and maybe where it stands."""
        if isinstance(which, Message):
            return which
        places = [self.channel_of(channel)] if channel is not None else self.world.channels.values()
        for place in places:
            if int(which) in place.messages:
                return place.messages[int(which)]
        raise LookupError(f"there is no message {which}")

    def bits(self, names: Any) -> int:
        """Permissions as a number."""
        return bits(names)
