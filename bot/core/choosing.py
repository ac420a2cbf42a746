"""Which themes a group can choose from, which of them stand whatever is chosen, and what a vote on them came to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.core.model import Paper, Question, Vote
from bot.core.outgoing import Own, Text
from bot.core.ports import UnitOfWork
from bot.core.season import chosen_of
from bot.core.view import OWN, View

THEME = "theme"
"""The kind of paper that a theme of the group's own stands on."""

THEMES = "themes"
"""The kind of question that a vote on themes is."""

PICKED = "yes"
"""What a vote says that picks its item."""


async def own_themes(work: UnitOfWork, group_id: str) -> list[Paper]:
    """The themes that members have named, by the alphabet, which tells nothing of who was first."""
    papers = await work.papers.find(group_id=group_id, kind=THEME)
    return sorted(papers, key=lambda paper: (paper.text.casefold(), paper.id))


async def choices(work: UnitOfWork, seen: View) -> dict[str, Text]:
    """All themes that there are, by id in the order of their numbers: the programme's, then the group's own."""
    found: dict[str, Text] = {theme: seen.words(theme, "title") for theme in seen.programme.themes()}
    for paper in await own_themes(work, seen.group.id):
        found[f"{OWN}{paper.id}"] = Own(paper.text)
    return found


def in_short(seen: View, there: Mapping[str, Text]) -> dict[str, Text]:
    """The same in few words, for buttons and for lines that name several."""
    return {theme: title if theme.startswith(OWN) else seen.words(theme, "short") for theme, title in there.items()}


def read_order(typed: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Theme ids in the order typed, as numbers from 1 or as ids; empty where something in it is neither, or twice."""
    words = [word for word in typed.replace(",", " ").replace(";", " ").split() if word]
    known = {**{str(number): name for number, name in enumerate(names, 1)}, **{name: name for name in names}}
    order = tuple(known[word] for word in words if word in known)
    return order if len(order) == len(words) == len(set(order)) else ()


@dataclass(frozen=True)
class Open:
    """What is to be chosen: so many themes, to come after those that stand."""

    stand: tuple[str, ...]
    count: int


def begun(seen: View, now: datetime) -> tuple[str, ...]:
    """The themes that the meetings which have begun have had, one for each; empty for one that was held without."""
    return tuple(theme or "" for starts, _, theme in _middle(seen) if starts <= now)


def still_open(seen: View, now: datetime) -> Open:
    """The meetings ahead whose theme nobody has chosen; where all have been, all of them may be chosen anew."""
    past = begun(seen, now)
    ahead = [named for starts, named, _ in _middle(seen) if starts > now]
    planned = tuple(theme for theme in ahead if theme)
    if len(planned) < len(ahead):
        return Open((*past, *planned), len(ahead) - len(planned))
    return Open(past, len(ahead))


def _middle(seen: View) -> list[tuple[datetime, str | None, str | None]]:
    """When the meetings begin whose theme is the group's to choose, what was chosen for each, and what it has."""
    found = chosen_of(seen.group, seen.meetings, seen.programme)
    return [(meeting.begins(seen.group.tz), named, theme) for meeting, named, theme in found]


def tally(question: Question, votes: list[Vote], there: Mapping[str, Text]) -> tuple[str, ...]:
    """What a vote came to, as `theme=count` in the order of the question; of themes that are still there."""
    counts = {item: 0 for item in question.items if item in there}
    for vote in votes:
        if vote.item in counts and vote.value == PICKED:
            counts[vote.item] += 1
    return tuple(f"{item}={count}" for item, count in counts.items())


def counted(question: Question, there: Mapping[str, Text]) -> dict[str, int]:
    """The votes of a question that is closed, by theme, most first; equal ones in the order of the question."""
    pairs = [item.rpartition("=") for item in question.items]
    found = {theme: int(count) for theme, _, count in pairs if theme in there}
    return dict(sorted(found.items(), key=lambda pair: -pair[1]))


def proposed(seen: View, now: datetime, counts: Mapping[str, int]) -> tuple[str, ...]:
    """The order that the votes come to: what stands, then the themes with most votes; nothing where nobody voted.

    Where fewer got any than there are meetings, what was planned before fills up the rest.
    """
    ahead = still_open(seen, now)
    winners = [theme for theme, count in counts.items() if count and theme not in ahead.stand][: ahead.count]
    before = [theme for theme in seen.group.themes if theme and theme not in {*ahead.stand, *winners}]
    return (*ahead.stand, *winners, *before[: ahead.count - len(winners)]) if winners else ()


def on_the_line(seen: View, now: datetime, counts: Mapping[str, int]) -> tuple[str, ...]:
    """The themes that are tied for the last place, where not all of them can have it."""
    ahead = still_open(seen, now)
    left = [(theme, count) for theme, count in counts.items() if count and theme not in ahead.stand]
    if not 0 < ahead.count < len(left) or left[ahead.count - 1][1] != left[ahead.count][1]:
        return ()
    return tuple(theme for theme, count in left if count == left[ahead.count][1])
