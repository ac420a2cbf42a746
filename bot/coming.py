"""What a channel's group will be told: every waiting notice with its local time, and how it would read now."""

from dataclasses import dataclass

from bot.core.delivery import preview
from bot.core.kinds import UNLISTED
from bot.core.model import Group, Life, Notice
from bot.core.outgoing import Written, say
from bot.core.ports import House, Store, UnitOfWork
from bot.core.uses.members.leaving import says_nothing


@dataclass(frozen=True)
class Coming:
    """One notice to come: `local` is its time in words, `to` a person's name or empty for the channel."""

    notice: Notice
    local: str
    title: str
    to: str
    written: Written


async def coming(store: Store, house: House, platform: str, channel: str) -> tuple[Group | None, list[Coming]]:
    """The group on this channel, if any, and what is coming, soonest first. Changes nothing; shows nothing private."""
    async with store.begin() as work:
        found = [g for g in await work.groups.find(platform=platform, channel=channel) if g.life is not Life.ENDED]
        if not found:
            return None, []
        waiting = await work.notices.waiting(found[0].id)
        listed = [n for n in waiting if n.kind not in UNLISTED and not says_nothing(n)]
        return found[0], [await _one(work, house, found[0], n) for n in listed]


async def _one(work: UnitOfWork, house: House, group: Group, notice: Notice) -> Coming:
    language, library = group.language, house.library
    local = group.wall(notice.due)
    person = await work.persons.get(notice.person_id) if notice.person_id else None
    message = await preview(work, notice, house)
    return Coming(
        notice,
        library.text(say("when", when=local), language),
        library.text(say(f"kind-{notice.kind}"), language),
        person.name if person else "",
        library.write(message, language) if message else Written(()),
    )
