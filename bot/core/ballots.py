"""Rounds of questions: sealed while they are open, counted at close, kept only without author, time or order."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from bot.core.model import Ballot, Batch, Group, Meeting, Member, Paper, Poll
from bot.core.ports import House, UnitOfWork
from bot.core.refusal import Refusal
from bot.core.season import floor_of

FEEDBACK = "feedback"
"""The kind of round that is held after every meeting; only its answers wait for those of the next one."""

EVALUATION = "evaluation"
"""The kind that is held after a season's last meeting, on all of it."""

SENTENCE = "sentence"
"""The question of a feedback round that is answered in one's own words."""

CARRY = "carry"
"""The one that asks what to come back to next time."""

STEPS = 5
MOST = 500
"""Characters of one answer in words."""

CARRY_MOST = 200
"""Characters of one thing to come back to: it stands in a post among others."""

ROOM, WAITING_ROOM = 4096, 16384
"""Bytes: sealed rows of one ballot, and of what waits to be shown, are as long as whole such rooms.

Sealing hides what is said but not how much: of rows as long as their words, a copy of the database would tell whose
sentence is which of those that are shown later.
"""

QUOTE = "quote"
"""The kind of paper that holds words which their author lets be quoted with their name."""

Permission = Literal["no", "in", "in-n", "out", "out-n"]
PERMISSIONS: tuple[Permission, ...] = ("no", "in", "in-n", "out", "out-n")
"""Whether words may be quoted: not, inside the group or outside it too, and each of these with the name or without."""


@dataclass(frozen=True)
class _Pool:
    """What earlier meetings left unshown: the answers, the rows that they stand in, and the words with a name."""

    content: dict[str, Any]
    batches: tuple[Batch, ...] = ()
    papers: tuple[Paper, ...] = ()


async def open_round(work: UnitOfWork, house: House, group: Group, meeting: Meeting, kind: str) -> Poll:
    """Open a round in the moment that its questions are posted, once; its key is kept outside the database."""
    there = await round_of(work, meeting, kind)
    if there:
        return there
    floor = floor_of(group, len(await work.members.find(group_id=group.id)))
    key_id = await work.keys.make(outside=True)
    poll = Poll(house.chance.new_id(), group.id, meeting.id, key_id, kind=kind, floor=floor)
    await work.polls.add(poll)
    return poll


async def round_of(work: UnitOfWork, meeting: Meeting, kind: str) -> Poll | None:
    """The round of this kind on a meeting, open or closed."""
    return next(iter(await work.polls.find(meeting_id=meeting.id, kind=kind)), None)


async def floor_told(work: UnitOfWork, group: Group, meeting: Meeting, kind: str) -> int:
    """How many different people a round needs, as it was told when it opened; more where the group has grown since.

    Of a round that is not open yet, as it would be told now.
    """
    poll, members = await round_of(work, meeting, kind), await work.members.find(group_id=group.id)
    return max(floor_of(group, len(members)), poll.floor if poll else 0)


async def floor_waited_for(work: UnitOfWork, group: Group) -> int:
    """How many different people it takes for the feedback that waits to be shown; 0 where none does."""
    waiting: int = (await _pool(work, group)).content["floor"]
    return waiting


async def mark(
    work: UnitOfWork,
    house: House,
    poll: Poll,
    member: Member,
    *,
    scales: Mapping[str, int] | None = None,
    words: Mapping[str, str] | None = None,
    quote: Mapping[str, Permission] | None = None,
) -> None:
    """Set a member's answers, each in the place of the one before; empty words take theirs back.

    A permission to `quote` goes by the question that the words answer, and falls away with them when they change.
    Which questions there are and who is asked is the caller's to know; a refusal where the round is closed.
    """
    if poll.closed:
        raise Refusal("feedback-closed")
    if any(step not in range(1, STEPS + 1) for step in (scales or {}).values()):
        raise Refusal("refused-old")
    ballot = await _ballot(work, poll, member)
    answers = _answers(ballot)
    answers["scales"].update(scales or {})
    for question, typed in (words or {}).items():
        if answers["words"].get(question, "") == typed.strip():
            continue
        answers["quote"].pop(question, None)
        answers["words"][question] = typed.strip()
    for question, permission in (quote or {}).items():
        if not answers["words"].get(question) or permission not in PERMISSIONS:
            raise Refusal("refused-old")
        answers["quote"][question] = permission
    answers["words"] = {question: typed for question, typed in answers["words"].items() if typed}
    if ballot:
        await work.ballots.save(replace(ballot, answers=_filled(answers, ROOM)))
    else:
        new = Ballot(house.chance.new_id(), poll.id, member.id, poll.key_id, _filled(answers, ROOM))
        await work.ballots.add(new)


def _filled(content: dict[str, Any], room: int) -> str:
    """As JSON, filled up with spaces; at its end they mean nothing."""
    text = json.dumps(content, ensure_ascii=False)
    return text + " " * (-len(text.encode("utf-8", "surrogatepass")) % room)


async def mine(work: UnitOfWork, poll: Poll, member: Member) -> dict[str, dict[str, Any]]:
    """What a member has answered in a round that is open: `scales`, `words` and `quote`, each by question."""
    return _answers(await _ballot(work, poll, member))


async def _ballot(work: UnitOfWork, poll: Poll, member: Member) -> Ballot | None:
    return next(iter(await work.ballots.find(poll_id=poll.id, member_id=member.id)), None)


def _answers(ballot: Ballot | None) -> dict[str, dict[str, Any]]:
    """A ballot's answers; one from before there were several questions in words holds a single sentence."""
    answers: dict[str, Any] = json.loads(ballot.answers) if ballot else {}
    words = answers.get("words") or ({SENTENCE: answers["sentence"]} if answers.get("sentence") else {})
    return {"scales": answers.get("scales", {}), "words": words, "quote": answers.get("quote", {})}


async def close_round(  # noqa: PLR0917 - each is one plain thing
    work: UnitOfWork, house: House, group: Group, meeting: Meeting, kind: str, size: int
) -> None:
    """Count and mix what was answered, and destroy ballots and key; once, however often it is called.

    It is published when enough different people of a group of this `size` are in it. Feedback that falls short waits
    for that of the next meeting: until then who is in it is kept, sealed with a key outside the database, only to be
    counted. Whatever else falls short is destroyed.
    """
    poll = await round_of(work, meeting, kind)
    if poll is None or poll.closed:
        return
    pool = await _pool(work, group) if kind == FEEDBACK else _Pool(_empty())
    ballots = await work.ballots.find(poll_id=poll.id)
    # By person: who leaves and joins anew is another member, and still one and the same.
    people = {member.id: member.person_id for member in await work.members.find(group_id=group.id)}
    # Nobody's answers are shown to fewer than they were told, though members have left since.
    own = _empty() | {"floor": max(floor_of(group, size), poll.floor)}
    pool.content["floor"] = max(own["floor"], pool.content["floor"])
    for content in (own, pool.content):
        for ballot in ballots:
            _count(content, ballot, people.get(ballot.member_id, ballot.member_id))
        content["meetings"].append(meeting.id)
    if len(pool.content["who"]) < pool.content["floor"] and len(own["who"]) >= own["floor"]:
        pool = _Pool(own)  # what waits was promised more people, and waits on
    floor = pool.content["floor"]
    published = len(pool.content["who"]) >= floor
    if published or kind == FEEDBACK:
        content = _mixed(house, _publishable(pool.content, floor) if published else pool.content)
        key_id = group.key_id if published else await work.keys.make(outside=True)
        for paper in pool.papers:
            await work.papers.save(replace(paper, key_id=key_id))
        for ballot in ballots:
            for paper in await _named(work, house, meeting, ballot, key_id):
                await work.papers.add(paper)
        text = _filled(content, 1 if published else WAITING_ROOM)
        await work.batches.add(Batch(house.chance.new_id(), group.id, meeting.id, key_id, text, published, kind))
    for batch in pool.batches:
        await work.batches.drop(id=batch.id)
        await work.keys.destroy(batch.key_id)
    await _destroy(work, poll)


def _empty() -> dict[str, Any]:
    return {"counts": {}, "words": {}, "quotes": [], "who": [], "meetings": [], "floor": 0}


async def _pool(work: UnitOfWork, group: Group) -> _Pool:
    """There is at most one such batch, since each takes in the one before."""
    batches = await work.batches.find(group_id=group.id, published=False, kind=FEEDBACK)
    if not batches:
        return _Pool(_empty())
    content = _empty() | _read(batches[0])
    return _Pool(content, tuple(batches), tuple(await _unshown_papers(work, group)))


def _count(pool: dict[str, Any], ballot: Ballot, person_id: str) -> None:
    answers = _answers(ballot)
    for scale, step in answers["scales"].items():
        pool["counts"].setdefault(scale, [0] * STEPS)[step - 1] += 1
    for question, typed in answers["words"].items():
        pool["words"].setdefault(question, []).append(typed)
        if answers["quote"].get(question) in {"in", "out"}:
            pool["quotes"].append({"text": typed, "scope": scope_of(answers["quote"][question])})
    if answers["scales"] or answers["words"]:
        pool["who"] = sorted({*pool["who"], person_id})


def scope_of(permission: Permission) -> str:
    """How far words may be quoted: "inside" the group, or "outside" it too."""
    return "outside" if permission.startswith("out") else "inside"


async def _named(work: UnitOfWork, house: House, meeting: Meeting, ballot: Ballot, key_id: str) -> list[Paper]:
    """What its author lets be quoted with their name: theirs to take back, and gone with the batch's key."""
    answers, author = _answers(ballot), await work.members.get(ballot.member_id)
    found = []
    for question, permission in answers["quote"].items():
        if author and permission.endswith("-n"):
            quote = {"text": answers["words"][question], "name": author.name, "scope": scope_of(permission)}
            new, text = house.chance.new_id(), json.dumps(quote)
            found.append(Paper(new, meeting.group_id, QUOTE, meeting.id, author.id, key_id, text))
    return found


def _publishable(pool: dict[str, Any], floor: int) -> dict[str, Any]:
    """What may be shown: no names, no question that few answered, and nothing that gives away what everybody chose."""
    answered = {scale: counts for scale, counts in pool["counts"].items() if sum(counts) >= floor}
    alike = sorted(scale for scale, counts in answered.items() if is_unanimous(counts))
    shown = {scale: counts for scale, counts in answered.items() if scale not in alike}
    return {**pool, "who": [], "counts": shown, "alike": alike}


def is_unanimous(counts: list[int]) -> bool:
    """Whether everybody chose the same step: shown as such it would give each one's answer away."""
    return sum(counts) == max(counts)


def _mixed(house: House, content: dict[str, Any]) -> dict[str, Any]:
    """In an order that tells nothing."""
    words = {question: house.chance.shuffled(said) for question, said in content["words"].items()}
    quotes = [json.loads(one) for one in house.chance.shuffled([json.dumps(quote) for quote in content["quotes"]])]
    # By the alphabet: they came in the order in which they were answered.
    counts, words = (dict(sorted(each.items())) for each in (content["counts"], words))
    return {**content, "counts": counts, "words": words, "quotes": quotes}


async def _destroy(work: UnitOfWork, poll: Poll) -> None:
    await work.ballots.drop(poll_id=poll.id)
    await work.polls.save(replace(poll, closed=True))
    await work.keys.destroy(poll.key_id)


async def destroy_unshown(work: UnitOfWork, group: Group) -> None:
    """At a group's end: open rounds, and batches that never reached the floor, are destroyed unread."""
    for poll in await work.polls.find(group_id=group.id, closed=False):
        await _destroy(work, poll)
    for paper in await _unshown_papers(work, group):
        await work.papers.drop(id=paper.id)
    for batch in await work.batches.find(group_id=group.id, published=False):
        await work.batches.drop(id=batch.id)
        await work.keys.destroy(batch.key_id)


async def published(work: UnitOfWork, meeting: Meeting, kind: str) -> dict[str, Any] | None:
    """What a round came to, as it was published once and for all; None where nothing was.

    `counts` has five numbers for each scale that may be shown, `alike` names the scales that everybody answered the
    same, `words` has the sentences of each question, `quotes` those that may be quoted without a name as `text` and
    `scope`, and `meetings` the ids of all meetings that it is on, the last one last.
    """
    found = await work.batches.find(meeting_id=meeting.id, kind=kind, published=True)
    if not found:
        return None
    group = await work.groups.get(meeting.group_id)
    size = len(await work.members.find(group_id=meeting.group_id))
    return shown(found[0], floor_of(group, size) if group else STEPS)


def shown(batch: Batch, floor: int) -> dict[str, Any]:
    """The same of a batch that is at hand; `floor` is for one that was kept whole, as they once were."""
    content = _read(batch)
    content = content if "alike" in content else _publishable(content, floor)  # of before it was cut at close
    return {name: content[name] for name in ("counts", "alike", "words", "quotes", "meetings")}


def _read(batch: Batch) -> dict[str, Any]:
    """A batch's content; one from before there were several questions in words has one list of sentences."""
    content: dict[str, Any] = json.loads(batch.content)
    words = content.get("words") or ({SENTENCE: content["sentences"]} if content.get("sentences") else {})
    known: dict[str, Any] = {
        name: content[name] for name in ("counts", "who", "meetings", "alike", "floor") if name in content
    }
    return {**known, "words": words, "quotes": content.get("quotes", [])}


async def _unshown_papers(work: UnitOfWork, group: Group) -> list[Paper]:
    """The words with a name that stand in a batch not published yet: they are sealed with its key."""
    return [p for p in await work.papers.find(group_id=group.id, kind=QUOTE) if p.key_id != group.key_id]


async def named_quotes(work: UnitOfWork, group: Group) -> list[Paper]:
    """The words of published batches that may be quoted with their author's name; JSON of text, name and scope."""
    return [p for p in await work.papers.find(group_id=group.id, kind=QUOTE) if p.key_id == group.key_id]


async def unnamed_quotes(
    work: UnitOfWork, group: Group, meetings: Collection[str] | None = None
) -> list[dict[str, str]]:
    """The words of published batches that may be quoted without a name, as `text` and `scope`.

    Where meeting ids are given, only of batches that closed with one of these.
    """
    batches = await work.batches.find(group_id=group.id, published=True)
    return [
        quote
        for batch in batches
        if meetings is None or batch.meeting_id in meetings
        for quote in _read(batch)["quotes"]
    ]
