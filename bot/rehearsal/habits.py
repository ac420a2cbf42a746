"""The people of a rehearsal: when each of them looks at the phone, pure and seeded."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True)
class Habit:
    """When somebody looks at the phone (local hours, from and to), and how they tend to rate an evening."""

    name: str
    awake: tuple[int, int]
    rates: tuple[int, int]


TEN = (
    Habit("Kaarina", (8, 10), (4, 5)),
    Habit("Aino", (11, 13), (4, 5)),
    Habit("Veikko", (18, 20), (3, 5)),
    Habit("Salme", (9, 11), (3, 5)),
    Habit("Oiva", (19, 21), (2, 4)),
    Habit("Helmi", (14, 16), (4, 5)),
    Habit("Taisto", (20, 22), (3, 4)),
    Habit("Irja", (8, 9), (4, 5)),
    Habit("Eino", (16, 18), (3, 5)),
    Habit("Pirkko", (12, 14), (2, 5)),
)
"""The first of them convenes. Their names are the same in every language, as a group's are."""

SEVEN = TEN[:7]
"""As many as most groups are at the most."""

GUIDE = Habit("Anneli", (9, 11), (4, 5))
"""Whoever facilitates or coaches, where that is the programme's way: no member, and never asked for feedback."""


@dataclass(frozen=True)
class News:
    """Something that the bot has just said: of which kind, when (local), to whom, and about which meeting.

    `theme` is the meeting's, `following` when the next one starts, `offers` the words of the buttons that came along.
    """

    kind: str
    at: datetime
    to: str = ""
    number: int = 0
    starts: datetime | None = None
    minutes: int = 0
    theme: str | None = None
    following: datetime | None = None
    offers: frozenset[str] = frozenset()

    @property
    def begins(self) -> datetime:
        """When the meeting starts; for news that are about none, now."""
        return self.starts or self.at


class Phones:
    """When people answer: each person and each piece of news has a chance of its own, whatever else happens before."""

    def __init__(self, seed: int, people: Sequence[Habit]) -> None:
        self._seed = seed
        self._people = {habit.name: habit for habit in (*people, GUIDE)}
        self.names = [habit.name for habit in people]
        self.convener = self.names[0]

    def chance(self, news: News, name: str) -> random.Random:
        """The same at every call."""
        return random.Random(f"{self._seed} {news.kind} {news.number} {name}")  # noqa: S311 - a rehearsal only

    def minutes(self, news: News, name: str, least: int, most: int) -> datetime:
        """So many minutes from the news."""
        return news.at + timedelta(minutes=self.chance(news, name).randint(least, most))

    def when(self, news: News, name: str, days: int = 0) -> datetime:
        """When the person next looks at the phone, give or take so many days after that."""
        chance, (wakes, sleeps) = self.chance(news, name), self._people[name].awake
        at = news.at.replace(hour=wakes, minute=0) + timedelta(minutes=chance.randint(1, 60 * (sleeps - wakes) - 1))
        if at <= news.at + timedelta(minutes=2):
            at += timedelta(days=1)
        return at + timedelta(days=chance.randint(0, days))

    def rates(self, news: News, name: str, most: int = 8) -> tuple[int, ...]:
        """A step for each of so many scales, in the way that the person tends to answer."""
        low, high = self._people[name].rates
        chance = self.chance(news, name)
        return tuple(chance.randint(low, high) for _ in range(most))
