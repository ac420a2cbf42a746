"""From an incoming to its reply: once, in one transaction, undone as a whole where it is refused."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta

from bot.core import forms, offers, openings
from bot.core.incoming import (
    Closed,
    Command,
    Departed,
    Filled,
    Incoming,
    LetIn,
    Opened,
    Press,
    Relocated,
    ShutOut,
    Typing,
    Unread,
    Wrote,
    keepable,
)
from bot.core.model import Draft
from bot.core.outgoing import Form, Offers, Reply, say
from bot.core.people import in_their_language, person_for
from bot.core.ports import House, UnitOfWork
from bot.core.quotas import within_quotas
from bot.core.refusal import Refusal
from bot.core.register import COMMANDS, USES
from bot.core.turn import (
    GroupTurn,
    Turn,
    Use,
    Values,
    find_turn,
    groups_of,
    roles_in,
    told,
    with_problems,
)
from bot.core.uses.between import pretasks
from bot.core.uses.convening import channels
from bot.core.uses.members.membership import let_go
from bot.core.uses.menu.start import hello
from bot.core.uses.oneself import waiting
from bot.core.watch import Became


@dataclass(frozen=True)
class Heard:
    """The reply, the language to say it in, and whom else it concerns: `erased` are handles to be forgotten now.

    `seats` are people whose commands are other ones now, with whether they convene; `became` is for who counts.
    """

    reply: Reply
    language: str
    erased: tuple[str, ...] = ()
    seats: Mapping[str, bool] = field(default_factory=dict)
    became: Became = "done"


async def hear(work: UnitOfWork, house: House, incoming: Incoming) -> Heard:
    """Handle an incoming; one that was handled before changes nothing and is answered with nothing."""
    incoming = keepable(incoming)
    sender = incoming.sender
    now = house.clock.now()
    known = bool(await work.persons.find(platform=sender.platform, handle=sender.handle))
    person = await person_for(work, house, sender, incoming.channel)
    if not isinstance(incoming.act, Typing) and not await work.remember(sender.platform, incoming.key, now):
        return Heard(None, person.language, became="known")
    bounded = within_quotas(work, person, now)
    where = (incoming.channel, sender.may_convene, "", incoming.title)
    turn = Turn(bounded, house, now, person, *where, [], {}, [], sender.language)
    became: Became = "done"
    try:
        async with work.attempt():
            reply = await waiting.with_what_waits(turn, await _act(turn, incoming))
    except Refusal as refusal:
        turn.erased.clear()
        turn.seats.clear()
        turn.spoken.clear()
        reply, became = told(refusal.phrase, **refusal.values), "refused"
    if not known:
        await let_go(work, person)
    language = turn.spoken[-1] if turn.spoken else person.language
    return Heard(reply, language, tuple(turn.erased), dict(turn.seats), became)


async def _act(turn: Turn, incoming: Incoming) -> Reply:  # noqa: PLR0911 - one return for each kind of act
    act = incoming.act
    if not incoming.sender.handle and isinstance(act, Press | Command | Filled | Wrote):
        raise Refusal("refused-nameless")
    if isinstance(act, Press):
        word, _, rest = act.data.partition(":")
        if word in forms.WORDS:
            return await _step(turn, word, rest)
        await _turn_away(turn)
        return await _do(turn, _use(word), rest)
    if isinstance(act, Command):
        word = turn.house.library.command(act.word)
        if word not in COMMANDS:
            raise Refusal("command-unknown")
        await _turn_away(turn)
        return await _command(turn, _use(word), act)
    if isinstance(act, Typing):
        use = USES.get(turn.house.library.command(act.word))
        return await offers.offered(turn, use, act) if use else Offers(())
    if isinstance(act, Filled):
        return await _fill(turn, _use(act.form), act.about, act.values)
    if isinstance(act, Wrote):
        return await _wrote(turn, act)
    if isinstance(act, Opened):
        return await _act(turn, replace(incoming, act=Press(await openings.opened(turn, act.token))))
    if isinstance(act, Closed):
        return await openings.closed(turn, act.data)
    if isinstance(act, Unread):
        return await pretasks.unread(act.what)
    return await _about_channel(turn, act)


async def _command(turn: Turn, use: Use, act: Command) -> Reply:
    about, given = await offers.taken(turn, act.options)
    meant = about or await offers.named(turn, use, act.rest)
    return await _do(turn, use, meant, given) if isinstance(meant, str) else meant


async def _about_channel(turn: Turn, act: LetIn | ShutOut | Relocated | Departed) -> Reply:
    if isinstance(act, LetIn):
        return await channels.let_in(turn)
    if isinstance(act, ShutOut):
        return await channels.shut_out(turn, act.why)
    if isinstance(act, Relocated):
        return await channels.relocated(turn, act.new)
    return await channels.departed(turn)


def _use(word: str) -> Use:
    use = USES.get(word)
    if use is None:
        raise Refusal("refused-old")
    return use


async def _found(turn: Turn, use: Use, about: str) -> Turn | Reply:
    """The turn with group and meeting; `about` is as buttons and forms carry it: an id, and a value after a colon."""
    target, _, value = about.partition(":")
    found = await find_turn(replace(turn, value=value), use, target)
    return await in_their_language(found) if isinstance(found, Turn) else found


async def _do(turn: Turn, use: Use, about: str, given: Values | None = None) -> Reply:
    found = await _found(turn, use, about)
    if not isinstance(found, Turn):
        return found
    reply = await use.do(found)
    return await forms.start(found, use, reply, given or {}) if isinstance(reply, Form) else reply


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
    if turn.house.capabilities[turn.person.platform].form == "pages":
        names = {field.name for field in form.fields}
        return await forms.page_filled(found, use, form, {n: text for n, text in typed.items() if n in names})
    values = {field.name: typed.get(field.name, "") for field in form.fields}
    problems = await forms.problems_of(found, use, form, values)  # everything that is wrong is said at once
    return with_problems(form, values, problems) if problems else await use.take(found, values)


async def _step(turn: Turn, word: str, rest: str) -> Reply:
    """A press that belongs to a question; `rest` says to which one, and with which value."""
    mark, _, value = rest.partition(":")
    draft = await forms.open_to(turn, mark)
    if draft is None or _use(draft.form).take is None:  # other drafts wait for presses of their own
        raise Refusal("refused-old")
    asking = await _asking(turn, draft)
    return await forms.pressed(asking, word, mark, value) if isinstance(asking, forms.Asking) else asking


async def _asking(turn: Turn, draft: Draft) -> forms.Asking | Reply:
    """The form that a draft is of, made anew as things stand; one that cannot go on is put away."""
    try:
        use = _use(draft.form)
        found = await _found(turn, use, draft.about)
        form = await use.do(found) if isinstance(found, Turn) else None
        if isinstance(found, Turn) and isinstance(form, Form) and draft.step < len(form.fields):
            return forms.Asking(found, use, form, draft)
        raise Refusal("refused-old")
    except Refusal as refusal:
        await turn.work.drafts.drop(id=draft.id)
        return told(refusal.phrase, **refusal.values)


async def _turn_away(turn: Turn, after: timedelta = timedelta(0)) -> None:
    """Whoever does something else is no longer answering what they were asked."""
    if turn.house.capabilities[turn.person.platform].form != "steps":  # no words can stray into a form there
        return
    draft = await turn.work.drafts.get(turn.person.id)
    asked = draft is not None and draft.step >= 0 and not _use(draft.form).patient
    if draft is not None and asked and turn.now - draft.begun >= after:
        await turn.work.drafts.drop(id=draft.id)


async def _wrote(turn: Turn, act: Wrote) -> Reply:
    """Text in private answers an open form, or is a note; in the channel it is the group's own talk."""
    if turn.channel is not None:
        return None
    await _turn_away(turn, after=forms.SOON)
    draft = await forms.waiting(turn) if turn.house.capabilities[turn.person.platform].form == "steps" else None
    if draft:
        asking = await _asking(turn, draft)
        return await forms.answered(asking, act.text) if isinstance(asking, forms.Asking) else asking
    if not act.text.strip():
        return None
    mine = []
    await turn.work.lock(*(group.id for group in await groups_of(turn.work, turn.person)))
    groups = await groups_of(turn.work, turn.person)
    if not groups:
        return hello(say("wrote-not-kept"))
    for group in groups:
        roles, member = await roles_in(turn.work, group, turn.person)
        mine.append(GroupTurn(**vars(turn), group=group, roles=roles, member=member))
    return await pretasks.wrote(turn, mine, act.text)
