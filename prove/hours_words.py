"""The rhythm of a meeting as the design tells it, worked out without the bot's own plan: the oracle.

Written from the table "Rhythm of one meeting", its small print, and the promises on wall time and on being quiet.
Where the table leaves a detail open, what was decided since stands in a comment.
"""

from dataclasses import dataclass

from prove.hours_walls import DAY, HOUR, MINUTE, Wall, date_of, months_on, same_weekday

TEN = 10 * HOUR
LATE_END = 3650 * DAY

GIVES_WAY = ("between", "farewell", "season", "pretask", "results", "feedback", "evaluation", "reminder", "soon")
"""Posts, from the one that gives way first to the one that does last."""

COUNTED = ("between", "pretask", "results", "feedback", "reminder", "soon")
"""The routine posts of a meeting."""

Key = tuple[str, str, str, str]
"""Kind, meeting, person and what else tells it apart."""

When = tuple[int, int]
"""The instant of a notice, and the last one at which it is still of use."""


@dataclass(frozen=True)
class Habits:
    """How a group wants it. Hours are whole; `rest` are the numbers of the first and the last day of a holiday."""

    quiet_from: int = 21
    quiet_to: int = 8
    posts: int = 5
    off: frozenset[str] = frozenset()
    pretask_days: int = 5
    reminder_days: int = 1
    soon_minutes: int = 60
    prepares: bool = True
    aloud: bool = False
    evaluates: bool = False
    goes_on: int = 0
    rest: tuple[int, int] | None = None


@dataclass(frozen=True)
class Gathering:
    """One meeting: local start in seconds, and what is known of it."""

    id: str
    local: int
    minutes: int
    set_at: int
    moved: bool = False
    done: int | None = None
    cancelled: bool = False
    held: bool = True
    lead: str = ""
    writers: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    task_after: bool = False
    pretask_was: int | None = None


@dataclass
class _Post:
    kind: str
    meeting: Gathering
    due: int
    useful_until: int


@dataclass(frozen=True)
class Group:
    """A group's clock and habits, with the questions that the rest asks of them."""

    wall: Wall
    habits: Habits

    def day(self, instant: int) -> int:
        """The local day of an instant."""
        return self.wall.shows(instant) // DAY

    def morning(self, day: int) -> int:
        """Ten o'clock, or when quiet hours end where that is later."""
        return self.wall.instant(day * DAY + max(TEN, self.habits.quiet_to * HOUR))

    def quiet(self, instant: int) -> bool:
        """In quiet hours nothing is said."""
        clock = self.wall.shows(instant) % DAY
        return clock >= self.habits.quiet_from * HOUR or clock < self.habits.quiet_to * HOUR

    def waits(self, instant: int, until: int = 0) -> int:
        """The instant, or in quiet hours the morning: when they end, or at a later hour of it."""
        if not self.quiet(instant):
            return instant
        local = self.wall.shows(instant)
        day = local // DAY + (1 if local % DAY >= self.habits.quiet_from * HOUR else 0)
        return self.wall.instant(day * DAY + max(self.habits.quiet_to * HOUR, until))

    def rests(self, day: int) -> bool:
        """Whether it is a day of the group's holiday."""
        rest = self.habits.rest
        return rest is not None and rest[0] <= day <= rest[1]

    def asks(self, meeting: Gathering) -> bool:
        """Whether there are questions after a meeting: not where they are spoken aloud, or nobody met."""
        return not self.habits.aloud and "feedback" not in self.habits.off and meeting.held

    def end(self, meeting: Gathering) -> int:
        """When it was over: as agreed, or when its lead said so."""
        if meeting.done is not None:
            return meeting.done
        return self.wall.instant(meeting.local) + meeting.minutes * MINUTE

    def closes(self, meeting: Gathering) -> int:
        """Two days after it, at ten."""
        return self.morning(self.day(self.end(meeting)) + 2)

    def soon(self, meeting: Gathering) -> int | None:
        """An hour before, or as the group wants it: an hour that passes, whatever clocks are put to meanwhile.

        In quiet hours it comes when they end, where ten minutes are left then.
        """
        start = self.wall.instant(meeting.local)
        due = self.waits(start - self.habits.soon_minutes * MINUTE)
        return due if due <= start - 10 * MINUTE else None


def recurs(first: int, count: int, unit: str, meetings: int) -> list[int]:
    """The local starts: every so many weeks, or on the same weekday of every so many months."""
    day, clock = divmod(first, DAY)
    if unit == "week":
        return [first + 7 * DAY * count * number for number in range(meetings)]
    return [same_weekday(day, count * number) * DAY + clock for number in range(meetings)]


def after_holiday(starts: list[int], rest: tuple[int, int], unit: str) -> list[int]:
    """From the first that would meet in the holiday on, all move together, by as few weeks or months as it takes."""
    moving = [number for number, start in enumerate(starts) if rest[0] <= start // DAY <= rest[1]]
    if not moving:
        return starts
    steps = 1
    while _later(starts[moving[0]], steps, unit) // DAY <= rest[1]:
        steps += 1
    return [start if number < moving[0] else _later(start, steps, unit) for number, start in enumerate(starts)]


def _later(start: int, steps: int, unit: str) -> int:
    day, clock = divmod(start, DAY)
    return (day + 7 * steps if unit == "week" else same_weekday(day, steps)) * DAY + clock


def notices(group: Group, meetings: list[Gathering]) -> dict[Key, When]:
    """Every notice that the design has for these meetings of a running group, with the instant of each."""
    order = sorted((m for m in meetings if not m.cancelled), key=lambda m: m.local)
    posts: list[_Post] = []
    found: dict[Key, When] = {}
    for number, meeting in enumerate(order):
        before = order[number - 1] if number else None
        after = order[number + 1] if number + 1 < len(order) else None
        own = [*_before(group, meeting, before), *_after(group, meeting, after)]
        last = after is None if not group.habits.goes_on else (number + 1) % group.habits.goes_on == 0
        if last:
            own += _season_over(group, meeting, after)
        posts += _few(group, meeting, [post for post in own if post.kind not in group.habits.off])
        found.update(_to_one(group, meeting))
    for post in _on_days(group, posts):
        found[post.kind, post.meeting.id, "", ""] = post.due, post.useful_until
    return found


def _before(group: Group, meeting: Gathering, before: Gathering | None) -> list[_Post]:
    habits, start, day = group.habits, group.wall.instant(meeting.local), meeting.local // DAY
    known = group.waits(meeting.set_at)
    found = []
    pretask = group.morning(day - habits.pretask_days)
    if before and group.asks(before):
        pretask = max(pretask, group.closes(before))
    reminder = group.morning(day - habits.reminder_days)
    if not meeting.moved:  # set up late, what is still of use is said at once; of a move itself the group is told
        reminder = max(reminder, known)
    if not meeting.moved or meeting.pretask_was is None:  # moved nearer, it is prepared all the same
        pretask = max(pretask, known)
    # One that was moved is not prepared twice within ten days.
    fresh = meeting.pretask_was is None or pretask - meeting.pretask_was >= 10 * DAY
    if habits.prepares and pretask >= meeting.set_at and fresh:
        found.append(_Post("pretask", meeting, pretask, start - HOUR))
    # Within three hours of the meeting a reminder would only run into the short post.
    if meeting.set_at <= reminder < start - 3 * HOUR:
        found.append(_Post("reminder", meeting, reminder, start - HOUR))
    soon = group.soon(meeting)
    if soon is not None and soon >= meeting.set_at:
        found.append(_Post("soon", meeting, soon, min(soon + 30 * MINUTE, start)))
    return found


def _after(group: Group, meeting: Gathering, after: Gathering | None) -> list[_Post]:
    found = []
    closes = group.closes(meeting)
    if group.asks(meeting):
        start = group.wall.instant(meeting.local)
        over = start + meeting.minutes * MINUTE + 15 * MINUTE if meeting.done is None else meeting.done
        found.append(_Post("feedback", meeting, group.waits(over, TEN), closes - HOUR))
        found.append(_Post("results", meeting, closes, closes + 60 * DAY))
    if after and meeting.task_after:  # half-way, where there is a day for it between what was said and what is next
        day, following = meeting.local // DAY, after.local // DAY
        due = group.morning(day + (following - day) // 2)
        until = group.morning(following - group.habits.pretask_days)
        if closes < due < until:
            found.append(_Post("between", meeting, due, until))
    return found


def _season_over(group: Group, meeting: Gathering, after: Gathering | None) -> list[_Post]:
    """Questions on the whole three days after the last meeting, and what came of them a week after it.

    Where the next season is near, two days before its first meeting; where nothing is asked, when results would come.
    """
    goes_on = bool(group.habits.goes_on or after)
    kind, useful = ("season", 180 * DAY) if goes_on else ("farewell", LATE_END)
    if group.habits.aloud or "feedback" in group.habits.off or not group.habits.evaluates:
        return [_Post(kind, meeting, group.closes(meeting), group.closes(meeting) + useful)]
    day = group.day(group.end(meeting))
    told = min(day + 7, max(after.local // DAY - 2, day + 4)) if after else day + 7
    due = group.morning(told)
    return [
        _Post("evaluation", meeting, group.morning(day + 3), due - HOUR),
        _Post(kind, meeting, due, due + useful),
    ]


def _to_one(group: Group, meeting: Gathering) -> dict[Key, When]:
    """What goes to one member: the brief, the question whether it was held, one's own notes, and what one missed."""
    habits, start, end = group.habits, group.wall.instant(meeting.local), group.end(meeting)
    found: dict[Key, When] = {}
    if meeting.lead:
        brief = max(group.morning(meeting.local // DAY - 3), group.waits(meeting.set_at))
        if group.rests(group.day(brief)) and habits.rest:
            brief = group.morning(habits.rest[1] + 1)
        if brief < start:
            found["brief", meeting.id, meeting.lead, ""] = brief, start
        held = group.waits(end + 15 * MINUTE, TEN)
        found["held", meeting.id, meeting.lead, ""] = held, held + 2 * DAY
    back = group.soon(meeting) or _evening(group, start)
    for person in meeting.writers:
        if back >= meeting.set_at:
            found["notes", meeting.id, person, ""] = back, end
    if meeting.held:
        for person in meeting.absent:
            found["catchup", meeting.id, person, ""] = group.closes(meeting), group.closes(meeting) + 7 * DAY
    if habits.goes_on:
        onward = group.morning(group.day(end) + 1)
        found["onward", meeting.id, "", ""] = onward, onward + 30 * DAY
    return found


def _evening(group: Group, start: int) -> int:
    """An hour before the quiet hours that a meeting begins in, or soon after."""
    begins = group.habits.quiet_from * HOUR
    local = group.wall.shows(start)
    day = local // DAY if local % DAY >= begins else local // DAY - 1
    return group.wall.instant(day * DAY + begins) - HOUR


def _few(group: Group, meeting: Gathering, posts: list[_Post]) -> list[_Post]:
    """So many routine posts a meeting: what matters least is left out; without results there are no questions."""
    left = sorted(posts, key=lambda post: GIVES_WAY.index(post.kind))
    sent = meeting.pretask_was is not None and all(post.kind != "pretask" for post in left)
    room = group.habits.posts - sent
    counted = [post.kind for post in left if post.kind in COUNTED]
    dropped = set(counted[: max(0, len(counted) - room)])
    if "results" in dropped:
        dropped.add("feedback")
    return [post for post in left if post.kind not in dropped]


def _on_days(group: Group, posts: list[_Post]) -> list[_Post]:
    """One a day and two on a meeting's own day, none in a holiday; what matters less goes to the next day's morning.

    It falls away where it is of no use any more by then.
    """
    meeting_days = {post.meeting.local // DAY for post in posts}
    taken: dict[int, int] = {}
    found = []
    # There is one of "farewell" and "season", and questions on a season matter as much as those on a meeting.
    ranks = {kind: number for number, kind in enumerate(GIVES_WAY)} | {"evaluation": GIVES_WAY.index("feedback")}
    ranks["farewell"] = ranks["season"]
    for post in sorted(posts, key=lambda post: (-ranks[post.kind], post.due)):
        due = post.due
        while due <= post.useful_until:
            day = group.day(due)
            if not group.rests(day) and taken.get(day, 0) < (2 if day in meeting_days else 1):
                taken[day] = taken.get(day, 0) + 1
                found.append(_Post(post.kind, post.meeting, due, post.useful_until))
                break
            due = group.morning(day + 1)
    return found


def afterwards(
    group: Group, last: Gathering, ended: int, members: list[str], asked: dict[int, list[str]]
) -> dict[Key, When]:
    """What comes when a group is over: keepsakes, questions months later to who accepted them, and its deletion."""
    day = group.day(ended)
    keepsake = ended + MINUTE, ended + 14 * DAY
    found: dict[Key, When] = {("keepsake", last.id, person, ""): keepsake for person in members}
    last_asked = ended
    for months, people in asked.items():
        due = group.morning(months_on(day, months))
        closes = group.morning(group.day(due) + 7)
        for person in people:
            found["followup", last.id, person, str(months)] = due, closes
            found["followup-results", last.id, person, str(months)] = closes, closes + 14 * DAY
            last_asked = max(last_asked, due)
    gone = group.morning(group.day(last_asked) + 30)
    ref = "{:04}{:02}{:02}".format(*date_of(gone // DAY))  # a day of UTC: all that tells one date from another
    found["deletion-soon", last.id, "", ref] = group.morning(group.day(gone) - 7), gone - HOUR
    found["deletion", last.id, "", ref] = gone, gone + LATE_END
    return found
