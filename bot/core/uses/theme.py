"""What a meeting is about: this time's theme for everybody, the brief for its lead, the order of the themes."""

from dataclasses import replace

from bot.core.events import in_step
from bot.core.model import Floor, Meeting, State
from bot.core.outgoing import Block, Field, Form, Heading, Items, Message, Pack, Para, Phrase, Reply, Text, say
from bot.core.programme import Task
from bot.core.refusal import Refusal
from bot.core.replan import edit_plan
from bot.core.saying import Saying, absences, time_and_place
from bot.core.turn import GroupTurn, MeetingTurn, Problems, Values, button, told
from bot.core.view import View, where


async def settle_lead(saying: Saying) -> None:
    """From the pre-task on, the turn is the one that it names, whoever joins or leaves."""
    lead = saying.seen.lead(saying.meeting)
    if lead and saying.meeting.lead_id is None:
        await saying.work.meetings.save(replace(saying.meeting, lead_id=lead.id))


async def say_soon(saying: Saying) -> Message | None:
    """The short post an hour before: where, and one ground rule."""
    meeting = saying.meeting
    rule = saying.pack("ground_rules", pick=saying.seen.number(meeting) - 1 + saying.seen.group.season)
    blocks: list[Block] = [
        Heading(say("soon-heading", when=meeting.starts), meeting.begins(saying.seen.group.tz)),
        Para(where(meeting)),
        Para(say("soon-rule", rule=rule)),
    ]
    return Message(tuple(blocks), ((button(say("button-theme"), "theme", meeting.id),),))


async def theme(turn: MeetingTurn) -> Reply:
    """This time's theme with its tasks and minutes, for every member."""
    seen = await turn.view(turn.group)
    session_id = seen.theme(turn.meeting)
    if session_id is None:
        return told("theme-still-open", when=turn.meeting.starts)
    session = seen.programme.session(session_id)
    blocks: list[Block] = [Heading(seen.title(turn.meeting)), Para(_words(seen, turn.meeting, "summary"))]
    for number in range(max(session.intros, len(session.tasks))):
        if number < session.intros:
            blocks += [
                Heading(_words(seen, turn.meeting, f"intros.{number}.title")),
                Para(_words(seen, turn.meeting, f"intros.{number}.text")),
            ]
        if number < len(session.tasks):
            blocks += _task(seen, turn.meeting, session.tasks[number])
    if turn.group.floor is Floor.ALOUD:
        blocks += _questions_aloud(seen)
    lead = seen.lead(turn.meeting)
    if lead and turn.member and lead.id == turn.member.id:
        row = (
            button(say("button-brief"), "brief", turn.meeting.id),
            button(say("button-done"), "done", turn.meeting.id),
        )
        return Message(tuple(blocks), (row,))
    return Message(tuple(blocks))


def _words(seen: View, meeting: Meeting, path: str) -> Pack:
    return Pack(seen.programme.slug, f"sessions.{seen.theme(meeting)}.{path}")


def _task(seen: View, meeting: Meeting, task: Task) -> list[Block]:
    heading = say("task-heading", task=_words(seen, meeting, f"tasks.{task.id}.title"), minutes=task.minutes)
    steps: list[Text] = [
        say(
            "task-step",
            company=Pack(seen.programme.slug, f"with.{step.company}"),
            minutes=step.minutes,
            text=_words(seen, meeting, f"tasks.{task.id}.steps.{number}"),
        )
        for number, step in enumerate(task.steps)
    ]
    return [Heading(heading), Para(_words(seen, meeting, f"tasks.{task.id}.text")), Items(tuple(steps))]


def _questions_aloud(seen: View) -> list[Block]:
    """The feedback questions for a group that speaks them aloud at the closing."""
    slug = seen.programme.slug
    questions = tuple(Pack(slug, f"feedback.scales.{scale}.question") for scale in seen.programme.scales)
    return [Heading(say("aloud-heading")), Items((*questions, Pack(slug, "feedback.sentence")))]


async def say_brief(saying: Saying) -> Message | None:
    """The lead's brief, to the one whose turn it is as things stand."""
    lead = saying.seen.lead(saying.meeting)
    if lead is None or lead.person_id != saying.notice.person_id:
        return None
    message = brief_of(saying.seen, saying.meeting)
    named = await saying.work.notices.find(meeting_id=saying.meeting.id, kind="pretask", state=State.SENT)
    briefed = await saying.work.notices.find(meeting_id=saying.meeting.id, kind="brief", state=State.SENT)
    # The one whom the pre-task named cannot come, or somebody else has read this and passed the turn on.
    if (named and saying.meeting.lead_id is None) or any(n.person_id != lead.person_id for n in briefed):
        heading, *rest = message.blocks
        return replace(message, blocks=(heading, Para(say("brief-passed")), *rest))
    return message


async def brief(turn: MeetingTurn) -> Reply:
    """The same brief on request, to the lead and to conveners."""
    seen = await turn.view(turn.group)
    lead = seen.lead(turn.meeting)
    if not turn.convenes and (lead is None or lead.person_id != turn.person.id):
        raise Refusal("refused-lead", when=turn.meeting.starts)
    return brief_of(seen, turn.meeting)


def brief_of(seen: View, meeting: Meeting) -> Message:
    """An agenda with minutes, and what to mind in just this meeting."""
    blocks: list[Block] = [Heading(say("brief-heading", theme=seen.short(meeting))), *time_and_place(seen, meeting)]
    gone = absences(seen, meeting)
    blocks += gone
    session_id = seen.theme(meeting)
    if session_id is None:
        blocks.append(Para(say("theme-still-open", when=meeting.starts)))
        return Message(tuple(blocks))
    flow, slug = seen.programme.flow, seen.programme.slug
    tasks = seen.programme.session(session_id).tasks
    lines: list[Text] = [_line(flow.arrive, Pack(slug, "flow.arrive"))]
    halfway = _halfway([task.minutes for task in tasks])
    for number, task in enumerate(tasks):
        if number == halfway:
            lines.append(_line(flow.pause, Pack(slug, "flow.pause")))
        lines.append(_line(task.minutes, _words(seen, meeting, f"tasks.{task.id}.title")))
    lines.append(_line(flow.close, Pack(slug, "flow.close")))
    total = flow.arrive + flow.close + (flow.pause if halfway else 0) + sum(task.minutes for task in tasks)
    blocks += [Heading(say("agenda-heading", minutes=total)), Items(tuple(lines))]
    if total > meeting.minutes:
        blocks.append(Para(say("agenda-over", minutes=total - meeting.minutes)))
    blocks += [Heading(say("brief-mind")), Para(_words(seen, meeting, "brief"))]
    if seen.group.floor is Floor.ALOUD:
        blocks += _questions_aloud(seen)
    rows = (
        (button(say("button-theme"), "theme", meeting.id),),
        (button(say("button-lead-pass"), "lead-pass", meeting.id), button(say("button-done"), "done", meeting.id)),
    )
    return Message(tuple(blocks), rows)


def _halfway(minutes: list[int]) -> int:
    """Before which task the pause comes, so that what is before and after it is as even as can be; 0 for none."""
    return min(range(1, len(minutes)), key=lambda n: abs(2 * sum(minutes[:n]) - sum(minutes)), default=0)


def _line(minutes: int, text: Text) -> Phrase:
    return say("agenda-line", minutes=minutes, text=text)


async def ask_themes(turn: GroupTurn) -> Reply:
    """The themes to choose from, numbered, and the order as it is."""
    seen = await turn.view(turn.group)
    names = seen.programme.themes()
    listed: tuple[Text, ...] = tuple(
        say("theme-number", number=number, theme=Pack(seen.programme.slug, f"sessions.{name}.title"))
        for number, name in enumerate(names, 1)
    )
    chosen = ", ".join(str(names.index(t) + 1) for t in turn.group.themes if t in names)
    field = Field("order", say("themes-label"), say("themes-hint", count=_slots(seen)), value=chosen)
    return Form("themes", turn.group.id, say("themes-title"), (field,), (Items(listed),))


def _slots(seen: View) -> int:
    fixed = {s.place for s in seen.programme.sessions} & {"first", "last"}
    return max(len(seen.meetings) - len(fixed), 0)


async def check_themes(turn: GroupTurn, values: Values) -> Problems:
    """Numbers from the list, each at most once."""
    seen = await turn.view(turn.group)
    return {} if read_order(values.get("order", ""), seen.programme.themes()) else {"order": say("themes-unclear")}


def read_order(typed: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Theme ids in the order typed, as numbers from 1 or as ids; empty where something in it is neither, or twice."""
    words = [word for word in typed.replace(",", " ").replace(";", " ").split() if word]
    known = {**{str(number): name for number, name in enumerate(names, 1)}, **{name: name for name in names}}
    order = tuple(known[word] for word in words if word in known)
    return order if len(order) == len(words) == len(set(order)) else ()


async def take_themes(turn: GroupTurn, values: Values) -> Reply:
    """Set the order; what has been met already keeps its theme, because it comes first in it."""
    seen = await turn.view(turn.group)
    order = read_order(values["order"], seen.programme.themes())
    begun = [m for m in seen.meetings if m.begins(turn.group.tz) <= turn.now]
    kept = [theme for m in begun if (theme := seen.theme(m)) in seen.group.themes]
    if list(order[: len(kept)]) != kept:
        order = (*[k for k in kept if k], *[t for t in order if t not in kept])
    await turn.work.groups.save(replace(turn.group, themes=order))
    await in_step(turn.work, turn.house, await turn.view(replace(turn.group, themes=order)))
    await edit_plan(turn.work, turn.house, turn.group)
    return told("themes-kept", (button(say("button-plan"), "plan", turn.group.id),))
