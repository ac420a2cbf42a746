"""What a group does around each meeting: pure and seeded, so that the same seed gives the same season."""

import random
from collections.abc import Callable, Mapping
from datetime import timedelta

from bot.rehearsal.acts import Act, Evening, Fill, Page, Push, Step, Taps, Write
from bot.rehearsal.decisions import Decisions
from bot.rehearsal.ending import Ending
from bot.rehearsal.habits import News, Phones
from bot.rehearsal.season import Deck, deal_season
from bot.rehearsal.staging import Staging
from bot.rehearsal.voices import Voices

BEFORE_END = timedelta(minutes=20)
"""How long before the agreed end a lead says that the group is done."""

BY_TAPS = 2
"""So many answer the feedback by tapping; the others on one page, where there is one."""


PERMITTED = "out"
"""Whether a sentence may be quoted that is asked for to be quoted: by most, without a name."""


class Cast:
    """What the people do when the bot says something. Remembers only who has been briefed to lead."""

    def __init__(self, seed: int, stage: Staging, voices: Voices) -> None:
        self._phones = Phones(seed, stage.people)
        self._names, self._voices, self._stage = self._phones.names, voices, stage
        chance = random.Random(f"season {seed}")  # noqa: S311 - a rehearsal only
        self._evenings = deal_season(chance, self._names, stage.meetings, voices, ends=stage.ends, enough=stage.enough)
        self._leads: dict[int, str] = {}
        self._decisions = Decisions(self._phones, voices, stage)
        self._ending = Ending(self._phones, voices)
        self._reactions: Mapping[str, Callable[[News, Evening], list[Act]]] = {
            "pretask": self._on_pretask,
            "moved": self._on_moved,
            "brief": self._on_brief,
            "reminder": self._on_reminder,
            "soon": self._on_soon,
            "held": self._on_held,
            "feedback": self._on_feedback,
            "results": self._on_results,
        }

    def react(self, news: News) -> list[Act]:
        """What follows from a piece of news; nothing from kinds that nobody answers."""
        if news.kind == "plan":
            return self._on_plan(news)
        react = self._reactions.get(news.kind)
        if react:
            return react(news, self._evenings[news.number - 1]) if 0 < news.number <= len(self._evenings) else []
        return [*self._decisions.react(news), *self._ending.react(news)]

    def _on_plan(self, news: News) -> list[Act]:
        """Everybody joins, the convener first; when all are in, one of them looks at what there is."""
        minutes, when = self._phones.minutes, self._phones.when
        acts = [
            Act(minutes(news, name, 3 + 4 * n, 6 + 4 * n), name, "join", self._joining(n))
            if n == 0
            else Act(when(news, name), name, "join", self._joining(n))
            for n, name in enumerate(self._names)
        ]
        if self._stage.guide:
            acts.append(self._decisions.takes_seat(news.at + timedelta(minutes=25), self._stage.guide))
        if self._voices.link and self._voices.place:
            acts.append(self._decisions.meets_in_person(news.at + timedelta(minutes=40)))
        if self._stage.programme.subgroups:
            acts.append(self._decisions.opens_channel(news.at + timedelta(minutes=50)))
        curious = self._phones.chance(news, "curious").choice(self._names[1:] or self._names)
        joined = max(act.at for act in acts)
        look = Act(joined + timedelta(minutes=40), curious, "menu", (Push("menu"), Push("plan")), 0, "private")
        return [*acts, look]

    def _joining(self, number: int) -> tuple[Step, ...]:
        """The press that joins, and the one that says which sub-group is theirs."""
        apart = len(self._stage.programme.subgroups)
        return (Push("join"), *((Push("my-subgroup", place=number % apart),) if apart else ()))

    def _on_pretask(self, news: News, evening: Evening) -> list[Act]:
        texts = Deck(self._phones.chance(news, "notes"), self._voices.notes_on(news.theme), again=False)
        acts = [self._note(news, evening, name, text) for name in evening.writers if (text := texts.deal())]
        if "expect" in news.offers:
            for name, text in evening.hopes.items():
                acts.append(Act(self._phones.when(news, name, 1), name, "expect", (Push("expect"), Fill(text)), 1))
        return [*acts, *self._cry_off(news, evening)]

    def _on_moved(self, news: News, evening: Evening) -> list[Act]:
        return [
            Act(self._phones.when(news, name), name, "coming", (Push("coming"),), evening.number)
            for name in evening.coming[:2]
        ]

    def _on_brief(self, news: News, evening: Evening) -> list[Act]:
        self._leads[news.number] = news.to
        return self._decisions.swaps(news) if evening.swapped else []

    def _on_reminder(self, news: News, evening: Evening) -> list[Act]:
        minutes = self._phones.minutes
        coming = [] if evening.moved else evening.coming
        acts = [Act(minutes(news, name, 5, 360), name, "coming", (Push("coming"),), evening.number) for name in coming]
        for name, text in evening.late.items():
            steps = (Push("late"), Push("reason", "group"), Fill(text))
            acts.append(Act(minutes(news, name, 30, 300), name, "late", steps, evening.number))
        for name, text in evening.last_minute.items():
            steps = (Push("absent"), Push("reason", "group"), Fill(text))
            evening_before = news.at.replace(hour=21) + timedelta(
                minutes=self._phones.chance(news, name).randint(5, 50)
            )
            acts.append(Act(evening_before, name, "absent", steps, evening.number))
        return acts

    def _on_soon(self, news: News, evening: Evening) -> list[Act]:
        lead = self._leads.get(news.number)
        readers = dict.fromkeys([*([lead] if lead and evening.done else []), *evening.readers])
        minutes = self._phones.minutes
        acts = [Act(minutes(news, name, 5, 55), name, "theme", (Push("theme"),), evening.number) for name in readers]
        if lead and evening.done:
            over = news.begins + timedelta(minutes=news.minutes) - BEFORE_END
            acts.append(Act(over, lead, "done", (Push("done"),), evening.number, "private"))
        if "agreement" in news.offers and news.number == self._stage.agrees:
            away = {*evening.absent, *evening.last_minute, evening.away}
            there = [name for name in self._names if name not in away]
            acts += self._decisions.agreement(news, lead or self._phones.convener, there)
        return acts

    def _on_held(self, news: News, evening: Evening) -> list[Act]:
        """The lead tells how it went, and once what the group wants to keep."""
        # Who has said that the group is done is only asked how many were there.
        asked = () if "present" in news.offers else (Push("held", "yes"),)
        steps: tuple[Step, ...] = (*asked, Push("present", str(evening.present)))
        if evening.kept:
            agreed, back = evening.kept
            steps = (*steps, Push("outcome", "agreed"), Fill(agreed), Push("outcome", "carry"), Fill(back))
        elif evening.between and self._stage.programme.between == "agreed":
            steps = (*steps, Push("between"), Fill(evening.between))
        at = self._phones.minutes(news, news.to, 4, 50)
        return [Act(at, news.to, "keep" if evening.kept else "held", steps, evening.number, "private")]

    def _on_feedback(self, news: News, evening: Evening) -> list[Act]:
        acts = []
        for n, (name, sentence) in enumerate(evening.answers.items()):
            rates = self._phones.rates(news, name)
            steps: tuple[Step, ...] = (Taps(rates),)
            if n >= BY_TAPS and "feedback" in news.offers:
                steps = (Push("feedback"), Page(rates, sentence, PERMITTED))
            elif sentence:
                steps = (*steps, Push("sentence"), Fill(sentence))
            quotes = sentence and n == 0 and evening.quoted
            if quotes:
                steps = (*steps, Push("quote", f"feedback.sentence={evening.quoted}"))
            # Half of them answer on the way home, the others the next day.
            at = self._phones.minutes(news, name, 6, 70) if n % 2 == 0 else self._phones.when(news, name)
            paged = isinstance(steps[-1], Page)
            does = "quote" if quotes else "page" if paged else "sentence" if sentence else "feedback"
            acts.append(Act(at, name, does, steps, evening.number))
            if n == 1 and evening.carried:
                soon = at + timedelta(minutes=2)
                acts.append(Act(soon, name, "carry", (Push("carry"), Fill(evening.carried)), evening.number))
        return acts

    def _on_results(self, news: News, evening: Evening) -> list[Act]:
        """After the first meeting the group chooses its themes; once it looks for another time, and once it ends."""
        first = evening.number == 1
        acts = [*self._decisions.opens_vote(news), *self._decisions.names_theme(news)] if first else []
        if self._stage.programme.open_ended and evening.number == len(self._evenings) - 1:
            acts += self._decisions.makes_last(news)
        if evening.number < len(self._evenings) and self._evenings[evening.number].moved:
            acts += self._decisions.looks_for_time(news)
        return acts

    def _note(self, news: News, evening: Evening, name: str, text: str) -> Act:
        """A note in the form, or written straight to the bot."""
        at = self._phones.when(news, name, days=2)
        if name == evening.typed:
            return Act(at, name, "typed", (Write(text),), evening.number, "private")
        return Act(at, name, "note", (Push("note"), Fill(text)), evening.number)

    def _cry_off(self, news: News, evening: Evening) -> list[Act]:
        """Those who cannot come say so in good time; the one who wavers takes it back the day after."""
        acts = []
        when = self._phones.when
        for name, (to, text) in evening.absent.items():
            steps = (Push("absent"), Push("reason", to), Fill(text))
            acts.append(Act(when(news, name, days=2), name, "absent", steps, evening.number))
        for name in evening.wavers:
            at = when(news, name)
            acts.append(Act(at, name, "waver", (Push("absent"),), evening.number))
            back = at + timedelta(days=1, minutes=17)
            acts.append(Act(back, name, "undo", (Push("coming"),), evening.number, "private"))
        if evening.leaves:
            acts.append(self._decisions.goes_away(news, evening))
        return acts
