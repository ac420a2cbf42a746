"""What a group decides together: its agreement, its themes, a time that suits, whose turn it is, when it is over."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from bot.rehearsal.acts import Act, Ask, Evening, Fill, Push, Step
from bot.rehearsal.habits import News, Phones
from bot.rehearsal.staging import Staging
from bot.rehearsal.voices import Voices

INTO_THE_EVENING, BEFORE_THE_END = timedelta(minutes=95), timedelta(minutes=40)
"""When a meeting comes to its agreement, or so long before the end of a shorter one."""

LATER, OFFERED = [timedelta(days=days) for days in range(5, 10)], 3
"""When the times may be that are put to the group, counted from the one that does not suit, and how many there are."""

WEEKEND = frozenset({5, 6})

ANSWERS = ("works", "if-need", "no")
ORDER = (1, 0)
"""The programme's first theme, then the group's own."""

AT_HOME = 0.4
"""How many find that all of the times suit."""


class Decisions:
    """What is decided in the course of a season; remembers only that the one swap has been asked for."""

    def __init__(self, phones: Phones, voices: Voices, stage: Staging) -> None:
        self._phones, self._voices, self._stage = phones, voices, stage
        self._themes, self._slots = len(stage.programme.themes()), stage.slots
        self._swapped = False
        self._there: Sequence[str] = ()
        self._reactions: Mapping[str, Callable[[News], list[Act]]] = {
            "agreement": self._on_agreement,
            "seat": self._on_seat,
            "vote": self._on_vote,
            "vote-result": self._on_vote_result,
            "times": self._on_times,
            "times-result": self._on_times_result,
            "swap": self._on_swap,
        }

    def react(self, news: News) -> list[Act]:
        """What follows; nothing from other kinds."""
        react = self._reactions.get(news.kind)
        return react(news) if react else []

    def agreement(self, news: News, lead: str, there: Sequence[str]) -> list[Act]:
        """Two add a wish, one who is there goes through the points aloud, keeps them, and puts it all to the group."""
        self._there = there
        writer = next((name for name in (lead, self._phones.convener) if name in there), there[0])
        at = news.begins + min(INTO_THE_EVENING, timedelta(minutes=news.minutes) - BEFORE_THE_END)
        other = self._phones.chance(news, "wish").choice([n for n in there if n != writer])
        first, second = self._phones.chance(news, "rules").sample(self._voices.rules, 2)
        agree = Push("agreement-agree")
        steps: tuple[Step, ...] = (
            *(Push("agreement"), Push("agreement-rule"), Fill(second), Push("agreement-change")),
            *(Push("agreement-point", "time"), *(agree for _ in range(5))),
            *(Push("agreement-write"), Fill(self._voices.contact), agree),
            *(Push("agreement-offer"), Push("agreement-put")),
        )
        wish = (Push("agreement"), Push("agreement-rule"), Fill(first))
        return [
            Act(at, other, "wish", wish, news.number),
            Act(at + timedelta(minutes=10), writer, "agreement", steps, news.number),
        ]

    def _on_agreement(self, news: News) -> list[Act]:
        """All who are there read it on the spot and accept it, each by their own press; others when they see it."""
        acts = []
        for n, name in enumerate(self._phones.names):
            there = name in self._there
            at = news.at + timedelta(minutes=3 + 2 * n) if there else self._phones.when(news, name)
            acts.append(Act(at, name, "accept", (Push("agreement-accept"),)))
        return acts

    def takes_seat(self, at: datetime, guide: str) -> Act:
        """Whoever facilitates or coaches asks for the seat, where the group is."""
        return Act(at, guide, "facilitate", (Ask("facilitate"),))

    def _on_seat(self, news: News) -> list[Act]:
        """The convener confirms it."""
        if "facilitator-in" not in news.offers:
            return []
        return [
            Act(self._phones.minutes(news, news.to, 3, 20), news.to, "seat", (Push("facilitator-in"),), 0, "private")
        ]

    def meets_in_person(self, at: datetime) -> Act:
        """The convener puts the first meeting of a group that meets over the network in a place."""
        return Act(at, self._phones.convener, "place", (Ask("change"), Fill(self._voices.place)), 1, "private")

    def opens_channel(self, at: datetime) -> Act:
        """The convener gives the second sub-group a channel of its own, where that is."""
        place = min(1, len(self._stage.programme.subgroups) - 1)
        steps = (Ask("subgroup"), Push("subgroup-link", place=place))
        return Act(at, self._phones.convener, "apart", steps, 0, "apart")

    def names_theme(self, news: News) -> list[Act]:
        """One names a theme, and the convener puts it after the programme's first; the rest comes by itself."""
        if self._stage.programme.unchosen == "ask" or not self._voices.own_theme or self._slots < len(ORDER):
            return []
        name, convener = self._phones.names[1], self._phones.convener
        named = self._phones.when(news, name)
        steps = (Ask("own-theme"), Push("own-theme-add"), Fill(self._voices.own_theme))
        order = ", ".join(str(number or self._themes + 1) for number in ORDER)
        ordered = self._phones.when(news, convener)
        while ordered <= named:
            ordered += timedelta(days=1)
        return [
            Act(named, name, "own-theme", steps, 0, "private"),
            Act(ordered, convener, "order", (Ask("themes"), Fill(order)), 0, "private"),
        ]

    def makes_last(self, news: News) -> list[Act]:
        """The convener says that this season is the group's last."""
        steps = (Push("seasons"), Push("seasons-last", "this"), Push("seasons-last-sure"))
        return [Act(self._phones.when(news, self._phones.convener), self._phones.convener, "last", steps)]

    def opens_vote(self, news: News) -> list[Act]:
        """The convener puts the themes to the group, where there is something to choose."""
        if not self._slots < self._themes or self._stage.programme.unchosen != "ask":
            return []
        steps = (Ask("vote"), Push("vote-open"))
        convener = self._phones.convener
        return [Act(self._phones.when(news, convener), convener, "opens", steps, 0, "private")]

    def _on_vote(self, news: News) -> list[Act]:
        """Each picks as many as there are meetings for, or fewer."""
        acts = []
        for name in self._phones.names:
            chance = self._phones.chance(news, f"picks {name}")
            count = chance.randint(self._slots // 2 + 1, self._slots)
            places = sorted(chance.sample(range(self._themes), count))
            picks = tuple(Push("pick", f"{place}.1") for place in places)
            acts.append(Act(self._phones.when(news, name), name, "vote", (Push("vote"), *picks)))
        return acts

    def _on_vote_result(self, news: News) -> list[Act]:
        if "vote-accept" not in news.offers:
            return []
        convener = self._phones.convener
        return [Act(self._phones.minutes(news, convener, 30, 240), convener, "order", (Push("vote-accept"),))]

    def looks_for_time(self, news: News) -> list[Act]:
        """The convener asks when the next meeting could be, because its time does not suit after all."""
        if news.following is None:
            return []
        days = (news.following + later for later in LATER)
        times = tuple(day for day in days if day.weekday() not in WEEKEND)[:OFFERED]
        steps = (Ask("times"), Push("times"), Fill(times), Push("times-post"))
        convener = self._phones.convener
        return [Act(self._phones.when(news, convener), convener, "asks", steps, 0, "private")]

    def _on_times(self, news: News) -> list[Act]:
        """Everybody answers, time by time or all in one press."""
        acts = []
        for name in self._phones.names:
            chance = self._phones.chance(news, f"answers {name}")
            said = [chance.choice(ANSWERS) for _ in range(OFFERED)]
            sets = tuple(Push("times-set", f"{n}.{answer}") for n, answer in enumerate(said))
            if name != self._phones.convener and chance.random() < AT_HOME:
                sets = (Push("times-set", "rest.works"),)
            acts.append(Act(self._phones.when(news, name), name, "times", (Push("times-answer"), *sets)))
        return acts

    def _on_times_result(self, news: News) -> list[Act]:
        """The convener takes the time that suits best, which stands first."""
        if "times-pick" not in news.offers or news.to:
            return []
        convener = self._phones.convener
        steps = (Push("times-pick"), Push("times-pick-sure"))
        return [Act(self._phones.minutes(news, convener, 4, 60), convener, "picks", steps)]

    def swaps(self, news: News) -> list[Act]:
        """Whoever has read the brief finds that another turn would suit better, and asks the first who can."""
        if self._swapped or news.to not in self._phones.names:
            return []
        self._swapped = True
        steps = (Ask("rota"), Push("swap"), Push("swap"))
        return [Act(self._phones.minutes(news, news.to, 20, 90), news.to, "swap", steps, news.number, "private")]

    def _on_swap(self, news: News) -> list[Act]:
        if "swap-yes" not in news.offers:
            return []
        at = self._phones.minutes(news, news.to, 30, 240)
        return [Act(at, news.to, "swap-yes", (Push("swap-yes"),), news.number, "private")]

    def goes_away(self, news: News, evening: Evening) -> Act:
        """One is away from two meetings, and says so in one go."""
        steps = (Ask("away"), Push("away", evening.leaves))
        at = self._phones.minutes(news, evening.away, 60, 300)
        return Act(at, evening.away, "away", steps, 0, "private")
