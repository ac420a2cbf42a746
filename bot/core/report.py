"""What a season came to, for its group to keep: counts and what was shown before, nothing more. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.core.model import How, Meeting, Outcome
from bot.core.outgoing import Bars, Block, Document, Heading, Items, Pack, Para, Text, Trend, say
from bot.core.scales import FEEDBACK_SCALES, asked
from bot.core.season import in_order
from bot.core.view import View

Part = Block | Bars | Trend


@dataclass(frozen=True)
class Material:
    """What a report is made of: a group and all its meetings, cancelled ones too, by `until` (UTC).

    `feedback` are the published rounds, oldest first, as `ballots.published` gives them. What other parts of the house
    have put into blocks is given as such: the evaluation, quotes, agreement, what was agreed on,
    and what facilitators let stand in it.
    """

    seen: View
    until: datetime
    meetings: Sequence[Meeting]
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    feedback: Sequence[Mapping[str, Any]] = ()
    evaluation: Sequence[Block] = ()
    quotes: Sequence[Block] = ()
    agreement: Sequence[Block] = ()
    agreed: Sequence[Block] = ()
    reflections: Sequence[Block] = ()


def held(material: Material) -> list[Meeting]:
    """The meetings that the group has met in, as far as anybody has said."""
    tz = material.seen.group.tz
    begun = [m for m in in_order(material.meetings) if m.begins(tz) <= material.until]
    return [m for m in begun if m.id not in material.outcomes or material.outcomes[m.id].held]


def report(material: Material) -> Document:
    """The whole of it, as the group's own document."""
    group = material.seen.group
    return Document(
        say("report-file", group=group.name), say("report-title", group=group.name), tuple(report_parts(material))
    )


def report_parts(material: Material) -> list[Part]:
    """The report from top to bottom, without a title."""
    parts: list[Part] = [Para(say("report-about", programme=Pack(material.seen.programme.pack, "name")))]
    parts += what_we_did(material)
    parts += _present(material)
    parts += _trends(material)
    if material.evaluation:
        parts += [Heading(say("report-evaluation")), *material.evaluation]
    parts += [*material.quotes, *material.agreement, *material.agreed, *material.reflections]
    parts.append(Para(say("report-private")))
    return parts


def what_we_did(material: Material) -> list[Part]:
    """When the group met and on what, and what changed on the way, which is nobody's fault."""
    met = held(material)
    seen = material.seen
    lines: tuple[Text, ...] = tuple(
        say("report-line", number=number, date=m.starts.date(), theme=seen.title(m)) for number, m in enumerate(met, 1)
    )
    parts: list[Part] = [Heading(say("report-did")), Items(lines) if lines else Para(say("report-not-met"))]
    moved = sum(1 for m in met if m.version)
    cancelled = sum(1 for m in material.meetings if m.cancelled)
    if moved or cancelled:
        parts.append(Para(say("report-changes", moved=moved, cancelled=cancelled)))
    return parts


def _present(material: Material) -> list[Part]:
    """How many could come each time: what the lead said, or those who had not said otherwise. Counts, no names."""
    counts = [_could_come(material, m) for m in held(material)]
    if not counts:
        return []
    bars: tuple[tuple[Text, int], ...] = tuple(
        (say("report-nth", number=number), count) for number, count in enumerate(counts, 1)
    )
    most = max([len(material.seen.members), *counts])
    return [
        Heading(say("report-present")),
        Bars(say("report-present-bars"), bars, most),
        Para(say("report-present-how")),
    ]


def _could_come(material: Material, meeting: Meeting) -> int:
    outcome = material.outcomes.get(meeting.id)
    if outcome and outcome.present is not None:
        return outcome.present
    seen = material.seen
    absent = {member.id for member, _ in seen.told(meeting, How.ABSENT)}
    ends = meeting.ends(seen.group.tz)
    return sum(1 for member in seen.members if member.joined <= ends and member.id not in absent)


def _trends(material: Material) -> list[Part]:
    """How each scale's mean moved, a point for each round as it was published; one that is not shown is left open."""
    met = held(material)
    numbers = {meeting.id: number for number, meeting in enumerate(met, 1)}
    parts: list[Part] = []
    for scale in material.seen.programme.scales:
        points = tuple(_point(content, scale, numbers) for content in material.feedback)
        if sum(1 for _, mean in points if mean is not None) < 2:  # a single point moves nowhere
            continue
        parts.append(asked(material.seen.programme, FEEDBACK_SCALES, scale).trend(points))
    return [Heading(say("report-feedback")), *parts, Para(say("report-feedback-how"))] if parts else []


def _point(content: Mapping[str, Any], scale: str, numbers: Mapping[str, int]) -> tuple[Text, float | None]:
    """One round as a point: several meetings that were published together stay together."""
    of = sorted(numbers[each] for each in content["meetings"] if each in numbers) or [0]
    label = say("report-nth", number=of[-1]) if len(of) == 1 else say("report-nths", first=of[0], last=of[-1])
    counts: list[int] | None = content["counts"].get(scale)
    return label, mean(counts) if counts else None


def mean(counts: Sequence[int]) -> float | None:
    """The mean step of so many answers to each step from 1 on; None where nobody answered."""
    answered = sum(counts)
    return sum(step * count for step, count in enumerate(counts, 1)) / answered if answered else None
