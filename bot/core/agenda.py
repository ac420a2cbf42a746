"""How a meeting goes, step by step with minutes: what the brief lists and the timekeeper keeps. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import groupby
from typing import Literal

from bot.core.model import Meeting
from bot.core.outgoing import Pack, Text, say
from bot.core.programme import Task
from bot.core.view import View


@dataclass(frozen=True)
class Stretch:
    """One step of a meeting, how many minutes it is given, and what it is called in a word or two.

    `begins` says that with it the group splits into its sub-groups, or that all come together again.
    """

    minutes: int
    text: Text
    name: Text
    apart: bool = False
    begins: Literal["", "split", "together"] = ""


def agenda(seen: View, meeting: Meeting) -> tuple[Stretch, ...]:
    """The steps of a meeting in order: arriving, the tasks with a pause between them, closing.

    Empty while the theme is still to be chosen.
    """
    theme = seen.theme(meeting)
    if theme is None:
        return ()
    flow, slug = seen.programme.flow, seen.programme.pack
    tasks = seen.session(theme).tasks
    arrive = "arrive_first" if flow.begins and seen.number(meeting) == 1 else "arrive"
    steps = [Stretch(flow.arrive, Pack(slug, f"flow.{arrive}"), say("stretch-arrive"))]
    halfway = _halfway([task.minutes for task in tasks])
    for number, task in enumerate(tasks):
        if number and number == halfway:
            steps.append(Stretch(flow.pause, Pack(slug, "flow.pause"), say("stretch-pause")))
        title = seen.words(theme, f"tasks.{task.id}.title")
        steps += _stretches(seen, task, title)
    return tuple(_coming_and_going([*steps, Stretch(flow.close, Pack(slug, "flow.close"), say("stretch-close"))]))


def _stretches(seen: View, task: Task, title: Text) -> Iterator[Stretch]:
    """A task as one stretch; where the group splits for a part of it, with the part before that and the one after."""
    if not (task.splits and seen.subgroups):
        yield Stretch(task.minutes, title, title)
        return
    parts = [(apart, list(part)) for apart, part in groupby(task.steps, lambda step: step.company == "subgroups")]
    for number, (apart, part) in enumerate(parts):
        company = Pack(seen.programme.pack, f"with.{part[-1].company}")
        name = say("stretch-part", company=company, text=title) if number or apart else title
        yield Stretch(sum(step.minutes for step in part), name, name, apart)


def _coming_and_going(steps: list[Stretch]) -> Iterator[Stretch]:
    """The same, with where the group splits and where it is together again; a pause is neither."""
    apart = False
    for step in steps:
        if step.name == say("stretch-pause") or step.apart == apart:
            yield step
        else:
            apart = step.apart
            yield replace(step, begins="split" if apart else "together")


def _halfway(minutes: list[int]) -> int:
    """Before which task the pause comes, so that what is before and after it is as even as can be; 0 for none."""
    return min(range(1, len(minutes)), key=lambda n: abs(2 * sum(minutes[:n]) - sum(minutes)), default=0)


def lasts(steps: tuple[Stretch, ...]) -> int:
    """The minutes of all steps together."""
    return sum(step.minutes for step in steps)


def over_at(steps: tuple[Stretch, ...], start: datetime, shift: timedelta) -> list[datetime]:
    """When each step's time is over, for a meeting that began at `start` and has been given `shift` more since."""
    return [start + shift + timedelta(minutes=lasts(steps[: number + 1])) for number in range(len(steps))]
