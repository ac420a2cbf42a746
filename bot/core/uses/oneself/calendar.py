"""A member's own calendar address: secret, shown once, and good until it is taken back or they leave."""

from datetime import UTC
from hashlib import sha256

from bot.core.model import Life, Subscription
from bot.core.outgoing import Block, Button, CalendarFile, Heading, Link, Message, Own, Para, Reply, say
from bot.core.ports import House, UnitOfWork
from bot.core.refusal import Refusal
from bot.core.turn import GroupTurn, button, told
from bot.core.view import view

NEW, OFF = "new", "off"


async def calendar(turn: GroupTurn) -> Reply:
    """A new address; where there is one, whether to have another or none. It is kept as a hash and cannot be shown."""
    if not turn.house.calendar_url:
        raise Refusal("calendar-not-here")
    mine = await turn.work.subscriptions.find(member_id=turn.me.id)
    if turn.value == OFF:
        await turn.work.subscriptions.drop(member_id=turn.me.id)
        return told("calendar-off", (_new(turn),))
    if mine and turn.value != NEW:
        return told("calendar-is", (_new(turn),), (_off(turn),))
    await turn.work.subscriptions.drop(member_id=turn.me.id)
    secret = turn.house.chance.new_id() + turn.house.chance.new_id()  # of 82 bits each
    await turn.work.subscriptions.add(Subscription(_hash(secret), turn.group.id, turn.me.id, turn.now))
    return _shown(turn, f"{turn.house.calendar_url}/{secret}.ics")


def _hash(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def _shown(turn: GroupTurn, address: str) -> Message:
    blocks: tuple[Block, ...] = (
        Heading(say("calendar-heading", group=turn.group.name)),
        Para(Own(address)),
        Para(say("calendar-how")),
        Para(say("calendar-secret")),
    )
    open_ = ((Link(say("button-calendar-open"), address),),) if address.startswith("https://") else ()
    return Message(blocks, (*open_, (_off(turn),)))


def _new(turn: GroupTurn) -> Button:
    return button(say("button-calendar-new"), "calendar", turn.group.id, NEW)


def _off(turn: GroupTurn) -> Button:
    return button(say("button-calendar-off"), "calendar", turn.group.id, OFF)


async def feed_of(work: UnitOfWork, house: House, secret: str) -> tuple[tuple[CalendarFile, ...], str] | None:
    """Every meeting of the group that the address belongs to, cancelled ones as such, and its reader's language.

    Of a group that goes on season after season they are those of this season and of the ones to come.
    None where the address is good for nothing (any more). Nothing confidential: the group's name and the times.
    """
    found = await work.subscriptions.get(_hash(secret))
    member = await work.members.get(found.member_id) if found else None
    group = await work.groups.get(found.group_id) if found else None
    person = await work.persons.get(member.person_id) if member else None
    if group is None or person is None:
        return None
    seen = await view(work, house, group)
    meetings = await work.meetings.find(group_id=group.id) if group.life is not Life.ENDED else seen.meetings
    shown = seen.since(house.clock.now())
    if shown != seen.meetings:
        meetings = [m for m in meetings if m.starts >= shown[0].starts]
    files = tuple(
        CalendarFile(
            uid=f"{meeting.id}@piiri",
            sequence=meeting.revision,
            title=Own(group.name),
            starts=meeting.begins(group.tz),
            minutes=meeting.minutes,
            zone=group.zone,
            place="",
            link="",
            stamp=meeting.time_set.astimezone(UTC),
            cancelled=meeting.cancelled,
        )
        for meeting in sorted(meetings, key=lambda m: (m.starts, m.id))
    )
    return files, person.language
