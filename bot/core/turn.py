"""One turn: an incoming is checked against who its person is, handled in one transaction, and answered."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Literal

from bot.core.editions import at_hand
from bot.core.model import Group, Life, Meeting, Member, Person, Role, chat_of
from bot.core.outgoing import Button, Form, Message, Para, Phrase, Reply, say
from bot.core.ports import House, UnitOfWork
from bot.core.programme import Programme
from bot.core.refusal import Refusal
from bot.core.view import View, view


@dataclass(frozen=True)
class Turn:
    """An incoming being handled: who, where (channel None in private), now (group time, UTC), and a press's value.

    `title` is the channel's name as the platform tells. `erased` gathers the handles of people whose pages the platform
    is to forget once the turn is committed, `seats` of those whose commands are other ones then (whether they convene),
    `spoken` the languages that its person is spoken to in from now on, the last of which counts. `app_language` is what
    their app tells, ours or not.
    """

    work: UnitOfWork
    house: House
    now: datetime
    person: Person
    channel: str | None
    may_convene: bool
    value: str
    title: str
    erased: list[str]
    seats: dict[str, bool]
    spoken: list[str]
    app_language: str | None

    async def view(self, group: Group) -> View:
        """The group as it stands at this point of the turn."""
        return await view(self.work, self.house, group)


@dataclass(frozen=True)
class GroupTurn(Turn):
    """A turn about one group, with what the person is in it."""

    group: Group
    roles: frozenset[Role]
    member: Member | None

    @property
    def me(self) -> Member:
        """The person as a member; a refusal where they are none."""
        if self.member is None:
            raise Refusal("refused-not-member", group=self.group.name)
        return self.member

    @property
    def programme(self) -> Programme:
        """The group's programme, as it was when the group began."""
        return self.house.library.programme(self.group.pack)

    @property
    def convenes(self) -> bool:
        """Whether the person is a convener of this group."""
        return Role.CONVENER in self.roles

    @property
    def at_home(self) -> bool:
        """Whether it comes from where the group lives: who can press there was let in, elsewhere an id may be forged.

        Of an old post no topic may be told: then the chat that the topic is in will do.
        """
        return self.channel in {self.group.channel, chat_of(self.group.channel)}


@dataclass(frozen=True)
class MeetingTurn(GroupTurn):
    """A turn about one meeting."""

    meeting: Meeting

    def before_start(self) -> None:
        """Refuse what makes no sense once the meeting has begun."""
        if self.meeting.begins(self.group.tz) <= self.now:
            raise Refusal("refused-over", when=self.meeting.starts)

    def before_end(self) -> None:
        """Refuse what makes no sense once the meeting is over."""
        if self.meeting.ends(self.group.tz) <= self.now:
            raise Refusal("refused-over", when=self.meeting.starts)


Values = dict[str, str]
Problems = dict[str, Phrase]


@dataclass(frozen=True)
class Use:
    """One thing that people can do, by the word that buttons and commands carry.

    `about` says what it needs to know; `needs` lists the roles of which a person must have one (none: anyone may).
    A use with a form answers a press with it (`do`), looks at values as they come (`check`), and carries it out
    (`take`); it is put away after a quarter of an hour or when its person does something else, so that words meant for
    oneself never answer it, unless it is `patient`. `standing` names the lives of a group in which it is allowed,
    `which` the meeting meant by default; with `called_off` it may be one that was cancelled.
    """

    word: str
    do: Callable[[Any], Awaitable[Reply]]
    about: Literal["person", "group", "meeting"] = "group"
    needs: frozenset[Role] = frozenset()
    check: Callable[[Any, Values], Awaitable[Problems]] | None = None
    take: Callable[[Any, Values], Awaitable[Reply]] | None = None
    standing: frozenset[Life] = field(default=frozenset({Life.RUNNING, Life.PAUSED}))
    which: Literal["next", "last"] = "next"
    patient: bool = False
    called_off: bool = False


def press(word: str, about: str = "", value: str = "") -> str:
    """What a button carries: at most 64 bytes, no secret, checked again at every press."""
    data = f"{word}:{about}:{value}"
    if len(data.encode()) > 64:
        raise ValueError(f"a button of {word} carries more than 64 bytes")
    return data


def button(label: Phrase, word: str, about: str = "", value: str = "") -> Button:
    """A button that sets something off."""
    return Button(label, press(word, about, value))


def told(phrase: str, /, *rows: tuple[Button, ...], **values: Any) -> Message:
    """A short answer of one paragraph, with buttons below."""
    return Message((Para(say(phrase, **values)),), rows)


async def find_turn(turn: Turn, use: Use, about: str) -> Turn | Message:
    """The turn with its group and meeting, the person's right to it checked; or the question which group is meant."""
    if use.about == "person":
        return turn
    meeting = await turn.work.meetings.get(about) if about else None
    group = await turn.work.groups.get(meeting.group_id if meeting else about) if about else None
    if about and group is None:
        raise Refusal("refused-old")
    if group is None:
        found = await _groups_meant(turn, use)
        if len(found) > 1:
            return _which(use, found, turn.value)
        if not found:
            raise Refusal("refused-no-group" if turn.channel is None else "refused-no-group-here")
        group = found[0]
    await turn.work.lock(group.id)
    # As they are now that nobody else changes them: until a moment ago somebody may have.
    group = await turn.work.groups.get(group.id)
    meeting = await turn.work.meetings.get(meeting.id) if meeting else None
    if group is None or (meeting is None and about not in {"", group.id}):
        raise Refusal("refused-old")
    await at_hand(turn.work, turn.house, group)
    roles, member = await roles_in(turn.work, group, turn.person)
    if use.needs and not roles & use.needs:
        raise _refusal(use, group, roles)
    _standing(turn, use, group, roles)
    known = {**vars(turn), "group": group, "roles": roles, "member": member}
    if use.about == "group":
        return GroupTurn(**known)
    seen = await turn.view(group)
    meeting = meeting or (seen.next(turn.now) if use.which == "next" else seen.last(turn.now))
    if meeting is None:
        raise Refusal("refused-no-meeting" if use.which == "next" else "refused-none-yet")
    if meeting.cancelled and not use.called_off:
        raise Refusal("refused-cancelled", when=meeting.starts)
    lead = seen.lead(meeting)
    if lead and lead.person_id == turn.person.id:
        known["roles"] = roles | {Role.LEAD}
    return MeetingTurn(**known, meeting=meeting)


def _which(use: Use, groups: list[Group], value: str) -> Message:
    try:
        rows = tuple((button(say("label", text=g.name), use.word, g.id, value),) for g in groups)
    except ValueError:  # forged: no button of ours names no group and carries that much
        raise Refusal("refused-old") from None
    return told("which-group", *rows)


def _standing(turn: Turn, use: Use, group: Group, roles: frozenset[Role]) -> None:
    """Refuse what a group's life does not allow now; an id alone tells nobody whose it is."""
    if group.life in use.standing:
        return
    if Role.STRANGER in roles and turn.channel != group.channel:
        raise Refusal("refused-old")
    raise Refusal("refused-ended" if group.life is Life.ENDED else f"refused-{group.life.value}", group=group.name)


async def roles_in(work: UnitOfWork, group: Group, person: Person) -> tuple[frozenset[Role], Member | None]:
    """What a person is in a group, looked up where the state is."""
    members = await work.members.find(group_id=group.id, person_id=person.id)
    convener = await work.conveners.find(group_id=group.id, person_id=person.id)
    roles = {Role.MEMBER} if members else set()
    if convener:
        roles.add(Role.CONVENER)
    if await work.facilitators.find(group_id=group.id, person_id=person.id):
        roles.add(Role.FACILITATOR)
    return frozenset(roles or {Role.STRANGER}), next(iter(members), None)


async def groups_of(work: UnitOfWork, person: Person) -> list[Group]:
    """The groups that a person has business in and that have not ended, by name."""
    return [group for group in await all_groups_of(work, person) if group.life is not Life.ENDED]


async def all_groups_of(work: UnitOfWork, person: Person) -> list[Group]:
    """The same with those that have ended and are not deleted yet."""
    ids = {m.group_id for m in await work.members.find(person_id=person.id)}
    ids |= {c.group_id for c in await work.conveners.find(person_id=person.id)}
    ids |= {f.group_id for f in await work.facilitators.find(person_id=person.id)}
    groups = await work.groups.find(id=sorted(ids)) if ids else []
    return sorted(groups, key=lambda g: (g.name, g.begun, g.id))


async def groups_here(turn: Turn) -> list[Group]:
    """The groups that live in the turn's channel, or have it for a sub-group, and have not ended."""
    here = await groups_in(turn.work, turn.person.platform, turn.channel)
    return [g for g in here if g.life is not Life.ENDED]


async def groups_in(work: UnitOfWork, platform: str, channel: str | None) -> list[Group]:
    """The groups that live in a channel or have it for a sub-group, and those that ended there, in order of age."""
    here = await work.groups.find(platform=platform, channel=channel)
    if all(group.life is Life.ENDED for group in here):  # or else it is nobody else's
        apart = await work.subgroups.find(platform=platform, channel=channel)
        here += await work.groups.find(id=[each.group_id for each in apart]) if apart else []
    return sorted(here, key=lambda g: (g.begun, g.id))


async def _groups_meant(turn: Turn, use: Use) -> list[Group]:
    """The group of the channel; in private, those of the person in which they may do this.

    One that has ended is only meant where there is no other, or by what comes after the end.
    """
    if turn.channel is not None:
        return _in_life(use, await groups_in(turn.work, turn.person.platform, turn.channel))[-1:]
    mine = _in_life(use, await all_groups_of(turn.work, turn.person))
    if not use.needs:
        return mine or await _asked(turn)
    return [g for g in mine if (await roles_in(turn.work, g, turn.person))[0] & use.needs] or mine[:1]


def _in_life(use: Use, groups: list[Group]) -> list[Group]:
    over = [g for g in groups if g.life is Life.ENDED and g.life in use.standing]
    running = [g for g in groups if g.life is not Life.ENDED]
    return over or running if use.standing == {Life.ENDED} else running or over


async def _asked(turn: Turn) -> list[Group]:
    """The groups that somebody who is in none has asked to come to, and waits for an answer of."""
    asked = await turn.work.questions.find(person_id=turn.person.id, closed=False)
    groups = await turn.work.groups.find(id=sorted({question.group_id for question in asked})) if asked else []
    return [group for group in groups if group.life is not Life.ENDED]


def _refusal(use: Use, group: Group, roles: frozenset[Role]) -> Refusal:
    if Role.STRANGER in roles:
        return Refusal("refused-stranger")
    if Role.CONVENER in use.needs:
        return Refusal("refused-convener", group=group.name)
    if use.needs == {Role.FACILITATOR}:
        return Refusal("refused-only-facilitator", group=group.name)
    return Refusal("refused-facilitator" if Role.FACILITATOR in roles else "refused-not-member", group=group.name)


def with_problems(form: Form, values: Values, problems: Problems) -> Form:
    """The form again, as it was filled in, with what is to be mended."""
    fields = (replace(f, value=values.get(f.name, f.value), problem=problems.get(f.name)) for f in form.fields)
    return replace(form, fields=tuple(fields))


def problems_in(form: Form, values: Values) -> Problems:
    """What any form minds, for the fields that have values: empty where it may not be, too long, or no such choice."""
    problems: Problems = {}
    for field_ in form.fields:
        typed = values.get(field_.name)
        if typed is None:
            continue
        if field_.required and not typed.strip():
            problems[field_.name] = say("choice-unknown" if field_.options else "field-empty")
        elif len(typed) > field_.most:
            problems[field_.name] = say("field-too-long", count=len(typed), most=field_.most)
        elif typed and field_.options and typed not in {option.value for option in field_.options}:
            problems[field_.name] = say("choice-unknown")
    return problems
