"""Groups of every shape that a programme allows, drawn from a seed: the same seed always draws the same group."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache

from bot.adapters.browser.adapter import BrowserAdapter
from bot.adapters.discord.adapter import CAPABILITIES as DISCORD
from bot.adapters.memory.adapter import MODAL
from bot.adapters.telegram.adapter import CAPABILITIES as TELEGRAM
from bot.content.library import Library
from bot.core.model import Floor
from bot.core.platform import Capabilities
from bot.core.ports import Rhythm

PLATFORMS: Mapping[str, Capabilities] = {
    "memory": MODAL,
    "browser": BrowserAdapter.capabilities,
    "telegram": TELEGRAM,
    "discord": DISCORD,
}
RHYTHMS = (Rhythm(1, "week"), Rhythm(2, "week"), Rhythm(3, "week"), Rhythm(4, "week"), Rhythm(1, "month"))
AT_EASE = timedelta(days=8)
"""How long before its first meeting a group is founded whose every post has its own day."""


@dataclass(frozen=True)
class Drawn:
    """One group as it is founded; `first` is local wall time, and so is `begun`.

    `named` are the themes that were chosen beforehand, in their order, "own" for one of the group's; all others are left
    to the programme, or open. A `talkative` group writes as much as it may, in characters that count double.
    """

    seed: int
    programme: str
    language: str
    platform: str
    meetings: int
    members: int
    minutes: int
    begun: datetime
    first: datetime
    rhythm: Rhythm
    named: tuple[str, ...]
    floor: Floor
    preparation: str
    seated: bool
    apart: int
    talkative: bool
    before: int
    remote: bool
    off: tuple[str, ...] = field(default=())

    def __str__(self) -> str:
        """What a failing case is found again by."""
        return f"{self.programme}-{self.language}-{self.platform}-{self.seed}"

    @property
    def at_ease(self) -> bool:
        """Whether there is time for every post on a day of its own."""
        return self.first - self.begun >= AT_EASE and self.rhythm != RHYTHMS[0]


@cache
def library() -> Library:
    """Our own programmes, read once."""
    return Library()


def drawn(programme: str, language: str, platform: str, seed: int) -> Drawn:
    """The group of this seed."""
    shape, chance = library().programme(programme), random.Random(f"{programme} {language} {platform} {seed}")
    meetings = chance.randint(shape.meetings.least, shape.meetings.most)
    fixed = len(shape.at("first")) + len(shape.at("last"))
    themes = ["own", *shape.themes()]
    named = chance.sample(themes, min(chance.choice((0, 0, 1, 2, len(themes))), len(themes), max(meetings - fixed, 0)))
    begun = datetime(2026, 1, 1) + timedelta(days=chance.randrange(365), hours=chance.randrange(24))
    first = datetime.combine(begun.date(), datetime.min.time()) + timedelta(  # local wall time
        days=chance.choice((1, 2, 3, 5, 8, 9, 14, 40)), hours=chance.randint(8, 20), minutes=chance.choice((0, 30))
    )
    most = shape.members.most
    return Drawn(
        seed=seed,
        programme=programme,
        language=language,
        platform=platform,
        meetings=meetings,
        members=chance.choice((shape.members.least, most, chance.randint(shape.members.least, min(most, 12)))),
        minutes=chance.choice((shape.minutes.least, shape.minutes.most, shape.minutes.usual)),
        begun=begun,
        first=first,
        rhythm=chance.choice(RHYTHMS),
        named=tuple(named),
        floor=chance.choice((Floor.FIVE, Floor.FIVE, Floor.THREE, Floor.ALOUD)),
        preparation=chance.choice(("", "", "every", "light", "off")),
        seated=chance.random() < 0.5,
        apart=chance.randint(0, len(shape.subgroups)) if shape.subgroups else 0,
        talkative=chance.random() < 0.4,
        before=chance.choice((0, 0, 0, 1, 2)),
        remote=chance.random() < 0.5,
    )


def every(cases: int) -> Iterator[Drawn]:
    """So many groups of each of our programmes, in each of its languages, on each platform."""
    for programme in library().programmes():
        for language in library().programme(programme).languages:
            for platform in PLATFORMS:
                for seed in range(cases):
                    yield drawn(programme, language, platform, seed)
