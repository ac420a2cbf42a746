"""What a group does once a season is over: the evaluation, the farewell, and months later the follow-up."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from bot.rehearsal.acts import Act, Fill, Push, Step, Taps
from bot.rehearsal.habits import News, Phones
from bot.rehearsal.voices import Voices

TELLING = 3
"""How many of them do so in their own words as well."""

ANSWERING = 6
"""How many answer the evaluation."""


class Ending:
    """What is done after the last meeting; remembers only how many answered the follow-up."""

    def __init__(self, phones: Phones, voices: Voices) -> None:
        self._phones, self._voices = phones, voices
        self._given = 0
        self._fields = 0
        self._words = list(voices.evaluation)
        self._seen = list(voices.reflections)
        self._reactions: Mapping[str, Callable[[News], list[Act]]] = {
            "evaluation": self._on_evaluation,
            "farewell": self._on_farewell,
            "reflect": self._on_reflect,
            "notes-soon": self._on_notes_soon,
            "followup": self._on_followup,
            "followup-results": self._on_followup_results,
            "deletion-soon": self._on_deletion_soon,
        }

    def react(self, news: News) -> list[Act]:
        """What follows; nothing from other kinds."""
        react = self._reactions.get(news.kind)
        return react(news) if react else []

    def _on_evaluation(self, news: News) -> list[Act]:
        acts = []
        asks_words = "evaluate-words" in news.offers
        answering = self._phones.names[:ANSWERING]
        told = (self._words or list(self._voices.evaluation))[:TELLING]
        self._words = [words for words in self._words if words not in told]
        words = self._phones.chance(news, "words").sample(told, len(told))
        for name, said in zip(answering, [*words, *[()] * len(answering)], strict=False):
            steps: tuple[Step, ...] = (Taps(self._phones.rates(news, name), "evaluate"),)
            if said:
                steps = (*steps, *((Push("evaluate-words"), Fill(said[0], said[1:])) if asks_words else ()))
            does = "evaluate-words" if said and asks_words else "evaluate"
            at = self._phones.when(news, name, 2)
            acts.append(Act(at, name, does, steps, news.number))
            if "evaluate-fields" in news.offers and self._fields < len(self._voices.swot):
                fields, self._fields = self._voices.swot[self._fields], self._fields + 1
                steps = (Push("evaluate-fields"), Fill(fields[0], fields[1:]))
                acts.append(Act(at + timedelta(minutes=6), name, "evaluate-fields", steps, news.number))
        return acts

    def _on_reflect(self, news: News) -> list[Act]:
        """Whoever facilitated answers in their own words, and lets them stand in the report."""
        said = self._seen.pop(0) if self._seen else self._voices.reflections[0]
        steps = (Push("reflect"), Fill(said[0], said[1:]), Push("reflect-share", "yes"))
        return [Act(self._phones.when(news, news.to), news.to, "reflect", steps, news.number, "private")]

    def _on_farewell(self, news: News) -> list[Act]:
        """All but one may be asked once more, and one opens the report."""
        names = self._phones.names
        answers = [*["yes"] * (len(names) - 1), "no"]
        acts = [
            Act(self._phones.when(news, name), name, f"followup-{answer}", (Push("followup", answer),))
            for name, answer in zip(names, answers, strict=True)
        ]
        reader = names[1 % len(names)]
        again = next(act.at for act in acts if act.who == reader) + timedelta(minutes=3)
        return [*acts, Act(again, reader, "report", (Push("report"),))]

    def _on_notes_soon(self, news: News) -> list[Act]:
        """One of them keeps their notes."""
        if news.to != self._phones.names[-1]:
            return []
        return [Act(self._phones.when(news, news.to), news.to, "keep", (Push("notes-keep"),), news.number, "private")]

    def _on_followup(self, news: News) -> list[Act]:
        """Of those who are asked so many answer that it can be shown."""
        if "followup-answer" not in news.offers or self._given >= len(self._voices.followup):
            return []
        said = self._voices.followup[self._given]
        self._given += 1
        steps = (Push("followup-answer"), Fill(said[0], said[1:]))
        return [Act(self._phones.when(news, news.to, 3), news.to, "answer", steps, 0, "private")]

    def _on_followup_results(self, news: News) -> list[Act]:
        """Two have had enough of it: for the others the second time is for themselves alone."""
        if news.to not in self._phones.names[3:5]:
            return []
        return [Act(self._phones.when(news, news.to), news.to, "stop", (Push("followup-stop"),), 0, "private")]

    def _on_deletion_soon(self, news: News) -> list[Act]:
        """One of them fetches what is theirs before it is gone."""
        if news.to or "keepsake" not in news.offers:
            return []
        name = self._phones.names[-1]
        return [Act(self._phones.when(news, name), name, "keepsake", (Push("keepsake"),))]
