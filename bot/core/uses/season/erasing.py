"""Erasing all that is kept of a group: its rows, every key that sealed what its members wrote, and who was in it."""

from collections.abc import Iterable
from dataclasses import replace

from bot.core.model import Group, Notice, Person
from bot.core.platform import Address, Pages
from bot.core.ports import UnitOfWork


def is_erased(group: Group) -> bool:
    """Whether only the place of a group is left, for its last word to be sent to."""
    return not group.key_id


async def erase(work: UnitOfWork, group: Group, last: Notice | None) -> None:
    """Erase everything of a group; for the `last` notice its place is left, without name, people or words.

    Keys are destroyed and so listed outside the database: a restored backup is held to them.
    """
    people = await _people(work, group)
    keys = await _keys(work, group)
    meetings = {meeting.id for meeting in await work.meetings.find(group_id=group.id)}
    await work.groups.drop(id=group.id)
    for key_id in sorted(keys):
        await work.keys.destroy(key_id)
    for person in people:
        await _forget_drafts(work, person, {group.id, *meetings})
        if not await _has_business(work, person):
            await forget_person(work, person)
    if last is not None:
        await work.groups.add(replace(group, key_id="", name="", themes=(), mention="", before_id="", events=False))
        await work.notices.add(replace(last, meeting_id=None))


async def pages_of(work: UnitOfWork, group: Group) -> tuple[Pages, ...]:
    """Where the group's pages are: its channels, up to a later season in its own, and its people's own sides."""
    here = await work.groups.find(platform=group.platform, channel=group.channel)
    later = [other.begun for other in here if other.id != group.id and other.begun > group.begun]
    channel = Pages(Address(group.platform, group.channel, private=False), min(later, default=None))
    own = (Pages(Address(p.platform, p.handle, private=True)) for p in await _people(work, group))
    apart = [each.channel for each in await work.subgroups.find(group_id=group.id) if each.channel]
    parts = (Pages(Address(group.platform, each, private=False)) for each in apart)
    return (channel, *parts, *own)


async def _people(work: UnitOfWork, group: Group) -> list[Person]:
    rows: Iterable[str] = (
        *(m.person_id for m in await work.members.find(group_id=group.id)),
        *(c.person_id for c in await work.conveners.find(group_id=group.id)),
        *(f.person_id for f in await work.facilitators.find(group_id=group.id)),
        *(q.person_id for q in await work.questions.find(group_id=group.id) if q.person_id),
    )
    found = [await work.persons.get(person_id) for person_id in sorted(set(rows))]
    return [person for person in found if person]


async def _keys(work: UnitOfWork, group: Group) -> set[str]:
    """The group's own, its members', its rounds' and batches'; nothing of the group is sealed with any other."""
    found = {group.key_id}
    found |= {member.key_id for member in await work.members.find(group_id=group.id)}
    found |= {poll.key_id for poll in await work.polls.find(group_id=group.id)}
    found |= {batch.key_id for batch in await work.batches.find(group_id=group.id)}
    return found - {""}


async def _forget_drafts(work: UnitOfWork, person: Person, about: set[str]) -> None:
    draft = await work.drafts.get(person.id)
    if draft and draft.about.partition(":")[0] in about:
        await work.drafts.drop(id=draft.id)


async def _has_business(work: UnitOfWork, person: Person) -> bool:
    return bool(
        await work.members.find(person_id=person.id)
        or await work.conveners.find(person_id=person.id)
        or await work.facilitators.find(person_id=person.id)
    )


async def forget_person(work: UnitOfWork, person: Person) -> None:
    """Erase an identity that is in no group, and all that is kept of it besides."""
    await work.drafts.drop(id=person.id)
    await work.openings.drop(platform=person.platform, handle=person.handle)
    for channel in await work.channels.find(platform=person.platform, adder=person.handle):
        await work.channels.save(replace(channel, adder=""))
    await work.notices.drop(person_id=person.id, state="waiting")
    await work.persons.drop(id=person.id)
    await work.keys.destroy(person.id)
