"""Identities: who is behind a sender, by the platform's own id, with the name and language that it tells now.

A person is spoken to in the language that they chose, or else in their app's, or else, where that is none of ours, in
that of the group they act in.
"""

from dataclasses import replace

from bot.core.incoming import Sender
from bot.core.letters import one_line
from bot.core.model import Person
from bot.core.ports import House, Library, Taken, UnitOfWork
from bot.core.turn import GroupTurn, Turn, groups_here, groups_in

NAME_MOST = 64


async def person_for(work: UnitOfWork, house: House, sender: Sender, channel: str | None = None) -> Person:
    """The person, added where they were not known, brought up to date where they were; `channel` is where they act."""
    name = clean_name(sender.name) or sender.handle
    told = among(house.library, sender.language)
    found = await work.persons.find(platform=sender.platform, handle=sender.handle)
    if not found:
        here = await groups_in(work, sender.platform, channel) if channel is not None and not told else []
        language = told or (here[-1].language if here else house.library.languages()[0])
        person = Person(house.chance.new_id(), sender.platform, sender.handle, name, language)
        try:
            await work.persons.add(person)
        except Taken:  # two first acts of theirs at once
            return (await work.persons.find(platform=sender.platform, handle=sender.handle))[0]
        return person
    language = among(house.library, found[0].chosen_language) or told or found[0].language
    person = replace(found[0], name=name, language=language)
    if person != found[0]:
        await work.persons.save(person)
        for member in await work.members.find(person_id=person.id):
            await work.members.save(replace(member, name=name))
        for facilitator in await work.facilitators.find(person_id=person.id):
            await work.facilitators.save(replace(facilitator, name=name))
    return person


async def in_their_language(turn: Turn) -> Turn:
    """The turn in the language of the group it is about, where neither a choice nor the app tells one of ours."""
    library, person = turn.house.library, turn.person
    if among(library, person.chosen_language) or among(library, turn.app_language):
        return turn
    if isinstance(turn, GroupTurn):
        groups = [turn.group]
    else:
        groups = await groups_here(turn) if turn.channel is not None else []
    if not groups or groups[-1].language == person.language:
        return turn
    person = replace(person, language=groups[-1].language)
    await turn.work.persons.save(person)
    turn.spoken.append(person.language)
    return replace(turn, person=person)


def among(library: Library, language: str | None) -> str:
    """The language where it is one of ours; empty where it is not."""
    return language if language in library.languages() else ""


def clean_name(typed: str) -> str:
    """A name on one line, at most 64 long."""
    return one_line(typed)[:NAME_MOST]
