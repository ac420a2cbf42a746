"""Keeping time for the lead: a whisper when each step's time is over, from their press until they are done.

The whispers that still wait in the outbox are all that is kept of it: when it began, and how much has been given since.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.core.agenda import Stretch, agenda, over_at
from bot.core.model import Notice, Role
from bot.core.outgoing import Block, Button, Heading, Items, Message, Para, Reply, Text, say
from bot.core.refusal import Refusal
from bot.core.saying import Saying
from bot.core.tell import tell
from bot.core.turn import MeetingTurn, button, told

KIND = "step"
LATE = timedelta(minutes=3)
"""A whisper that is later than this would only confuse."""

MORE = timedelta(minutes=5)
STILL_THE_SAME = timedelta(minutes=10)
"""Within this time after a step's time was up, whoever asks for more is still in that step."""

STAMP = "%Y%m%d%H%M%S"
ANEW, STOP, GIVE = "anew", "stop", "more"


@dataclass(frozen=True, order=True)
class Run:
    """One keeping of time: its beginning (UTC), and the minutes that have been given to it since."""

    start: datetime
    minutes: int = 0

    @property
    def mark(self) -> str:
        """The run as notices and buttons carry it."""
        return f"{self.start:{STAMP}}.{self.minutes}"

    @property
    def shift(self) -> timedelta:
        """How much later everything is by now."""
        return timedelta(minutes=self.minutes)


def run_of(mark: str) -> Run:
    """The run that a notice or a button names; ValueError for what names none."""
    start, _, minutes = mark.partition(".")
    return Run(datetime.strptime(start, STAMP).replace(tzinfo=UTC), int(minutes))


async def clock(turn: MeetingTurn) -> Reply:
    """Keep time for the lead: begin, begin anew, give five minutes more, or stop, as was pressed."""
    if Role.LEAD not in turn.roles:
        raise Refusal("refused-lead", when=turn.meeting.starts)
    if turn.value == STOP:
        await turn.work.notices.drop(kind=KIND, meeting_id=turn.meeting.id, person_id=turn.person.id, state="waiting")
        return told("clock-stopped", (_anew(turn.meeting.id),))
    if turn.meeting.done:
        raise Refusal("clock-done")
    seen = await turn.view(turn.group)
    steps = agenda(seen, turn.meeting)
    if not steps:
        return told("theme-still-open", when=turn.meeting.starts)
    what, _, mark = turn.value.partition(".")
    if what == GIVE:
        return await _more(turn, steps, mark)
    if what not in {"", ANEW}:
        raise Refusal("refused-old")
    waiting = await _waiting(turn)
    if waiting and not what:
        return _timetable(turn, steps, _latest(waiting), "clock-runs")
    turn.before_end()
    begins = turn.meeting.begins(turn.group.tz)
    run = Run(max(begins, turn.now).replace(microsecond=0))
    await _plan(turn, steps, run, 0)
    return _timetable(turn, steps, run, "clock-begun" if run.start > begins else "clock-begins")


async def _waiting(turn: MeetingTurn) -> list[Notice]:
    """The whispers still to come at the meeting's present time."""
    found = await turn.work.notices.find(
        kind=KIND, meeting_id=turn.meeting.id, person_id=turn.person.id, state="waiting"
    )
    return [n for n in found if n.key.startswith(f"{KIND}:{turn.meeting.id}:{turn.meeting.version}:")]


def _latest(notices: list[Notice]) -> Run:
    return max(run_of(n.ref.rpartition(".")[0]) for n in notices)


async def _plan(turn: MeetingTurn, steps: tuple[Stretch, ...], run: Run, first: int) -> None:
    """Have this run's whispers come from the step `first` on, and no others."""
    await turn.work.notices.drop(kind=KIND, meeting_id=turn.meeting.id, person_id=turn.person.id, state="waiting")
    for number, due in enumerate(over_at(steps, run.start, run.shift)):
        if number >= first:
            await tell(
                turn.work,
                turn.house,
                turn.group,
                KIND,
                due=due,
                expires=due + LATE,
                meeting=turn.meeting,
                person_id=turn.person.id,
                ref=f"{run.mark}.{number}",
            )


async def _more(turn: MeetingTurn, steps: tuple[Stretch, ...], mark: str) -> Message:
    """Five minutes more for where the group is, and all that follows as much later; a repeated press adds nothing."""
    try:
        before = run_of(mark)
    except (ValueError, OverflowError):
        raise Refusal("refused-old") from None
    known = await turn.work.notices.find(kind=KIND, meeting_id=turn.meeting.id, person_id=turn.person.id)
    current = [n for n in known if n.key.startswith(f"{KIND}:{turn.meeting.id}:{turn.meeting.version}:")]
    runs = {run_of(n.ref.rpartition(".")[0]) for n in current}
    if before not in runs:
        raise Refusal("refused-old")
    if before != max(runs):
        return _timetable(turn, steps, max(runs), "clock-runs")
    over = over_at(steps, before.start, before.shift)
    gone = sum(due <= turn.now for due in over)
    if not gone:
        raise Refusal("refused-old")
    late = turn.now - over[gone - 1]
    if late <= STILL_THE_SAME or gone == len(over):
        run = Run(before.start, before.minutes + int((MORE + late).total_seconds() // 60))
        await _plan(turn, steps, run, gone - 1)
    else:
        run = Run(before.start, before.minutes + int(MORE.total_seconds() // 60))
        await _plan(turn, steps, run, gone)
    return _timetable(turn, steps, run, "clock-more")


def _timetable(turn: MeetingTurn, steps: tuple[Stretch, ...], run: Run, phrase: str) -> Message:
    """Until when each step that is still to come goes on, with the ways to change it."""
    lines: list[Text] = []
    for step, due in zip(steps, over_at(steps, run.start, run.shift), strict=True):
        if due > turn.now:
            until = due.astimezone(turn.group.tz).time().replace(second=0)
            lines.append(say("clock-line", until=until, text=step.name))
    blocks: list[Block] = [Heading(say(phrase)), Items(tuple(lines)), Para(say("clock-only-you"))]
    return Message(tuple(blocks), ((_stop(turn.meeting.id), _anew(turn.meeting.id)),))


def _stop(meeting_id: str) -> Button:
    return button(say("button-clock-stop"), "clock", meeting_id, STOP)


def _anew(meeting_id: str) -> Button:
    return button(say("button-clock-anew"), "clock", meeting_id, ANEW)


async def say_step(saying: Saying) -> Message | None:
    """That a step's time is over and what comes next; nothing once the group is done, moved, or led by another."""
    meeting, notice = saying.meeting, saying.notice
    lead = saying.seen.lead(meeting)
    mark, _, typed = notice.ref.rpartition(".")
    steps, number = agenda(saying.seen, meeting), int(typed)
    stands = notice.key.startswith(f"{KIND}:{meeting.id}:{meeting.version}:") and not meeting.cancelled
    if not stands or meeting.done or lead is None or lead.person_id != notice.person_id or number >= len(steps):
        return None
    more = button(say("button-clock-more"), "clock", meeting.id, f"{GIVE}.{mark}")
    over = Para(say("step-over", text=steps[number].name))
    if number + 1 == len(steps):
        done = button(say("button-done"), "done", meeting.id)
        return Message((over, Para(say("step-last"))), ((more,), (done,)))
    following = steps[number + 1]
    lines = [over, Para(say("step-next", text=following.name, minutes=following.minutes))]
    if following.begins:
        lines.append(Para(say(f"step-{following.begins}")))
    return Message(tuple(lines), ((more, _stop(meeting.id)),))
