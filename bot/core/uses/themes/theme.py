"""What a meeting is about: this time's theme for everybody, and the brief for its lead."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.agenda import agenda, lasts
from bot.core.agreeing import rule_in_turn, ways_in
from bot.core.model import Floor, Meeting, Role, State, Subgroup
from bot.core.outgoing import Block, Heading, Items, Message, Own, Pack, Para, Quote, Reply, Text, say
from bot.core.programme import Task
from bot.core.refusal import Refusal
from bot.core.saying import Saying, absences, kind_in_a_line, sees_reasons, time_and_place
from bot.core.subgroups import splitting
from bot.core.turn import MeetingTurn, button, told
from bot.core.uses.between.between import between_lines, to_close_with
from bot.core.uses.between.carry import carried
from bot.core.uses.feedback.evaluation import aloud
from bot.core.uses.meetings.soundcheck import sound_check
from bot.core.uses.subgroups.subgroups_said import parts_of, split_for_lead, will_split
from bot.core.view import View, where


async def settle_lead(saying: Saying) -> None:
    """From the pre-task on, the turn is the one that it names, whoever joins or leaves."""
    lead = saying.seen.lead(saying.meeting)
    if lead and lead.member and saying.meeting.lead_id is None:
        await saying.work.meetings.save(replace(saying.meeting, lead_id=lead.member.id))


async def say_soon(saying: Saying) -> Message | None:
    """The short post an hour before: where, and one ground rule."""
    meeting = saying.meeting
    pick = saying.seen.number(meeting) - 1 + saying.seen.group.season
    own = await rule_in_turn(saying.work, saying.seen.group, pick)
    rule = Own(own) if own else saying.pack("ground_rules", pick=pick)
    blocks: list[Block] = [
        Heading(say("soon-heading", when=meeting.starts), meeting.begins(saying.seen.group.tz)),
        Para(where(meeting)),
        *sound_check(saying.seen, meeting, saying.now),
        *will_split(saying.seen, meeting),
        Para(say("soon-rule", rule=rule)),
    ]
    rows = await ways_in(saying.work, saying.seen, meeting)
    return Message(tuple(blocks), ((button(say("button-theme"), "theme", meeting.id),), *rows))


async def theme(turn: MeetingTurn) -> Reply:
    """This time's theme with its tasks and minutes, for every member."""
    seen = await turn.view(turn.group)
    session_id = seen.theme(turn.meeting)
    if session_id is None:
        return told("theme-still-open", when=turn.meeting.starts)
    session = seen.session(session_id)
    blocks: list[Block] = [Heading(seen.title(turn.meeting)), *kind_in_a_line(seen, turn.meeting)]
    blocks.append(Para(_words(seen, turn.meeting, "summary")))
    for number in range(max(session.intros, len(session.tasks))):
        if number < session.intros:
            blocks += [
                Heading(_words(seen, turn.meeting, f"intros.{number}.title")),
                Para(_words(seen, turn.meeting, f"intros.{number}.text")),
            ]
        if number < len(session.tasks):
            blocks += _task(seen, turn.meeting, session.tasks[number])
            blocks += parts_of(seen, turn.meeting, session.tasks[number], _shown(turn, seen))
    if turn.group.floor is Floor.ALOUD:
        blocks += _questions_aloud(seen, turn.meeting)
    blocks += await between_lines(turn.work, seen, turn.meeting)
    rows = await ways_in(turn.work, seen, turn.meeting)
    if turn.member and splitting(seen, turn.meeting):
        rows = ((button(say("button-my-subgroup"), "my-subgroup", turn.group.id),), *rows)
    lead = seen.lead(turn.meeting)
    if lead and lead.person_id == turn.person.id:
        row = (
            button(say("button-brief"), "brief", turn.meeting.id),
            button(say("button-done"), "done", turn.meeting.id),
        )
        return Message(tuple(blocks), (row, *rows))
    return Message(tuple(blocks), rows)


def _shown(turn: MeetingTurn, seen: View) -> tuple[Subgroup, ...]:
    """The sub-groups whose tasks this person reads: their own; all of them without one, or with all to look after."""
    mine = seen.subgroup(turn.member.subgroup_id) if turn.member else None
    if mine is None or turn.roles & {Role.CONVENER, Role.FACILITATOR, Role.LEAD}:
        return seen.subgroups
    return (mine,)


def _words(seen: View, meeting: Meeting, path: str) -> Text:
    return seen.words(seen.theme(meeting) or "", path)


def _task(seen: View, meeting: Meeting, task: Task) -> list[Block]:
    heading = say("task-heading", task=_words(seen, meeting, f"tasks.{task.id}.title"), minutes=task.minutes)
    steps: list[Text] = [
        say(
            "task-step",
            company=Pack(seen.programme.pack, f"with.{step.company}"),
            minutes=step.minutes,
            text=_words(seen, meeting, f"tasks.{task.id}.steps.{number}"),
        )
        for number, step in enumerate(task.steps)
    ]
    return [Heading(heading), Para(_words(seen, meeting, f"tasks.{task.id}.text")), Items(tuple(steps))]


def _questions_aloud(seen: View, meeting: Meeting) -> list[Block]:
    """The feedback questions for a group that speaks them aloud at the closing; at the last, those on the season."""
    slug = seen.programme.pack
    questions = tuple(Pack(slug, f"feedback.scales.{scale}.question") for scale in seen.programme.scales)
    lines: tuple[Text, ...] = (*questions, Pack(slug, "feedback.sentence"), say("carry-aloud"))
    blocks: list[Block] = [Heading(say("aloud-heading")), Items(lines)]
    if seen.programme.evaluation and seen.ends_season(meeting):
        blocks += [Heading(say("aloud-season")), Items(aloud(seen.programme))]
    return blocks


async def say_brief(saying: Saying) -> Message | None:
    """The lead's brief, to the one whose turn it is as things stand."""
    lead = saying.seen.lead(saying.meeting)
    if lead is None or lead.person_id != saying.notice.person_id:
        return None
    left = await carried(saying.work, saying.seen, saying.meeting)
    reasons = sees_reasons(saying.seen, lead.person_id)
    message = brief_of(saying.seen, saying.meeting, left, reasons=reasons)
    named = await saying.work.notices.find(meeting_id=saying.meeting.id, kind="pretask", state=State.SENT)
    briefed = await saying.work.notices.find(meeting_id=saying.meeting.id, kind="brief", state=State.SENT)
    # The one whom the pre-task named cannot come, or somebody else has read this and passed the turn on.
    if (named and lead.member and saying.meeting.lead_id is None) or any(
        n.person_id != lead.person_id for n in briefed
    ):
        heading, *rest = message.blocks
        return replace(message, blocks=(heading, Para(say("brief-passed")), *rest))
    return message


async def brief(turn: MeetingTurn) -> Reply:
    """The same brief on request, to the lead and to conveners."""
    seen = await turn.view(turn.group)
    lead = seen.lead(turn.meeting)
    outside = Role.FACILITATOR in turn.roles
    if not (turn.convenes or outside) and (lead is None or lead.person_id != turn.person.id):
        raise Refusal("refused-lead", when=turn.meeting.starts)
    left = await carried(turn.work, seen, turn.meeting)
    message = brief_of(seen, turn.meeting, left, reasons=sees_reasons(seen, turn.person.id))
    if not message.buttons or (lead and lead.person_id == turn.person.id):
        return message
    theme_, done = (button(say(f"button-{word}"), word, turn.meeting.id) for word in ("theme", "done"))
    return replace(message, buttons=((theme_, done) if turn.convenes else (theme_,),))  # the rest is the lead's alone


def brief_of(seen: View, meeting: Meeting, left: Sequence[str] = (), *, reasons: bool = True) -> Message:
    """An agenda with minutes, and what to mind in just this meeting; `left` is what the last one left to it."""
    blocks: list[Block] = [Heading(say("brief-heading", theme=seen.heading(meeting))), *time_and_place(seen, meeting)]
    blocks += absences(seen, meeting, reasons=reasons, all_names=True)
    if left:
        blocks += [Heading(say("carried-heading")), *(Quote(text) for text in left)]
    steps = agenda(seen, meeting)
    if not steps:
        blocks.append(Para(say("theme-still-open", when=meeting.starts)))
        return Message(tuple(blocks))
    lines = tuple(say("agenda-line", minutes=step.minutes, text=step.text) for step in steps)
    total = lasts(steps)
    blocks += [Heading(say("agenda-heading", minutes=total)), Items(lines), *split_for_lead(seen, meeting)]
    if total > meeting.minutes:
        blocks.append(Para(say("agenda-over", minutes=total - meeting.minutes)))
    blocks += [Heading(say("brief-mind")), Para(_words(seen, meeting, "brief"))]
    if seen.group.floor is Floor.ALOUD:
        blocks += _questions_aloud(seen, meeting)
    blocks += to_close_with(seen, meeting)
    rows = (
        (button(say("button-theme"), "theme", meeting.id), button(say("button-clock"), "clock", meeting.id)),
        (button(say("button-lead-pass"), "lead-pass", meeting.id), button(say("button-done"), "done", meeting.id)),
    )
    return Message(tuple(blocks), rows)
