"""Groups with four notices each due at this instant, and nothing sent yet: what every life starts from."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.chance import Chance
from bot.content.library import Library
from bot.content.typed_port import TypedText
from bot.core.hear import hear
from bot.core.incoming import Incoming, Press, Sender
from bot.core.model import Floor, Group, Notice, State
from bot.core.outgoing import say
from bot.core.people import person_for
from bot.core.ports import House, Rhythm
from bot.core.uses.convening.trouble import REASONS
from bot.core.uses.founding.setup import Spec, found
from bot.store.store import open_store
from bot.store_time import keep_time
from prove.kills_stand import Stand
from scheduler.clock import MARK, HeldClock

HELSINKI = ZoneInfo("Europe/Helsinki")
FOUNDED = datetime(2026, 9, 13, 9, tzinfo=HELSINKI)
DUE = datetime(2026, 9, 14, 10, 5, tzinfo=HELSINKI)
"""The first meeting is on the 15th at 17: plan, pre-task, the lead's brief and reminder are due, and none too late."""

LIBRARY = Library()


@dataclass(frozen=True)
class Circle:
    """One group, and who is told what does not get through."""

    group: Group
    convener: Sender
    people: tuple[Sender, ...]
    meetings: tuple[str, ...]


@dataclass(frozen=True)
class Ground:
    """What was founded, and the notices that are due, by id."""

    circles: dict[str, Circle]
    due: dict[str, Notice]

    def word_of(self, notice: Notice, why: str) -> str:
        """The line in which a convener is told of one that did not surely get through."""
        kind, why = say(f"kind-{notice.kind}"), say(f"why-{why if why in REASONS else 'other'}")
        when = self.circles[notice.group_id].group.wall(notice.due)
        return LIBRARY.text(say("trouble-line", kind=kind, when=when, why=why), "en")


async def lay(url: str, key: Path, stand: Stand, groups: int) -> Ground:
    """Found so many groups in a new store; its clock stands at `DUE` from then on."""
    chance = Chance()
    store = await open_store(url, key, chance)
    try:
        await keep_time(store, "held")
        clock = HeldClock(FOUNDED)
        house = House(LIBRARY, TypedText(), clock, chance, {stand.platform: stand.capabilities})
        circles = {}
        for number in range(groups):
            channel, people = stand.group(number)
            convener, *members = people
            async with store.begin() as work:
                group = await found(
                    work, house, _spec(number, stand.platform, channel), await person_for(work, house, convener)
                )
                for member in [*members, convener]:  # in this order they lead
                    clock.move(clock.now().replace(microsecond=clock.now().microsecond + 1))
                    press = Press(f"join:{group.id}:")
                    await hear(work, house, Incoming(f"{number}-{member.handle}", member, channel, press))
                meetings = sorted(await work.meetings.find(group_id=group.id), key=lambda meeting: meeting.starts)
            circles[group.id] = Circle(group, convener, tuple(people), tuple(meeting.id for meeting in meetings))
        async with store.begin() as work:
            waiting = await work.notices.find(state=State.WAITING)
        await store.set_mark(MARK, DUE.astimezone(ZoneInfo("UTC")).isoformat())
    finally:
        await store.close()
    return Ground(circles, {notice.id: notice for notice in waiting if notice.due <= DUE})


def _spec(number: int, platform: str, channel: str) -> Spec:
    programme = LIBRARY.programme("vahvistin")
    return Spec(
        f"Piiri {number}", platform, channel, programme.slug, "en", HELSINKI, datetime(2026, 9, 15, 17),  # noqa: DTZ001 - wall time
        Rhythm(3, "week"), 150, 6, "Kulttuuritalo", "", programme.themes()[:4], Floor.FIVE,
    )  # fmt: skip
