"""From meetings to notices: which, and when. Pure, so that the same group always gives the same plan."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from bot.core.kinds import KINDS
from bot.core.model import Floor, Group, Life, Meeting, Notice, to_utc
from bot.core.programme import Programme
from bot.core.season import in_order

MORNING = time(10)
"""When routine posts go out that have the whole day, local."""

AN_HOUR = timedelta(hours=1)
PRETASK_BEFORE = timedelta(days=5)
BRIEF_BEFORE = timedelta(days=3)
REMINDER_BEFORE = timedelta(days=1)
FEEDBACK_AFTER = timedelta(minutes=15)
RESULTS_AFTER = timedelta(days=2)
ONE_PRETASK_IN = timedelta(days=10)
"""A pre-task is not posted again for a moved meeting within this time of its last post."""


@dataclass(frozen=True)
class Facts:
    """What else the plan depends on, by meeting id: who leads and who wrote notes (person ids), pre-tasks gone out."""

    leads: Mapping[str, str] = field(default_factory=dict)
    writers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    pretasks: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True)
class Planned:
    """A notice to be: `after` tells the last instant at which it is still worth sending."""

    kind: str
    meeting: Meeting
    due: datetime
    until: datetime
    person_id: str | None = None
    ref: str = ""

    def key(self) -> str:
        """What makes planning it twice impossible: the meeting's version is in it, so a move plans anew."""
        parts = (self.kind, self.meeting.id, str(self.meeting.version), self.person_id or "", self.ref)
        return ":".join(parts)


def plan(group: Group, meetings: Collection[Meeting], programme: Programme, facts: Facts) -> list[Planned]:
    """All routine notices of a group's meetings, past ones too, soonest first; none for a group that is not running."""
    if group.life is not Life.RUNNING:
        return []
    posts: list[Planned] = []
    whispers: list[Planned] = []
    shown: datetime | None = None  # when the feedback on the meeting before is closed
    order = in_order(meetings)
    for meeting in order:
        posts += _posts(group, meeting, programme, facts, shown)
        if group.floor is not Floor.ALOUD or meeting is order[-1]:  # after the last there are the closing words
            results = _results_due(group, meeting)
            posts.append(Planned("results", meeting, results, results + timedelta(days=60)))
        whispers += _whispers(group, meeting, facts)
        shown = _results_due(group, meeting) if group.floor is not Floor.ALOUD else None
    return sorted([*_within_budget(group, posts), *whispers], key=lambda p: (p.due, KINDS[p.kind].rank))


def _posts(
    group: Group, meeting: Meeting, programme: Programme, facts: Facts, shown: datetime | None
) -> Iterable[Planned]:
    start = meeting.begins(group.tz)
    reminder = _reminder_due(group, meeting)
    pretask = _days_before(group, meeting, PRETASK_BEFORE)
    if shown and shown > pretask:
        pretask = shown
    first_time = meeting.version == 0
    if first_time:  # set up late: what can still be useful is said at once rather than never
        pretask = max(pretask, polite(group, meeting.time_set))
        reminder = max(reminder, polite(group, meeting.time_set))
    posted = facts.pretasks.get(meeting.id)
    if (
        programme.pretask != "off"
        and pretask >= meeting.time_set
        and not (posted and pretask - posted < ONE_PRETASK_IN)
    ):
        yield Planned("pretask", meeting, pretask, start - AN_HOUR)
    if reminder >= meeting.time_set and reminder < start - 3 * AN_HOUR:
        yield Planned("reminder", meeting, reminder, start - AN_HOUR)
    soon = _soon_due(group, meeting)
    if soon and soon >= meeting.time_set:
        yield Planned("soon", meeting, soon, min(soon + AN_HOUR / 2, start))
    if group.floor is not Floor.ALOUD:
        asked = meeting.done or meeting.ends(group.tz) + FEEDBACK_AFTER
        results = _results_due(group, meeting)
        yield Planned("feedback", meeting, polite(group, asked, MORNING), results - AN_HOUR)


def _whispers(group: Group, meeting: Meeting, facts: Facts) -> Iterable[Planned]:
    start = meeting.begins(group.tz)
    lead = facts.leads.get(meeting.id)
    if lead:
        brief = max(_days_before(group, meeting, BRIEF_BEFORE), polite(group, meeting.time_set))
        if brief < start:
            yield Planned("brief", meeting, brief, start, lead)
    back = _soon_due(group, meeting) or evening_before(group, start)
    for writer in facts.writers.get(meeting.id, ()):
        if back >= meeting.time_set:
            yield Planned("notes", meeting, back, _end(group, meeting), writer)


def _end(group: Group, meeting: Meeting) -> datetime:
    """When the meeting is over: at the lead's "We're done", else as agreed."""
    return meeting.done or meeting.ends(group.tz)


def _results_due(group: Group, meeting: Meeting) -> datetime:
    return _at_morning(group, local_day(group, _end(group, meeting)) + RESULTS_AFTER)


def _reminder_due(group: Group, meeting: Meeting) -> datetime:
    return _days_before(group, meeting, REMINDER_BEFORE)


def _days_before(group: Group, meeting: Meeting, before: timedelta) -> datetime:
    return _at_morning(group, meeting.starts.date() - before)


def _at_morning(group: Group, day: date) -> datetime:
    """Ten o'clock on a day, or the end of quiet hours where that is later."""
    return to_utc(datetime.combine(day, max(MORNING, time(group.quiet_to))), group.tz)


def _soon_due(group: Group, meeting: Meeting) -> datetime | None:
    """An hour before, or at the end of quiet hours where at least ten minutes are left; None where there are not."""
    start = meeting.begins(group.tz)
    due = polite(group, start - AN_HOUR)
    return due if due <= start - timedelta(minutes=10) else None


def local_day(group: Group, instant: datetime) -> date:
    """The day that it is in the group's zone at a UTC instant."""
    return instant.astimezone(group.tz).date()


def is_quiet(group: Group, instant: datetime) -> bool:
    """Whether an instant lies in the group's quiet hours (which may span midnight)."""
    hour = instant.astimezone(group.tz).hour
    if group.quiet_from <= group.quiet_to:
        return group.quiet_from <= hour < group.quiet_to
    return hour >= group.quiet_from or hour < group.quiet_to


def polite(group: Group, instant: datetime, waking: time | None = None) -> datetime:
    """The instant itself, or in quiet hours the next morning: when they end, or at `waking` where that is later."""
    if not is_quiet(group, instant):
        return instant
    local = instant.astimezone(group.tz)
    day = local.date() + timedelta(days=1 if local.hour >= group.quiet_to else 0)
    return to_utc(datetime.combine(day, max(time(group.quiet_to), waking or time(0))), group.tz)


def at_once(group: Group, now: datetime, matters_at: datetime) -> datetime:
    """Now, or after quiet hours, unless what it is about is so near (two hours after they end) that it cannot wait."""
    later = polite(group, now)
    return now if matters_at < later + 2 * AN_HOUR else later


def evening_before(group: Group, start: datetime) -> datetime:
    """An hour before the quiet hours that lead up to a meeting."""
    local = start.astimezone(group.tz)
    return to_utc(datetime.combine(local.date() - timedelta(days=1), time(group.quiet_from)), group.tz) - AN_HOUR


def _within_budget(group: Group, posts: list[Planned]) -> list[Planned]:
    """One routine post a day and two on a meeting's own day; what is over gives way to the next day, or falls away."""
    busy: dict[date, list[Planned]] = {}
    meeting_days = {p.meeting.starts.date() for p in posts}
    for post in sorted(posts, key=lambda p: (-KINDS[p.kind].weight, p.due)):
        while post.due <= post.until:
            day = local_day(group, post.due)
            if len(busy.setdefault(day, [])) < (2 if day in meeting_days else 1):
                busy[day].append(post)
                break
            post = replace(post, due=_at_morning(group, day + timedelta(days=1)))  # noqa: PLW2901
    return [post for day in busy.values() for post in day]


def as_notice(planned: Planned, group: Group, notice_id: str) -> Notice:
    """The outbox row of a planned notice."""
    return Notice(
        id=notice_id,
        key=planned.key(),
        kind=planned.kind,
        group_id=group.id,
        meeting_id=planned.meeting.id,
        person_id=planned.person_id,
        due=planned.due.astimezone(UTC),
        expires=planned.until.astimezone(UTC),
        rank=KINDS[planned.kind].rank,
        ref=planned.ref,
    )
