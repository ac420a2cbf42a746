"""How a programme's rehearsed group meets, and who is in it: from its own file, or as suits most groups."""

from dataclasses import dataclass
from datetime import datetime

from bot.content.pack_file import read_pack_file
from bot.core.model import Floor
from bot.core.ports import Rhythm
from bot.core.programme import Programme
from bot.rehearsal.habits import GUIDE, TEN, Habit
from bot.rehearsal.voices import FOLDER

FILE = "season.yaml"
FIRST = datetime(2026, 9, 10, 17)  # noqa: DTZ001 - wall time; a second Thursday, so that no meeting falls on a feast
FEWEST, USUALLY_MOST = 5, 7
ENOUGH = {Floor.FIVE: 5, Floor.THREE: 3}
"""How many answer when the answers are to be shown."""

SEASONS = 2
"""How many seasons are played of a group that goes on; it says that the second is its last."""


@dataclass(frozen=True)
class Staging:
    """When the group meets (local wall time) and in what rhythm, how many meetings a season has, and who is there."""

    programme: Programme
    first: datetime
    rhythm: Rhythm
    minutes: int
    season: int
    people: tuple[Habit, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The members, the convener first."""
        return tuple(habit.name for habit in self.people)

    @property
    def guide(self) -> str:
        """Whoever facilitates or coaches; empty where the turn goes round from the first."""
        return "" if self.programme.lead == "rota" else GUIDE.name

    @property
    def floor(self) -> Floor:
        """A group of fewer than six may choose the lower one, and does."""
        return Floor.FIVE if len(self.people) > FEWEST else Floor.THREE

    @property
    def enough(self) -> int:
        """How many answers it takes for any to be shown."""
        return ENOUGH[self.floor]

    @property
    def meetings(self) -> int:
        """How many meetings are played."""
        return self.season * (SEASONS if self.programme.open_ended else 1)

    @property
    def ends(self) -> frozenset[int]:
        """The numbers of the meetings that end a season, from 1."""
        return frozenset(range(self.season, self.meetings + 1, self.season))

    @property
    def slots(self) -> int:
        """For how many meetings of the first season a theme is to be chosen."""
        return max(self.season - len(self.programme.at("first")) - len(self.programme.at("last")), 0)

    @property
    def agrees(self) -> int:
        """The number of the meeting at which the group writes its agreement: the last of its first ones."""
        return max(len(self.programme.at("first")), 1)


def staging(programme: Programme, meetings: int | None = None) -> Staging:
    """A programme's staging, with so many meetings a season where they are given."""
    path = FOLDER / programme.slug / FILE
    own = read_pack_file(path) if path.exists() else {}
    usually = min(max(programme.members.usual, FEWEST), USUALLY_MOST, programme.members.most)
    return Staging(
        programme,
        datetime.fromisoformat(own["first"]) if own else FIRST,
        Rhythm(int(own["every"]), own["unit"]) if own else Rhythm(1, "month"),
        int(own["minutes"]) if own else programme.minutes.usual,
        meetings or int(own.get("meetings", programme.meetings.usual)),
        TEN[: int(own.get("people", usually))],
    )
