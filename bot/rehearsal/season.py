"""How a rehearsed season goes: dealt out before it begins, so that everything that can happen does happen once."""

import random
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from bot.rehearsal.acts import Evening
from bot.rehearsal.voices import Voices

ENOUGH = 5
"""How many answer when the answers are to be shown, in most groups."""

FEW = 4
"""With fewer meetings than this, none is moved, nobody swaps and nobody is away from two in a row."""


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
    """At which meeting each thing that is to happen happens, by number from 1, or never; `away` is the first of two."""

    to_group: int
    to_convener: int
    last_minute: int
    away: int
    waver: int
    late: int
    moved: int
    swapped: int
    pooled: int
    done: int
    carried: int
    quoted: tuple[int, int]


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
    if meetings < FEW:
        return Lots(1, meetings, 0, 0, 1, meetings, 0, 0, 0, 1, 1, (1, 0))
    middle = list(range(3, meetings)) or [meetings]
    moved = chance.choice(middle[:2])
    pooled = chance.choice([n for n in middle if n != moved] or middle)
    still = [n for n in range(3, meetings + 1) if n != moved] or [meetings]
    first, second = chance.sample(still, 2) if len(still) > 1 else (still[0], still[0])
    early = [n for n in range(1, meetings + 1) if n != moved] or [meetings]
    pairs = [n for n in range(2, meetings) if moved not in {n, n + 1}]
    shown = [n for n in range(1, meetings) if n != pooled] or [1]
    return Lots(
        to_group=min(2, meetings),
        to_convener=first,
        last_minute=second,
        away=chance.choice(pairs) if pairs else 0,
        waver=chance.choice(early),
        late=chance.choice(early[1:] or early),
        moved=moved,
        swapped=chance.choice(early[1:] or early),
        pooled=pooled,
        done=chance.choice(range(1, max(meetings, 2))),
        carried=chance.choice(range(1, max(meetings, 2))),
        quoted=(shown[0], shown[-1]),
    )


def deal_season(
    chance: random.Random,
    names: Sequence[str],
    meetings: int,
    voices: Voices,
    *,
    ends: Collection[int] = (),
    enough: int = ENOUGH,
) -> list[Evening]:
    """An evening for each meeting, the last of which ends the group and may not be the only one that `ends` a season.

    The first of the names convenes. So many answers are `enough` to be shown.
    """
    lots = deal_lots(chance, meetings)
    sentences = Deck(chance, voices.sentences, again=False)
    group_words, convener_words = Deck(chance, voices.absent_group), Deck(chance, voices.absent_convener)
    late_words, hopes = Deck(chance, voices.late), Deck(chance, voices.hopes, again=False)
    to_do = Deck(random.Random(meetings), voices.between)  # noqa: S311 - of its own, so that the rest is dealt the same
    traveller = chance.choice(list(names[1:]) or list(names))
    evenings = []
    for number in range(1, meetings + 1):
        busy = Busy(chance, names)
        away = traveller if lots.away and number in {lots.away, lots.away + 1} else ""
        busy.taken |= {away} - {""}
        absent, last_minute = {}, {}
        if number == lots.to_group:
            absent[busy.one()] = ("group", group_words.deal())
        if number == lots.to_convener:
            absent[busy.one(but=names[0])] = ("convener", convener_words.deal())
        if number == lots.last_minute:
            last_minute[busy.one()] = group_words.deal()
        wavers = (busy.one(but=names[0]),) if number == lots.waver else ()
        late = {busy.one(): late_words.deal()} if number == lots.late else {}
        there = [n for n in names if n not in absent and n not in last_minute and n != away]
        free = [n for n in there if n not in busy.taken]
        last = number == meetings or number in ends
        words = Deck(chance, voices.sentences_last, again=False) if last else sentences
        writers = tuple(_some(chance, there, chance.randint(2, 3)))
        carries = number == lots.carried and not last
        evenings.append(
            Evening(
                number=number,
                writers=writers,
                typed=writers[-1] if writers and number == min(2, meetings) else "",
                absent=absent,
                last_minute=last_minute,
                away=away,
                leaves=("2" if number + 1 < meetings else "all") if away and number == lots.away else "",
                wavers=wavers,
                late=late,
                coming=tuple(_some(chance, free, chance.randint(2, 3))),
                readers=tuple(_some(chance, there, chance.randint(1, 2))),
                answers=_answers(chance, there, words, few=number == lots.pooled, enough=enough),
                quoted=_permission(number, lots),
                carried=chance.choice(voices.carried) if carries else "",
                kept=(chance.choice(voices.agreed), chance.choice(voices.come_back)) if carries else None,
                between="" if last else to_do.deal(),
                present=len(there),
                hopes={name: hopes.deal() for name in names[1:4]} if number == 1 else {},
                moved=number == lots.moved,
                swapped=number == lots.swapped,
                done=number == lots.done,
            )
        )
    return evenings


def _some(chance: random.Random, names: Sequence[str], count: int) -> list[str]:
    return chance.sample(list(names), min(count, len(names)))


def _permission(number: int, lots: Lots) -> str:
    """With the name wherever it may go, and another time without a name in the group alone."""
    named, unnamed = lots.quoted
    return "out-n" if number == named else "in" if number == unnamed else ""


def _answers(chance: random.Random, there: Sequence[str], words: Deck, *, few: bool, enough: int) -> dict[str, str]:
    """Who answers, first to last; of a few one writes a sentence, of many two or three do, the first one always."""
    count = chance.randint(enough - 2, enough - 1) if few else chance.randint(enough, enough + 1)
    writers = 1 if few else chance.randint(2, 3)
    return {name: words.deal() if n < writers else "" for n, name in enumerate(_some(chance, there, count))}
