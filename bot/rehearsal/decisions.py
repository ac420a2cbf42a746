"""What the seven decide together: the agreement, the themes, a time that suits, and whose turn it is."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from bot.rehearsal.acts import Act, Ask, Evening, Fill, Push, Step
from bot.rehearsal.habits import News, Phones
from bot.rehearsal.voices import Voices

INTO_THE_EVENING = timedelta(minutes=95)
"""When the first meeting comes to its agreement."""

LATER = (timedelta(days=5), timedelta(days=6), timedelta(days=7))
"""The times that are put to the group, counted from the one that does not suit."""

ANSWERS = ("works", "if-need", "no")
AT_HOME = 0.4
"""How many find that all of the times suit."""


class Decisions:
    """What is decided in the course of a season; remembers only that the one swap has been asked for."""

    def __init__(self, phones: Phones, voices: Voices, *, themes: int, slots: int) -> None:
        self._phones, self._voices = phones, voices
        self._themes, self._slots = themes, slots
        self._swapped = False
        self._reactions: Mapping[str, Callable[[News], list[Act]]] = {
            "agreement": self._on_agreement,
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

    def agreement(self, news: News, lead: str) -> list[Act]:
        """Two add a wish, the lead goes through the points aloud and keeps them, and puts it all to the group."""
        at = news.begins + INTO_THE_EVENING
        other = self._phones.chance(news, "wish").choice([n for n in self._phones.names if n != lead])
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
            Act(at, other, "wish", wish, 1),
            Act(at + timedelta(minutes=10), lead, "agreement", steps, 1),
        ]

    def _on_agreement(self, news: News) -> list[Act]:
        """Everybody reads it on the spot, and accepts it by a press of their own."""
        return [
            Act(news.at + timedelta(minutes=3 + 2 * n), name, "accept", (Push("agreement-accept"),))
            for n, name in enumerate(self._phones.names)
        ]

    def opens_vote(self, news: News) -> list[Act]:
        """The convener puts the themes to the group, where there is something to choose."""
        if not self._slots < self._themes:
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
        times = tuple(news.following + later for later in LATER)
        steps = (Ask("times"), Push("times"), Fill(times), Push("times-post"))
        convener = self._phones.convener
        return [Act(self._phones.when(news, convener), convener, "asks", steps, 0, "private")]

    def _on_times(self, news: News) -> list[Act]:
        """Everybody answers, time by time or all in one press."""
        acts = []
        for name in self._phones.names:
            chance = self._phones.chance(news, f"answers {name}")
            said = [chance.choice(ANSWERS) for _ in LATER]
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
        if self._swapped:
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
