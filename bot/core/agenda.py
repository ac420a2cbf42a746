"""How a meeting goes, step by step with minutes: what the brief lists and the timekeeper keeps. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.model import Meeting
from bot.core.outgoing import Pack, Text, say
from bot.core.view import View


@dataclass(frozen=True)
class Stretch:
    """One step of a meeting, how many minutes it is given, and what it is called in a word or two."""

    minutes: int
    text: Text
    name: Text


def agenda(seen: View, meeting: Meeting) -> tuple[Stretch, ...]:
    """The steps of a meeting in order: arriving, the tasks with a pause between them, closing.

    Empty while the theme is still to be chosen.
    """
    theme = seen.theme(meeting)
    if theme is None:
        return ()
    flow, slug = seen.programme.flow, seen.programme.pack
    tasks = seen.session(theme).tasks
    steps = [Stretch(flow.arrive, Pack(slug, "flow.arrive"), say("stretch-arrive"))]
    halfway = _halfway([task.minutes for task in tasks])
    for number, task in enumerate(tasks):
        if number and number == halfway:
            steps.append(Stretch(flow.pause, Pack(slug, "flow.pause"), say("stretch-pause")))
        title = seen.words(theme, f"tasks.{task.id}.title")
        steps.append(Stretch(task.minutes, title, title))
    return (*steps, Stretch(flow.close, Pack(slug, "flow.close"), say("stretch-close")))


def _halfway(minutes: list[int]) -> int:
    """Before which task the pause comes, so that what is before and after it is as even as can be; 0 for none."""
    return min(range(1, len(minutes)), key=lambda n: abs(2 * sum(minutes[:n]) - sum(minutes)), default=0)


def lasts(steps: tuple[Stretch, ...]) -> int:
    """The minutes of all steps together."""
    return sum(step.minutes for step in steps)


def over_at(steps: tuple[Stretch, ...], start: datetime, shift: timedelta) -> list[datetime]:
    """When each step's time is over, for a meeting that began at `start` and has been given `shift` more since."""
    return [start + shift + timedelta(minutes=lasts(steps[: number + 1])) for number in range(len(steps))]
