"""How a rehearsed season goes: dealt out before it begins, so that everything that can happen does happen once."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bot.rehearsal.acts import Evening
from bot.rehearsal.voices import Voices

ENOUGH = 5
"""How many answer when the answers are to be shown."""


class Deck:
    """Cards dealt one by one; with `again` the deck is dealt anew when it is empty, without it nobody gets more."""

    def __init__(self, chance: random.Random, cards: Iterable[str], *, again: bool = True) -> None:
        self._cards = tuple(cards)
        self._chance = chance
        self._left = chance.sample(self._cards, len(self._cards))
        self._again = again

    def deal(self) -> str:
        """The next card; empty where there is none."""
        if not self._left and self._again:
            self._left = self._chance.sample(self._cards, len(self._cards))
        return self._left.pop() if self._left else ""


@dataclass(frozen=True)
class Lots:
    """At which meeting each thing that is to happen happens, by number from 1."""

    to_group: int
    to_convener: int
    last_minute: int
    waver: int
    late: int
    moved: int
    pooled: int
    done: int


@dataclass
class Busy:
    """Who already has a part in one meeting, so that nobody is late for an evening that they have cried off."""

    chance: random.Random
    names: Sequence[str]
    taken: set[str] = field(default_factory=set)

    def one(self, *, but: str = "") -> str:
        """Somebody who has no part yet."""
        name = self.chance.choice([n for n in self.names if n not in self.taken and n != but] or list(self.names))
        self.taken.add(name)
        return name


def deal_lots(chance: random.Random, meetings: int) -> Lots:
    """Spread over the season. Nothing else happens at the meeting that moves, which asks everybody anew."""
    middle = list(range(3, meetings)) or [meetings]
    moved = chance.choice(middle[:2])
    pooled = chance.choice([n for n in middle if n != moved] or middle)
    still = [n for n in range(3, meetings + 1) if n != moved] or [meetings]
    first, second = chance.sample(still, 2) if len(still) > 1 else (still[0], still[0])
    early = [n for n in range(1, meetings + 1) if n != moved] or [meetings]
    return Lots(
        to_group=min(2, meetings),
        to_convener=first,
        last_minute=second,
        waver=chance.choice(early),
        late=chance.choice(early[1:] or early),
        moved=moved,
        pooled=pooled,
        done=chance.choice(range(1, max(meetings, 2))),
    )


def deal_season(
    chance: random.Random, names: Sequence[str], sessions: Sequence[str | None], voices: Voices
) -> list[Evening]:
    """An evening for each session; the first of the names convenes."""
    lots = deal_lots(chance, len(sessions))
    sentences = Deck(chance, voices.sentences, again=False)
    group_words, convener_words = Deck(chance, voices.absent_group), Deck(chance, voices.absent_convener)
    late_words = Deck(chance, voices.late)
    evenings = []
    for number, session in enumerate(sessions, 1):
        busy = Busy(chance, names)
        absent, last_minute = {}, {}
        if number == lots.to_group:
            absent[busy.one()] = ("group", group_words.deal())
        if number == lots.to_convener:
            absent[busy.one(but=names[0])] = ("convener", convener_words.deal())
        if number == lots.last_minute:
            last_minute[busy.one()] = group_words.deal()
        wavers = (busy.one(but=names[0]),) if number == lots.waver else ()
        late = {busy.one(): late_words.deal()} if number == lots.late else {}
        there = [n for n in names if n not in absent and n not in last_minute]
        free = [n for n in there if n not in busy.taken]
        last = number == len(sessions)
        words = Deck(chance, voices.sentences_last, again=False) if last else sentences
        notes = _notes(chance, there, voices.notes_on(session))
        evenings.append(
            Evening(
                number=number,
                notes=notes,
                typed=list(notes)[-1] if notes and number == min(2, len(sessions)) else "",
                absent=absent,
                last_minute=last_minute,
                wavers=wavers,
                late=late,
                coming=tuple(_some(chance, free, chance.randint(2, 3))),
                readers=tuple(_some(chance, there, chance.randint(1, 2))),
                answers=_answers(chance, there, words, few=number == lots.pooled),
                moved=number == lots.moved,
                done=number == lots.done,
            )
        )
    return evenings


def _some(chance: random.Random, names: Sequence[str], count: int) -> list[str]:
    return chance.sample(list(names), min(count, len(names)))


def _notes(chance: random.Random, names: Sequence[str], texts: Sequence[str]) -> dict[str, str]:
    deck = Deck(chance, texts, again=False)
    return {name: deck.deal() for name in _some(chance, names, min(len(texts), chance.randint(2, 3)))}


def _answers(chance: random.Random, there: Sequence[str], words: Deck, *, few: bool) -> dict[str, str]:
    """Who answers, first to last; of a few one writes a sentence, of many two or three do, the first one always."""
    count = chance.randint(3, ENOUGH - 1) if few else chance.randint(ENOUGH, ENOUGH + 1)
    writers = 1 if few else chance.randint(2, 3)
    return {name: words.deal() if n < writers else "" for n, name in enumerate(_some(chance, there, count))}
