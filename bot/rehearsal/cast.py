"""The seven people of a rehearsal and their habits: pure and seeded, so that the same seed gives the same season."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.rehearsal.acts import Act, Ask, Evening, Fill, Push, Step, Taps, Write
from bot.rehearsal.season import deal_season
from bot.rehearsal.voices import Voices


@dataclass(frozen=True)
class Habit:
    """When somebody looks at the phone (local hours, from and to), and how they tend to rate an evening."""

    name: str
    awake: tuple[int, int]
    rates: tuple[int, int]


SEVEN = (
    Habit("Kaarina", (8, 10), (4, 5)),
    Habit("Aino", (11, 13), (4, 5)),
    Habit("Veikko", (18, 20), (3, 5)),
    Habit("Salme", (9, 11), (3, 5)),
    Habit("Oiva", (19, 21), (2, 4)),
    Habit("Helmi", (14, 16), (4, 5)),
    Habit("Taisto", (20, 22), (3, 4)),
)
"""The first of them convenes. Their names are the same in every language, as a group's are."""

BEFORE_END = timedelta(minutes=20)
"""How long before the agreed end a lead says that the group is done."""

A_WEEK = timedelta(weeks=1)


@dataclass(frozen=True)
class News:
    """Something that the bot has just said: of which kind, when (local), to whom, and about which meeting."""

    kind: str
    at: datetime
    to: str = ""
    number: int = 0
    starts: datetime | None = None
    minutes: int = 0

    @property
    def begins(self) -> datetime:
        """When the meeting starts; for news that are about none, now."""
        return self.starts or self.at


class Cast:
    """What the seven do when the bot says something. Remembers only who has been briefed to lead."""

    def __init__(self, seed: int, people: Sequence[Habit], sessions: Sequence[str | None], voices: Voices) -> None:
        self._seed = seed
        self._people = {habit.name: habit for habit in people}
        names = [habit.name for habit in people]
        self._names = names
        self._convener = names[0]
        self._evenings = deal_season(random.Random(f"season {seed}"), names, sessions, voices)  # noqa: S311
        self._leads: dict[int, str] = {}
        self._reactions: dict[str, Callable[[News, Evening], list[Act]]] = {
            "pretask": self._on_pretask,
            "moved": self._on_moved,
            "brief": self._on_brief,
            "reminder": self._on_reminder,
            "soon": self._on_soon,
            "feedback": self._on_feedback,
        }

    def react(self, news: News) -> list[Act]:
        """What follows from a piece of news; nothing from kinds that nobody answers."""
        if news.kind == "plan":
            return self._on_plan(news)
        react = self._reactions.get(news.kind)
        return react(news, self._evenings[news.number - 1]) if react and news.number else []

    def _on_plan(self, news: News) -> list[Act]:
        """Everybody joins, the convener first; when all are in, one of them looks at what there is."""
        acts = [
            Act(self._minutes(news, name, 3 + 4 * n, 6 + 4 * n), name, "join", (Push("join"),))
            if n == 0
            else Act(self._when(news, name), name, "join", (Push("join"),))
            for n, name in enumerate(self._names)
        ]
        curious = self._chance(news, "curious").choice(self._names[1:] or self._names)
        joined = max(act.at for act in acts)
        look = Act(joined + timedelta(minutes=40), curious, "menu", (Push("menu"), Push("plan")), 0, "private")
        return [*acts, look]

    def _on_pretask(self, news: News, evening: Evening) -> list[Act]:
        acts = [self._note(news, evening, name, text) for name, text in evening.notes.items()]
        if evening.moved:
            return [*acts, self._moves(news)]
        return [*acts, *self._cry_off(news, evening)]

    def _on_moved(self, news: News, evening: Evening) -> list[Act]:
        return [
            *self._cry_off(news, evening),
            *(
                Act(self._when(news, name), name, "coming", (Push("coming"),), evening.number)
                for name in evening.coming[:2]
            ),
        ]

    def _on_brief(self, news: News, _evening: Evening) -> list[Act]:
        self._leads[news.number] = news.to
        return []

    def _on_reminder(self, news: News, evening: Evening) -> list[Act]:
        coming = [] if evening.moved else evening.coming
        acts = [
            Act(self._minutes(news, name, 5, 360), name, "coming", (Push("coming"),), evening.number) for name in coming
        ]
        for name, text in evening.late.items():
            steps = (Push("late"), Push("reason", "group"), Fill(text))
            acts.append(Act(self._minutes(news, name, 30, 300), name, "late", steps, evening.number))
        for name, text in evening.last_minute.items():
            steps = (Push("absent"), Push("reason", "group"), Fill(text))
            evening_before = news.at.replace(hour=21) + timedelta(minutes=self._chance(news, name).randint(5, 50))
            acts.append(Act(evening_before, name, "absent", steps, evening.number))
        return acts

    def _on_soon(self, news: News, evening: Evening) -> list[Act]:
        lead = self._leads.get(news.number)
        readers = dict.fromkeys([*([lead] if lead and evening.done else []), *evening.readers])
        acts = [
            Act(self._minutes(news, name, 5, 55), name, "theme", (Push("theme"),), evening.number) for name in readers
        ]
        if lead and evening.done:
            over = news.begins + timedelta(minutes=news.minutes) - BEFORE_END
            acts.append(Act(over, lead, "done", (Push("done"),), evening.number, "private"))
        return acts

    def _on_feedback(self, news: News, evening: Evening) -> list[Act]:
        acts = []
        for n, (name, sentence) in enumerate(evening.answers.items()):
            low, high = self._people[name].rates
            chance = self._chance(news, name)
            steps: tuple[Step, ...] = (Taps(tuple(chance.randint(low, high) for _ in range(8))),)
            if sentence:
                steps = (*steps, Push("sentence"), Fill(sentence))
            # Half of them answer on the way home, the others the next day.
            at = self._minutes(news, name, 6, 70) if n % 2 == 0 else self._when(news, name)
            acts.append(Act(at, name, "sentence" if sentence else "feedback", steps, evening.number))
        return acts

    def _note(self, news: News, evening: Evening, name: str, text: str) -> Act:
        """A note in the form, or written straight to the bot."""
        at = self._when(news, name, days=2)
        if name == evening.typed:
            return Act(at, name, "typed", (Write(text),), evening.number, "private")
        return Act(at, name, "note", (Push("note"), Fill(text)), evening.number)

    def _cry_off(self, news: News, evening: Evening) -> list[Act]:
        """Those who cannot come say so in good time; the one who wavers takes it back the day after."""
        acts = []
        for name, (to, text) in evening.absent.items():
            steps = (Push("absent"), Push("reason", to), Fill(text))
            acts.append(Act(self._when(news, name, days=2), name, "absent", steps, evening.number))
        for name in evening.wavers:
            at = self._when(news, name)
            acts.append(Act(at, name, "waver", (Push("absent"),), evening.number))
            back = at + timedelta(days=1, minutes=17)
            acts.append(Act(back, name, "undo", (Push("coming"),), evening.number, "private"))
        return acts

    def _moves(self, news: News) -> Act:
        """The convener moves the meeting by a week, from the menu."""
        steps = (Ask("menu"), Push("move"), Fill(news.begins + A_WEEK), Push("move-sure"))
        at = (news.at + timedelta(days=1)).replace(hour=9, minute=self._chance(news, "move").randint(5, 50))
        return Act(at, self._convener, "move", steps, news.number, "private")

    def _chance(self, news: News, name: str) -> random.Random:
        """A chance of its own for each person and piece of news, whatever else happens before it."""
        return random.Random(f"{self._seed} {news.kind} {news.number} {name}")  # noqa: S311 - a rehearsal only

    def _minutes(self, news: News, name: str, least: int, most: int) -> datetime:
        """So many minutes from the news."""
        return news.at + timedelta(minutes=self._chance(news, name).randint(least, most))

    def _when(self, news: News, name: str, days: int = 0) -> datetime:
        """When the person next looks at the phone, give or take so many days after that."""
        chance, (wakes, sleeps) = self._chance(news, name), self._people[name].awake
        at = news.at.replace(hour=wakes, minute=0) + timedelta(minutes=chance.randint(1, 60 * (sleeps - wakes) - 1))
        if at <= news.at + timedelta(minutes=2):
            at += timedelta(days=1)
        return at + timedelta(days=chance.randint(0, days))
