"""What stands in an agreement: points and rules, read and written, told, and compared with an earlier version."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from zlib import crc32

from bot.core.model import Agreement, Group, Standing
from bot.core.outgoing import Block, Heading, Items, Own, Para, Text, say
from bot.core.ports import UnitOfWork

POINTS = ("time", "place", "roles", "trust", "away", "contact", "conflict")
"""The practical points in the order in which they are gone through, and last what is done in a conflict."""

POINT_MOST = 400
RULE_MOST = 200
RULES_MOST = 30
OTHERS_MOST = 5
"""How many other wordings of one point may wait beside it for the group to choose."""


@dataclass(frozen=True)
class Point:
    """One point as it is worded now, empty while it is open; `others` were written at the same time as it."""

    text: str = ""
    others: tuple[str, ...] = ()

    @property
    def wordings(self) -> tuple[str, ...]:
        """All that is written of it, what stands first."""
        return tuple(filter(None, (self.text, *self.others)))

    @property
    def mark(self) -> str:
        """Which words these are."""
        return mark("\n".join((self.text, *self.others)))


@dataclass(frozen=True)
class Rule:
    """One wish, in a member's own words; `by` is that member's id while the version is being written, else empty."""

    id: str
    text: str
    by: str = ""


@dataclass(frozen=True)
class Content:
    """Everything in one version."""

    points: Mapping[str, Point] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()

    def point(self, name: str) -> Point:
        """The point of this name, open where nobody has written it."""
        return self.points.get(name, Point())

    def with_point(self, name: str, point: Point) -> "Content":
        """The same with this point."""
        return replace(self, points={**self.points, name: point})

    def rule(self, rule_id: str) -> Rule | None:
        """The rule of this id."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)

    def written(self) -> tuple[str, ...]:
        """The points that say something, in order."""
        return tuple(name for name in POINTS if self.point(name).text)

    def still_open(self) -> tuple[str, ...]:
        """The points that are to be agreed, in order."""
        return tuple(name for name in POINTS if not self.point(name).text)

    def next_open(self, name: str = "") -> str | None:
        """The open point that follows this one; after the last one the first again, but never the same."""
        after = POINTS.index(name) + 1 if name in POINTS else 0
        return next((n for n in (*POINTS[after:], *POINTS[:after]) if n != name and not self.point(n).text), None)

    def undecided(self) -> tuple[str, ...]:
        """The points of which there is more than one wording."""
        return tuple(name for name in POINTS if self.point(name).others)

    def is_empty(self) -> bool:
        """Whether nothing at all is written."""
        return not self.written() and not self.rules

    def agreed(self) -> "Content":
        """The same as it may stand: rules have no author any more, and no other wordings wait."""
        points = {name: Point(self.point(name).text) for name in self.written()}
        return Content(points, tuple(replace(rule, by="") for rule in self.rules))


def read(agreement: Agreement) -> Content:
    """The content of a version."""
    kept = json.loads(agreement.content)
    points = {name: Point(p["text"], tuple(p.get("others", ()))) for name, p in kept.get("points", {}).items()}
    return Content(points, tuple(Rule(r["id"], r["text"], r.get("by", "")) for r in kept.get("rules", ())))


def write(content: Content) -> str:
    """The content as it is kept: JSON, without what is empty."""
    points = {
        name: {"text": point.text, **({"others": list(point.others)} if point.others else {})}
        for name, point in content.points.items()
        if point.text or point.others
    }
    rules = [{"id": r.id, "text": r.text, **({"by": r.by} if r.by else {})} for r in content.rules]
    return json.dumps({"points": points, "rules": rules}, ensure_ascii=False)


def mark(text: str) -> str:
    """A short mark of a text, for a button or a form to say which words it was shown with."""
    return f"{crc32(text.encode()):x}"


def text_blocks(content: Content) -> tuple[Block, ...]:
    """The agreement's own text: what is agreed, what is still open, and the rules."""
    blocks: list[Block] = []
    lines: tuple[Text, ...] = tuple(line(name, content.point(name).text) for name in content.written())
    if lines:
        blocks.append(Items(lines))
    if content.still_open():
        names = tuple(say(f"agreement-topic-{name}") for name in content.still_open())
        blocks.append(Para(say("agreement-open", names=names)))
    if content.rules:
        blocks += [Heading(say("agreement-rules")), Items(tuple(Own(rule.text) for rule in content.rules))]
    return tuple(blocks)


def line(name: str, text: str) -> Text:
    """One point in a line."""
    return say("agreement-line", point=say(f"agreement-point-{name}"), text=Own(text))


def changes(old: Content, new: Content) -> tuple[Text, ...]:
    """What is different in the new one, a line each; empty where they agree."""
    lines: list[Text] = []
    for name in POINTS:
        before, after = old.point(name).text, new.point(name).text
        if before == after:
            continue
        kind = "changed" if before and after else "added" if after else "opened"
        point = say(f"agreement-point-{name}")
        lines.append(say(f"agreement-change-{kind}", point=point, old=Own(before), new=Own(after)))
    texts = [rule.text for rule in old.rules]
    lines += [say("agreement-rule-new", text=Own(rule.text)) for rule in new.rules if rule.text not in texts]
    kept = [rule.text for rule in new.rules]
    lines += [say("agreement-rule-gone", text=Own(text)) for text in texts if text not in kept]
    return tuple(lines)


def day(group: Group, agreement: Agreement) -> date:
    """The day of a version, as it was in the group's zone."""
    return agreement.made.astimezone(group.tz).date()


async def standing(work: UnitOfWork, group: Group) -> Agreement | None:
    """The version in force, if the group has one."""
    found = await work.agreements.find(group_id=group.id, standing=Standing.STANDING)
    return found[0] if found else None


async def standing_blocks(work: UnitOfWork, group: Group) -> tuple[Block, ...]:
    """The agreement in force with its heading and the day of its acceptance; nothing where none stands."""
    agreement = await standing(work, group)
    if agreement is None:
        return ()
    return (
        Heading(say("agreement-heading")),
        Para(say("agreement-since", date=day(group, agreement))),
        *text_blocks(read(agreement)),
    )
