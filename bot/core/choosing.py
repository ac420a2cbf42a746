"""Which themes a group can choose from, which of them stand whatever is chosen, and what a vote on them came to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.core.model import Paper, Question, Vote
from bot.core.outgoing import Block, Heading, Items, Own, Pack, Text, say
from bot.core.ports import UnitOfWork
from bot.core.refusal import Refusal
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


def by_kind(seen: View, lines: Mapping[str, Text]) -> list[Block]:
    """A line for each theme, under the names of the kinds of meeting where there are any; the group's own come last."""
    kinds = {session.id: session.kind for session in seen.programme.sessions}
    blocks: list[Block] = []
    for kind in seen.programme.kinds:
        of_it = tuple(line for theme, line in lines.items() if kinds.get(theme) == kind)
        if of_it:
            blocks += [Heading(Pack(seen.programme.pack, f"kinds.{kind}.name")), Items(of_it)]
    rest = tuple(line for theme, line in lines.items() if not kinds.get(theme))
    if rest and blocks:
        blocks.append(Heading(say("own-theme-heading")))
    return [*blocks, Items(rest)] if rest else blocks


@dataclass(frozen=True)
class Open:
    """What is to be chosen: so many themes, to come after those that stand; none of those `settled` already."""

    stand: tuple[str, ...]
    count: int
    settled: frozenset[str]


def something_to_choose(seen: View) -> None:
    """Refuse where the programme has its own content for every meeting."""
    if seen.programme.fixed:
        raise Refusal("themes-fixed", group=seen.group.name)


def begun(seen: View, now: datetime) -> tuple[str, ...]:
    """The themes that the meetings which have begun have had, one for each; empty for one that was held without."""
    return tuple(theme or "" for starts, theme in _middle(seen) if starts <= now)


def still_open(seen: View, now: datetime) -> Open:
    """The meetings ahead whose theme nobody has chosen; where all have been, all of them may be chosen anew.

    In a group that goes on they are those of one season, the first with any, and what it had before may come again.
    """
    past = begun(seen, now)
    ahead = [(meeting, named) for meeting, named, _ in seen.chosen() if meeting.begins(seen.group.tz) > now]
    planned = tuple(theme for _, theme in ahead if theme)
    left = [meeting for meeting, theme in ahead if not theme]
    stand, left = ((*past, *planned), left) if left else (past, [meeting for meeting, _ in ahead])
    if not (left and goes_on(seen)):
        return Open(stand, len(left), frozenset(stand))
    season = {meeting.id for meeting in seen.season_of(left[0])}
    had = [theme for (meeting, _, _), theme in zip(seen.chosen(), stand, strict=False) if meeting.id in season]
    return Open(stand, sum(meeting.id in season for meeting in left), frozenset(had))


def goes_on(seen: View) -> bool:
    """Whether there are seasons beside the present one, so that themes come again."""
    return bool(seen.group.season_meetings or seen.earlier)


def _middle(seen: View) -> list[tuple[datetime, str | None]]:
    """When the meetings begin whose theme is the group's to choose, and what each has."""
    return [(meeting.begins(seen.group.tz), theme) for meeting, _, theme in seen.chosen()]


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
    winners = [theme for theme, count in counts.items() if count and theme not in ahead.settled][: ahead.count]
    planned = seen.group.themes[len(ahead.stand) if goes_on(seen) else 0 :]
    before = [theme for theme in planned if theme and theme not in {*ahead.settled, *winners}]
    room = len(before) if goes_on(seen) else ahead.count - len(winners)
    return (*ahead.stand, *winners, *before[:room]) if winners else ()


def on_the_line(seen: View, now: datetime, counts: Mapping[str, int]) -> tuple[str, ...]:
    """The themes that are tied for the last place, where not all of them can have it."""
    ahead = still_open(seen, now)
    left = [(theme, count) for theme, count in counts.items() if count and theme not in ahead.settled]
    if not 0 < ahead.count < len(left) or left[ahead.count - 1][1] != left[ahead.count][1]:
        return ()
    return tuple(theme for theme, count in left if count == left[ahead.count][1])
