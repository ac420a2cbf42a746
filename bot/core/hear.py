"""From an incoming to its reply: once, in one transaction, undone as a whole where it is refused."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.core import forms, pretasks
from bot.core.incoming import Command, Filled, Incoming, Press, Wrote
from bot.core.model import Draft, Person
from bot.core.outgoing import Form, Reply
from bot.core.people import person_for
from bot.core.ports import House, UnitOfWork
from bot.core.refusal import Refusal
from bot.core.turn import (
    GroupTurn,
    Turn,
    Use,
    Values,
    find_turn,
    groups_of,
    problems_in,
    roles_in,
    told,
    with_problems,
)
from bot.core.uses import COMMANDS, USES


@dataclass(frozen=True)
class Heard:
    """The reply, the language to say it in, and whose pages the platform is to forget now."""

    reply: Reply
    language: str
    erased: tuple[str, ...] = ()


async def hear(work: UnitOfWork, house: House, incoming: Incoming) -> Heard:
    """Handle an incoming; one that was handled before changes nothing and is answered with nothing."""
    sender = incoming.sender
    now = house.clock.now()
    known = bool(await work.persons.find(platform=sender.platform, handle=sender.handle))
    person = await person_for(work, house, sender)
    if not await work.remember(sender.platform, incoming.key, now):
        return Heard(None, person.language)
    turn = Turn(work, house, now, person, incoming.channel, sender.may_convene, "", [])
    try:
        async with work.attempt():
            reply = await _act(turn, incoming)
    except Refusal as refusal:
        turn.erased.clear()
        reply = told(refusal.phrase, **refusal.values)
    if not known:
        await _drop_if_stranger(work, person)
    return Heard(reply, person.language, tuple(turn.erased))


async def _drop_if_stranger(work: UnitOfWork, person: Person) -> None:
    """Keep no row of somebody who only pressed a button once."""
    if await work.members.find(person_id=person.id) or await work.conveners.find(person_id=person.id):
        return
    if await work.drafts.get(person.id) is None:
        await work.persons.drop(id=person.id)


async def _act(turn: Turn, incoming: Incoming) -> Reply:
    act = incoming.act
    if isinstance(act, Press):
        word, _, rest = act.data.partition(":")
        if word in forms.WORDS:
            return await _step(turn, word, rest.partition(":")[2])
        return await _do(turn, _use(word), rest)
    if isinstance(act, Command):
        word = turn.house.library.command(act.word)
        if word not in COMMANDS:
            raise Refusal("command-unknown")
        return await _do(turn, _use(word), "")
    if isinstance(act, Filled):
        return await _fill(turn, _use(act.form), act.about, act.values)
    return await _wrote(turn, act)


def _use(word: str) -> Use:
    use = USES.get(word)
    if use is None:
        raise Refusal("refused-old")
    return use


async def _found(turn: Turn, use: Use, about: str) -> Turn | Reply:
    """The turn with group and meeting; `about` is as buttons and forms carry it: an id, and a value after a colon."""
    target, _, value = about.partition(":")
    return await find_turn(replace(turn, value=value), use, target)


async def _do(turn: Turn, use: Use, about: str) -> Reply:
    found = await _found(turn, use, about)
    if not isinstance(found, Turn):
        return found
    reply = await use.do(found)
    if isinstance(reply, Form) and turn.house.capabilities[turn.person.platform].form == "steps":
        return await forms.start(turn, reply)
    return reply


async def _fill(turn: Turn, use: Use, about: str, typed: Mapping[str, str]) -> Reply:
    """A whole form: all of its fields are looked at, and it comes back as it was filled in if something is wrong."""
    if use.take is None:  # what has no form is not carried out by one
        raise Refusal("refused-old")
    found = await _found(turn, use, about)
    if not isinstance(found, Turn):
        return found
    form = await use.do(found)
    if not isinstance(form, Form):
        raise Refusal("refused-old")
    values = {field.name: typed.get(field.name, "") for field in form.fields}
    problems = problems_in(form, values)
    if use.check:  # everything that is wrong is said at once, and the first thing wrong with each field
        sound = {name: typed for name, typed in values.items() if name not in problems}
        problems |= {name: what for name, what in (await use.check(found, sound)).items() if name in sound}
    return with_problems(form, values, problems) if problems else await use.take(found, values)


async def _step(turn: Turn, word: str, value: str) -> Reply:
    draft = await forms.open_draft(turn)
    if draft is None:
        raise Refusal("refused-old")
    if word == "form-stop":
        return await forms.stop(turn)
    return await _continue(turn, draft, word, value)


async def _continue(turn: Turn, draft: Draft, word: str, value: str) -> Reply:
    use = _use(draft.form)
    found = await _found(turn, use, draft.about)
    if not isinstance(found, Turn):
        return found
    form = await use.do(found)
    if not isinstance(form, Form) or use.take is None:
        raise Refusal("refused-old")
    if word == "form-back":
        return await forms.back(found, form, draft)
    text = forms.typed(form, draft, word, value)
    reply, values = await forms.answer(found, use, form, draft, text)
    return reply if values is None else await _finish(found, use, values)


async def _finish(turn: Turn, use: Use, values: Values) -> Reply:
    assert use.take is not None  # noqa: S101 - checked by the caller
    reply = await use.take(turn, values)
    draft = await turn.work.drafts.get(turn.person.id)
    if draft and draft.form != "setup":  # the set-up's draft waits for the last look
        await turn.work.drafts.drop(id=draft.id)
    return reply


async def _wrote(turn: Turn, act: Wrote) -> Reply:
    """Text in private answers an open form, or is a note; in the channel it is the group's own talk."""
    if turn.channel is not None:
        return None
    draft = await forms.open_draft(turn)
    if draft:
        return await _continue(turn, draft, "", act.text)
    if not act.text.strip():
        return None
    mine = []
    for group in await groups_of(turn.work, turn.person):
        roles, member = await roles_in(turn.work, group, turn.person)
        mine.append(GroupTurn(**vars(turn), group=group, roles=roles, member=member))
    return await pretasks.wrote(turn, mine, act.text)
