"""The acts that are tried: genuine presses, and the same with ids, values, places and forms of somebody else's."""

import random
from collections import defaultdict
from dataclasses import dataclass

from bot.adapters.discord.adapter import CAPABILITIES as DISCORD
from bot.adapters.memory.adapter import MODAL, STEPS
from bot.adapters.telegram.adapter import CAPABILITIES as TELEGRAM
from bot.core.forms import WORDS
from bot.core.incoming import Act, Command, Filled, Press, Typing
from bot.core.outgoing import say
from bot.core.platform import Capabilities
from bot.core.register import COMMANDS, USES
from prove.circles import ID, LIBRARY, MARK, Circles
from prove.isolation_table import MAY
from prove.isolation_watch import Knowledge

ROLES = (
    "convener", "convening member", "lead", "member", "facilitator", "former", "asks", "stranger",
    "other group's convener", "other group's lead", "other group's member", "other group's facilitator",
)  # fmt: skip
"""The kinds of people, as seen from the group that an act is about."""

CAPABLE = (MODAL, STEPS, TELEGRAM, DISCORD)
RUBBISH = ("", "all", "yes", "no", "new", "off", "0", "1", "=", "quiet", "0.0.0", "x" * 16, "with=", "edit", "on")
FIELDS = ("text", "reason", "when", "first", "last", "order", "hope", "title", "more", "theme", "name", "about",
    "times",
          "until", "zone", "where", "length", "carry", "sentence", "word", "best", "themes", "lead",
              "count")  # fmt: skip
TYPED = ("x", "ti 22.9. klo 17", "3, 1, 2", "1.10.", "2h30", "https://example.org", "yes", "Kirjasto")
NO_DAY = "31.11."
"""Behind a command: no day that there is, so it is asked which of one's own meetings is meant."""

LEAD_ONLY = frozenset(word for word, seats in MAY.items() if "lead" in seats)


@dataclass(frozen=True)
class Cell:
    """One act of one person towards one group. `door` is the group in whose own channel it is done."""

    word: str
    role: str
    handle: str
    act: Act
    channel: str | None
    target: str
    forbidden: bool
    door: str
    said: frozenset[str]
    capabilities: Capabilities = MODAL


@dataclass
class Forger:
    """Makes acts of what somebody was really offered, and of every id there is."""

    world: Circles
    known: Knowledge
    chance: random.Random
    offered: list[str]

    def __post_init__(self) -> None:
        self.by_word: dict[str, list[str]] = defaultdict(list)
        for data in self.offered:
            self.by_word[data.partition(":")[0]].append(data)

    def cell(self, word: str, role: str) -> Cell:
        """Somebody of this kind does something with this handler, mostly towards group A."""
        draw = self.chance
        target = draw.choice("AAABC")
        other = draw.choice([letter for letter in self.world.circles if letter != target])
        handle = self._person(role, target, other)
        act = self._act(word, target, other)
        channel = draw.choice((None, None, None, f"channel-{target}", f"channel-{other}", "nowhere"))
        said = frozenset(
            token for text in _texts(act) for token in (*ID.findall(text), *(m[0] for m in MARK.finditer(text)))
        )
        said |= {m[0] for m in MARK.finditer(self.world.names.get(handle, ""))}  # whoever knocks says who they are
        door = next((letter for letter, circle in self.world.circles.items() if channel == circle.channel), "")
        forbidden = self._forbidden(word, handle, act)
        capabilities = draw.choice(CAPABLE)
        return Cell(word, role, handle, act, channel, target, forbidden, door, said, capabilities)

    def others_own(self, count: int) -> list[Cell]:
        """What is one member's alone, opened, changed and dropped by their peers, with its very id."""
        cells = []
        for row_id in self.chance.sample(sorted(self.known.alone), min(count, len(self.known.alone))):
            owner, letter = self.known.alone[row_id], self.known.of_id[row_id]
            meetings = [each for each, of in self.known.meetings.items() if of == letter]
            for word in [each for each in USES if each.startswith(("note", "calendar"))]:
                for seat in ("lead", "convening member", "second", "facilitator"):
                    handle = self.world.circles[letter].people[seat]
                    for about in meetings if word == "note" else self.chance.sample(meetings, min(2, len(meetings))):
                        if handle != owner:
                            act = Press(f"{word}:{about}:{row_id}"[:64])
                            said = frozenset({row_id, about})
                            cells.append(Cell(word, "a peer", handle, act, None, letter, False, "", said))
        return cells

    def _person(self, role: str, target: str, other: str) -> str:
        if role == "stranger":
            return "stranger"
        letter, seat = (other, role.removeprefix("other group's ")) if "other" in role else (target, role)
        return self.world.circles[letter].people[seat]

    def _forbidden(self, word: str, handle: str, act: Act) -> bool:
        """Whether the table says no; where an act names no group or meeting outright it is only watched."""
        about = _about(act)
        letter = self.known.meetings.get(about) or next(
            (each for each, circle in self.world.circles.items() if circle.group.id == about), ""
        )
        if not letter or isinstance(act, Typing):
            return False
        may = MAY.get(word)
        if not may:
            return False
        if word in LEAD_ONLY and about not in self.known.meetings:
            may = may | {"member", "convener", "facilitator"}
        return not may & self.known.seats(handle, letter, about)

    def _act(self, word: str, target: str, other: str) -> Act:
        draw, circle = self.chance, self.world.circles[target]
        theirs, others = self.known.ids[target], self.known.ids[other]
        meetings = [each for each, letter in self.known.meetings.items() if letter == target]
        about = draw.choice([circle.group.id, draw.choice(meetings), draw.choice(theirs), ""])
        if USES.get(word) and draw.random() < 0.6:
            about = draw.choice(meetings) if USES[word].about == "meeting" else circle.group.id
        value = draw.choice([*RUBBISH, draw.choice(theirs), draw.choice(others), f"with={draw.choice(theirs)}",
                             f"{draw.choice(theirs)}.0", f"{draw.choice(others)}.0.works",
                                 f"undo.{draw.choice(theirs)}"])  # fmt: skip
        genuine = self.by_word.get(word)
        kind = draw.random()
        data = f"{word}:{about}:{value}"
        if genuine and kind < 0.5:
            data = draw.choice(genuine)
            if kind < 0.3:
                data = self._swapped(data, theirs if draw.random() < 0.7 else others)
        if word in WORDS:
            form = draw.choice([each for each, use in USES.items() if use.take])
            data = f"{word}:{form}.{draw.choice(theirs)}.{draw.randrange(3)}:{draw.choice(('', '0', value))}"
        use = USES.get(word)
        if use and use.take and kind > 0.7:
            values = {name: draw.choice([*TYPED, draw.choice(theirs), draw.choice(others)]) for name in FIELDS}
            return Filled(word, data.partition(":")[2], values)
        if word in COMMANDS and kind > 0.5:
            typed = LIBRARY.text(say(f"command-{word}"), draw.choice(LIBRARY.languages()))
            option = draw.choice(("meeting", "when", "zone", "text"))
            if draw.random() < 0.3:
                return Typing(typed, option, draw.choice(("", "q", "1")))
            return Command(
                typed, draw.choice(("", about, NO_DAY)), draw.choice(({}, {option: about}, {"meeting": about}))
            )
        return Press(data.encode()[:64].decode(errors="ignore"))

    def _swapped(self, data: str, ids: list[str]) -> str:
        """A genuine press with an id of somebody else's in the place of one of its own."""
        found = [match.span() for match in ID.finditer(data)]
        if not found:
            return data
        start, end = self.chance.choice(found)
        return data[:start] + self.chance.choice(ids) + data[end:]


def _about(act: Act) -> str:
    match act:
        case Press(data):
            return data.partition(":")[2].partition(":")[0]
        case Filled(_, about, _):
            return about.partition(":")[0]
        case Command(_, _, options):
            return options.get("meeting", "")
    return ""


def _texts(act: Act) -> list[str]:
    match act:
        case Press(data):
            return [data]
        case Filled(form, about, values):
            return [form, about, *values.values()]
        case Command(word, rest, options):
            return [word, rest, *options.values()]
    return []
