"""Identities: who is behind a sender, by the platform's own id, with the name and language that it tells now."""

from dataclasses import replace

from bot.core.incoming import Sender
from bot.core.letters import one_line
from bot.core.model import Person
from bot.core.ports import House, Taken, UnitOfWork

NAME_MOST = 64


async def person_for(work: UnitOfWork, house: House, sender: Sender) -> Person:
    """The person, added where they were not known, brought up to date where they were."""
    name = clean_name(sender.name) or sender.handle
    spoken = house.library.languages()
    found = await work.persons.find(platform=sender.platform, handle=sender.handle)
    language = sender.language if sender.language in spoken else (found[0].language if found else spoken[0])
    if not found:
        person = Person(house.chance.new_id(), sender.platform, sender.handle, name, language)
        try:
            await work.persons.add(person)
        except Taken:  # two first acts of theirs at once
            return (await work.persons.find(platform=sender.platform, handle=sender.handle))[0]
        return person
    person = replace(found[0], name=name, language=language)
    if person != found[0]:
        await work.persons.save(person)
        for member in await work.members.find(person_id=person.id):
            await work.members.save(replace(member, name=name))
        for facilitator in await work.facilitators.find(person_id=person.id):
            await work.facilitators.save(replace(facilitator, name=name))
    return person


def clean_name(typed: str) -> str:
    """A name on one line, at most 64 long."""
    return one_line(typed)[:NAME_MOST]
