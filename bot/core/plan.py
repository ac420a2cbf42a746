"""From meetings to notices: which, and when. Pure, so that the same group always gives the same plan."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta

from bot.core.kinds import BUDGETED, KINDS, PARTS
from bot.core.model import Floor, Group, Life, Meeting, Notice, to_utc
from bot.core.programme import Programme
from bot.core.season import ends_season, in_order

MORNING = time(10)
"""When routine posts go out that have the whole day, local."""

AN_HOUR = timedelta(hours=1)
BRIEF_BEFORE = timedelta(days=3)
FEEDBACK_AFTER = timedelta(minutes=15)
RESULTS_AFTER = timedelta(days=2)
RESULTS_FOR = timedelta(days=60)
EVALUATION_AFTER = timedelta(days=3)
FAREWELL_AFTER = timedelta(days=7)
KEEPSAKE_AFTER = timedelta(minutes=1)
FOLLOWUP_OPEN = timedelta(days=7)
KEPT_FOR = timedelta(days=30)
"""After the last follow-up that anybody accepted, or else after the farewell, everything is deleted."""

DELETION_TOLD = timedelta(days=7)
NEVER_TOO_LATE = timedelta(days=3650)
"""Of what has to be done however late it is: a season that is over ends, and what was to be deleted is deleted."""

SEASON_FOR = timedelta(days=180)
"""How late the post on a season is still of use where its group goes on: longer than any holiday."""

BEFORE_NEXT = timedelta(days=2)
"""How long before the next meeting the season before it is talked of at the latest: the day after is the reminder's."""

ONWARD_FOR = timedelta(days=30)

FOLLOWUPS = (3, 6)
"""After how many months a group may be asked once more."""

ONE_PRETASK_IN = timedelta(days=10)
"""A pre-task is not posted again for a moved meeting within this time of its last post."""


@dataclass(frozen=True)
class Facts:
    """What else the plan depends on. People are person ids.

    By meeting id: who leads, who wrote notes, who cannot come, when pre-tasks have gone out; which meetings have
    something to do after them, were not held, or have a round open (`asked`, `evaluated`). `apart` are the sub-groups
    with a channel of their own, `splits` the meetings that split, `parted` when a pre-task has gone to a sub-group.
    `cancelled` is when a meeting was called off last, `members` are all of them, `followers` those who may be asked
    after so many months; `earlier` are the lengths of the group's first seasons where they were others than now.
    """

    leads: Mapping[str, str] = field(default_factory=dict)
    writers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    absent: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    pretasks: Mapping[str, datetime] = field(default_factory=dict)
    between: Collection[str] = ()
    not_held: Collection[str] = ()
    members: tuple[str, ...] = ()
    followers: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    earlier: tuple[int, ...] = ()
    apart: tuple[str, ...] = ()
    splits: Collection[str] = ()
    parted: Mapping[tuple[str, str], datetime] = field(default_factory=dict)
    asked: Collection[str] = ()
    evaluated: Collection[str] = ()
    cancelled: datetime | None = None


@dataclass(frozen=True)
class Planned:
    """A notice to be: `until` is the last instant at which it is still worth sending."""

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
    """All notices that follow from a group's meetings, past ones too, soonest first.

    A group that is over has what comes after the last meeting (see plan_after); one that rests has none.
    """
    if group.life is Life.ENDED:
        return plan_after(group, meetings, facts)
    if group.life is not Life.RUNNING:
        return []
    posts: list[Planned] = []
    whispers: list[Planned] = []
    shown: datetime | None = None  # when the feedback on the meeting before is closed
    order = in_order(meetings)
    for number, meeting in enumerate(order, 1):
        following = order[number] if number < len(order) else None
        posts += _posts(group, meeting, programme, facts, shown)
        # What has been asked is answered for, whatever the group does without from then on.
        asks = (_asks(group) or meeting.id in facts.asked) and meeting.id not in facts.not_held
        if asks:
            results, owed = _results_due(group, meeting), meeting.id in facts.asked
            posts.append(Planned("results", meeting, results, results + (NEVER_TOO_LATE if owed else RESULTS_FOR)))
        if following and meeting.id in facts.between:
            posts += _between(group, meeting, following)
        if ends_season(group, number, len(order), facts.earlier):
            posts += _at_the_end(group, meeting, programme, following, facts)
        whispers += _whispers(group, meeting, facts)
        if group.season_meetings:
            onward = morning_of(group, local_day(group, _end(group, meeting)) + timedelta(days=1))
            whispers.append(Planned("onward", meeting, onward, onward + ONWARD_FOR))
        shown = _results_due(group, meeting) if asks else None
    wanted = [post for post in posts if not _off(group, post) or _owed(post, facts)]
    posts = _within_budget(group, [post for post in wanted if post.kind not in PARTS], facts)
    for part in facts.apart:  # a channel of its own has a measure of its own
        posts += _on_days(group, [post for post in wanted if post.kind in PARTS and post.ref == part])
    return sorted([*posts, *whispers], key=lambda p: (p.due, KINDS[p.kind].rank))


def _off(group: Group, post: Planned) -> bool:
    """Whether the group does without it; what goes to sub-groups goes along with the group's own."""
    return KINDS[post.kind].routine and PARTS.get(post.kind, post.kind) in group.off


def _owed(post: Planned, facts: Facts) -> bool:
    """Whether it closes what people have been asked already, and were told when they would hear of it."""
    return post.kind == "results" and post.meeting.id in facts.asked


def _asks(group: Group) -> bool:
    """Whether the bot itself asks for feedback after each meeting."""
    return group.floor is not Floor.ALOUD and "feedback" not in group.off


def preparation(group: Group, programme: Programme) -> str:
    """How much is prepared: "every", "light" or "off", as the group wants it or else as the programme has it."""
    return group.preparation or programme.pretask


def _posts(
    group: Group, meeting: Meeting, programme: Programme, facts: Facts, shown: datetime | None
) -> Iterable[Planned]:
    start = meeting.begins(group.tz)
    reminder = _days_before(group, meeting, timedelta(days=group.reminder_days))
    pretask = _days_before(group, meeting, timedelta(days=group.pretask_days))
    if shown and shown > pretask:
        pretask = shown
    if meeting.version == 0:  # set up late: what can still be useful is said at once rather than never
        reminder = max(reminder, polite(group, meeting.time_set))
    if (
        meeting.version == 0 or meeting.id not in facts.pretasks
    ):  # so, too, where it was moved nearer before its pre-task
        pretask = max(pretask, polite(group, meeting.time_set))
    if preparation(group, programme) != "off" and pretask >= meeting.time_set:
        if not _lately(facts.pretasks.get(meeting.id), pretask):
            yield Planned("pretask", meeting, pretask, start - AN_HOUR)
        for part in facts.apart:
            if not _lately(facts.parted.get((meeting.id, part)), pretask):
                yield Planned("part-pretask", meeting, pretask, start - AN_HOUR, ref=part)
    if reminder >= meeting.time_set and reminder < start - 3 * AN_HOUR:
        yield Planned("reminder", meeting, reminder, start - AN_HOUR)
    soon = _soon_due(group, meeting)
    if soon and soon >= meeting.time_set:
        yield Planned("soon", meeting, soon, min(soon + AN_HOUR / 2, start))
        for part in facts.apart if meeting.id in facts.splits else ():
            yield Planned("part-task", meeting, soon, min(soon + AN_HOUR / 2, start), ref=part)
    if _asks(group) and meeting.id not in facts.not_held:
        asked = meeting.done or meeting.ends(group.tz) + FEEDBACK_AFTER
        results = _results_due(group, meeting)
        yield Planned("feedback", meeting, polite(group, asked, MORNING), results - AN_HOUR)


def _lately(posted: datetime | None, due: datetime) -> bool:
    """Whether a pre-task has gone out so shortly before that it is not posted again."""
    return posted is not None and due - posted < ONE_PRETASK_IN


def _between(group: Group, meeting: Meeting, following: Meeting) -> Iterable[Planned]:
    """Half-way to the next meeting, where there is a day for it between results and pre-task."""
    days = (following.starts.date() - meeting.starts.date()).days
    due = morning_of(group, meeting.starts.date() + timedelta(days=days // 2))
    until = _days_before(group, following, timedelta(days=group.pretask_days))
    if _results_due(group, meeting) < due < until:
        yield Planned("between", meeting, due, until)


def _at_the_end(
    group: Group, meeting: Meeting, programme: Programme, following: Meeting | None, facts: Facts
) -> Iterable[Planned]:
    """After a season's last meeting: the questions on all of it, and a week after it the farewell with what was said.

    In a group that goes on there is no farewell but a post on the season, two days before the next meeting's own where
    that is near. Where nothing is asked in writing it comes when results would have come. Where later meetings were
    called off, it comes as long after that: there is time to find another day.
    """
    goes_on = bool(group.season_meetings or following)
    kind, late = ("season", SEASON_FOR) if goes_on else ("farewell", NEVER_TOO_LATE)
    day = local_day(group, _end(group, meeting))
    day = max(day, local_day(group, facts.cancelled)) if facts.cancelled and not goes_on else day
    asks = _asks(group) and "evaluation" not in group.off
    if not (programme.evaluation and (asks or meeting.id in facts.evaluated)):
        due = morning_of(group, day + RESULTS_AFTER)
        yield Planned(kind, meeting, due, due + late)
        return
    after = FAREWELL_AFTER
    if following:
        after = min(after, max(following.starts.date() - day - BEFORE_NEXT, EVALUATION_AFTER + timedelta(days=1)))
    closes = morning_of(group, day + after)
    yield Planned("evaluation", meeting, morning_of(group, day + EVALUATION_AFTER), closes - AN_HOUR)
    yield Planned(kind, meeting, closes, closes + late)


def _whispers(group: Group, meeting: Meeting, facts: Facts) -> Iterable[Planned]:
    start = meeting.begins(group.tz)
    lead = facts.leads.get(meeting.id)
    if lead:
        brief = max(_days_before(group, meeting, BRIEF_BEFORE), polite(group, meeting.time_set))
        if rests(group, local_day(group, brief)) and group.rest_to:
            brief = morning_of(group, group.rest_to + timedelta(days=1))
        if brief < start:
            yield Planned("brief", meeting, brief, start, lead)
        held = polite(group, _end(group, meeting) + FEEDBACK_AFTER, MORNING)
        yield Planned("held", meeting, held, held + timedelta(days=2), lead)
    back = _soon_due(group, meeting) or evening_before(group, start)
    for writer in facts.writers.get(meeting.id, ()):
        if back >= meeting.time_set:
            yield Planned("notes", meeting, back, _end(group, meeting), writer)
    for person in facts.absent.get(meeting.id, ()) if meeting.id not in facts.not_held else ():
        told = _results_due(group, meeting)
        yield Planned("catchup", meeting, told, told + timedelta(days=7), person)


def plan_after(group: Group, meetings: Collection[Meeting], facts: Facts) -> list[Planned]:
    """What comes once a group is over: keepsakes, the follow-ups that were accepted, and everything's deletion."""
    order = in_order(meetings) or sorted(meetings, key=lambda m: (m.starts, m.id))
    if not order or group.ended is None:
        return []
    last, ended = order[-1], group.ended
    found = [Planned("keepsake", last, ended + KEEPSAKE_AFTER, ended + timedelta(days=14), p) for p in facts.members]
    for months, followers in facts.followers.items():
        due = followup_due(group, ended, months)
        closes = morning_of(group, local_day(group, due) + FOLLOWUP_OPEN)
        for person in followers:
            found.append(Planned("followup", last, due, closes, person, str(months)))
            found.append(Planned("followup-results", last, closes, closes + timedelta(days=14), person, str(months)))
    gone = deletion_due(group, facts.followers) or ended
    soon = morning_of(group, local_day(group, gone) - DELETION_TOLD)
    found.append(Planned("deletion-soon", last, soon, gone - AN_HOUR, ref=told_as(gone)))
    found.append(Planned("deletion", last, gone, gone + NEVER_TOO_LATE, ref=told_as(gone)))
    return sorted(found, key=lambda p: (p.due, KINDS[p.kind].rank))


def told_as(gone: datetime) -> str:
    """What tells apart the notices of one date of deletion from those of another."""
    return f"{gone:%Y%m%d}"


def followup_due(group: Group, ended: datetime, months: int) -> datetime:
    """When those who accepted are asked so many months after the end, UTC."""
    return morning_of(group, local_day(group, ended) + relativedelta(months=months))


def deletion_due(group: Group, followers: Mapping[int, Collection[str]]) -> datetime | None:
    """When everything of a group that is over is deleted, UTC: a while after the last follow-up that was accepted.

    None for a group that is not over. `followers` are those who accepted, by months.
    """
    if group.ended is None:
        return None
    asked = [followup_due(group, group.ended, months) for months, who in followers.items() if who]
    gone = morning_of(group, local_day(group, max([group.ended, *asked])) + KEPT_FOR)
    return max(gone, group.kept_until) if group.kept_until else gone


def _end(group: Group, meeting: Meeting) -> datetime:
    """When the meeting is over: at the lead's "We're done", else as agreed."""
    return meeting.done or meeting.ends(group.tz)


def _results_due(group: Group, meeting: Meeting) -> datetime:
    return morning_of(group, local_day(group, _end(group, meeting)) + RESULTS_AFTER)


def _days_before(group: Group, meeting: Meeting, before: timedelta) -> datetime:
    return morning_of(group, meeting.starts.date() - before)


def morning_of(group: Group, day: date) -> datetime:
    """Ten o'clock on a local day, or the end of quiet hours where that is later, UTC."""
    return to_utc(datetime.combine(day, max(MORNING, time(group.quiet_to))), group.tz)


def _soon_due(group: Group, meeting: Meeting) -> datetime | None:
    """An hour before or as the group wants it, or at the end of quiet hours where at least ten minutes are left."""
    start = meeting.begins(group.tz)
    due = polite(group, start - timedelta(minutes=group.soon_minutes))
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
    day = local.date() - timedelta(days=0 if local.hour >= group.quiet_from else 1)
    return to_utc(datetime.combine(day, time(group.quiet_from)), group.tz) - AN_HOUR


def _within_budget(group: Group, posts: list[Planned], facts: Facts) -> list[Planned]:
    """So many routine posts a meeting; what is over gives way to the next day, or falls away."""
    return _on_days(group, list(_fewer(group, posts, facts)))


def _on_days(group: Group, posts: list[Planned]) -> list[Planned]:
    """One post a day and two on a meeting's own day, none while the group rests."""
    busy: dict[date, list[Planned]] = {}
    meeting_days = {p.meeting.starts.date() for p in posts}
    for post in sorted(posts, key=lambda p: (-KINDS[p.kind].weight, p.due)):
        while post.due <= post.until:
            day = local_day(group, post.due)
            room = 0 if rests(group, day) else 2 if day in meeting_days else 1
            if len(busy.setdefault(day, [])) < room:
                busy[day].append(post)
                break
            post = replace(post, due=morning_of(group, day + timedelta(days=1)))  # noqa: PLW2901
    return [post for day in busy.values() for post in day]


def _fewer(group: Group, posts: list[Planned], facts: Facts) -> Iterable[Planned]:
    """At most as many routine posts a meeting as the group wants; without results there are no questions either."""
    by_meeting: dict[str, list[Planned]] = {}
    for post in posts:
        by_meeting.setdefault(post.meeting.id, []).append(post)
    for meeting_id, own in by_meeting.items():
        own.sort(key=lambda p: KINDS[p.kind].weight)
        routine = [p for p in own if p.kind in BUDGETED]
        # A pre-task that has gone out is not planned again, and counts all the same.
        gone = meeting_id in facts.pretasks and all(p.kind != "pretask" for p in routine)
        over = {p.kind for p in routine[: max(len(routine) + gone - group.posts, 0)]}
        if "results" in over:
            over.add("feedback")
        yield from (post for post in own if post.kind not in over or _owed(post, facts))


def rests(group: Group, day: date) -> bool:
    """Whether the group is on its holiday on a local day."""
    return bool(group.rest_from and group.rest_to and group.rest_from <= day <= group.rest_to)


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
