"""What is said of and to sub-groups: in their own channels, beside the group's posts, and to who leads or convenes."""

from collections.abc import Sequence
from datetime import datetime

from bot.core.model import Meeting, Subgroup
from bot.core.outgoing import Block, Heading, Items, Message, Pack, Para, Text, say
from bot.core.plan import preparation
from bot.core.programme import Task
from bot.core.saying import Saying, time_and_place
from bot.core.subgroups import apart, counted, name_of, prompts_of, splitting, task_of
from bot.core.turn import button
from bot.core.view import View


async def say_part_pretask(saying: Saying) -> Message | None:
    """What a sub-group thinks over before the meeting, in its own channel; nothing once it has none."""
    one = saying.seen.subgroup(saying.notice.ref)
    return _pretask(saying.seen, saying.meeting, one) if one and one.channel else None


async def say_part_task(saying: Saying) -> Message | None:
    """What a sub-group does when the meeting splits, in its own channel; nothing once it has none."""
    one = saying.seen.subgroup(saying.notice.ref)
    return _task(saying.seen, saying.meeting, one) if one and one.channel else None


async def say_part_here(saying: Saying) -> Message | None:
    """The same in the group's channel, where it did not get through in the sub-group's own."""
    part, _, kind = saying.notice.ref.partition(".")
    one = saying.seen.subgroup(part)
    if one is None:
        return None
    say_it = _pretask if kind == "part-pretask" else _task
    return say_it(saying.seen, saying.meeting, one)


def _pretask(seen: View, meeting: Meeting, one: Subgroup) -> Message | None:
    prompts = prompts_of(seen, meeting, one) or seen.prompts(meeting)
    if not prompts:
        return None
    light = preparation(seen.group, seen.programme) == "light"
    blocks: tuple[Block, ...] = (
        Heading(say("part-pretask-heading", theme=seen.short(meeting), subgroup=name_of(seen, one))),
        *time_and_place(seen, meeting),
        Para(say("pretask-ask-light" if light else "pretask-ask")),
        Items(prompts),
    )
    note, absent = (button(say(f"button-{word}"), word, meeting.id) for word in ("note", "absent"))
    return Message(blocks, ((note, absent),))


def _task(seen: View, meeting: Meeting, one: Subgroup) -> Message | None:
    tasks = splitting(seen, meeting)
    if not tasks:
        return None
    blocks: list[Block] = [
        Heading(say("part-task-heading", when=meeting.starts, subgroup=name_of(seen, one)), _begins(seen, meeting))
    ]
    for task in tasks:
        title = seen.words(seen.theme(meeting) or "", f"tasks.{task.id}.title")
        blocks += [
            Heading(say("part-task-title", task=title, minutes=apart(task))),
            Para(task_of(seen, meeting, task, one)),
            Items(_steps(seen, meeting, task)),
        ]
    blocks.append(Para(say("part-task-bring")))
    return Message(tuple(blocks), ((button(say("button-theme"), "theme", meeting.id),),))


def _begins(seen: View, meeting: Meeting) -> datetime:
    return meeting.begins(seen.group.tz)


def _steps(seen: View, meeting: Meeting, task: Task) -> tuple[Text, ...]:
    """From the first step in sub-groups on: what is done there, and what is brought back to everybody."""
    first = next(number for number, step in enumerate(task.steps) if step.company == "subgroups")
    return tuple(
        say(
            "task-step",
            company=Pack(seen.programme.pack, f"with.{step.company}"),
            minutes=step.minutes,
            text=seen.words(seen.theme(meeting) or "", f"tasks.{task.id}.steps.{number}"),
        )
        for number, step in enumerate(task.steps)
        if number >= first
    )


async def say_part_shut(saying: Saying) -> Message | None:
    """To a convener: a sub-group's channel is closed, and where its posts come now; nothing where it has one again."""
    part, why, *_ = f"{saying.notice.ref}.".split(".")
    one = saying.seen.subgroup(part)
    if one is None or one.channel:
        return None
    lines = (
        say("part-shut", subgroup=name_of(saying.seen, one), group=saying.seen.group.name, why=say(f"why-{why}")),
        say("part-shut-do"),
    )
    row = (button(say("button-subgroups"), "subgroups", saying.seen.group.id),)
    return Message(tuple(Para(line) for line in lines), (row,))


def prompts_besides(seen: View, meeting: Meeting) -> list[Block]:
    """For the group's pre-task: what each sub-group thinks over that hears of it nowhere else."""
    blocks: list[Block] = []
    for one in seen.subgroups:
        prompts = () if one.channel else prompts_of(seen, meeting, one)
        if prompts:
            blocks += [Para(say("subgroup-prompts", subgroup=name_of(seen, one))), Items(prompts)]
    return blocks


def will_split(seen: View, meeting: Meeting) -> list[Block]:
    """For the post just before: that there is a part in sub-groups, where its task is to be read."""
    return [Para(say("soon-split"))] if splitting(seen, meeting) else []


def parts_of(seen: View, meeting: Meeting, task: Task, shown: Sequence[Subgroup]) -> list[Block]:
    """What each of these sub-groups does with a task, under its name; nothing for one that does not split."""
    if task not in splitting(seen, meeting):
        return []
    said = [say("subgroup-task", subgroup=name_of(seen, s), text=task_of(seen, meeting, task, s)) for s in shown]
    return [Para(line) for line in said]


def split_for_lead(seen: View, meeting: Meeting) -> list[Block]:
    """For the brief: how many are in each sub-group, and what to mind when the meeting splits."""
    if not splitting(seen, meeting):
        return []
    counts = counted(seen)
    lines: list[Text] = [
        say("subgroup-line", subgroup=name_of(seen, one), count=counts[one.id]) for one in seen.subgroups
    ]
    left = len(seen.members) - sum(counts.values())
    lines += [say("subgroups-left", count=left)] if left else []
    return [Heading(say("brief-split-heading")), Items(tuple(lines)), Para(say("brief-split"))]
