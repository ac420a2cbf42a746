"""One row of every kind, hanging together."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.core.model import (
    Agreement,
    Ballot,
    Batch,
    Channel,
    Coming,
    Convener,
    Draft,
    Edition,
    Facilitator,
    Floor,
    Group,
    How,
    Life,
    Meeting,
    Member,
    Note,
    Notice,
    Opening,
    Outcome,
    Paper,
    Person,
    Poll,
    Question,
    Seen,
    Standing,
    State,
    Subgroup,
    Subscription,
    Vote,
)

NOW = datetime(2031, 3, 4, 9, 30, tzinfo=UTC)


class Undone(Exception):
    """Raised to leave a transaction."""


PERSON = Person("person1", "browser", "one", "One", "fi")
GROUP = Group(
    "group1",
    "groupkey",
    "Circle",
    "browser",
    "channel1",
    "programme",
    "fi",
    "Europe/Helsinki",
    2,
    "week",
    90,
    ("first", "ätran", "“third”"),
    Floor.FIVE,
    Life.RUNNING,
    NOW,
)
MEMBER = Member("member1", GROUP.id, PERSON.id, "memberkey", "One", NOW)
CONVENER = Convener("convener1", GROUP.id, PERSON.id)
MEETING = Meeting(
    "meeting1", GROUP.id, datetime.fromisoformat("2031-03-11T17:00"), 90, "Room", "", NOW, lead_id=MEMBER.id, done=NOW
)
COMING = Coming("coming1", GROUP.id, MEETING.id, MEMBER.id, "groupkey", How.LATE, "a reason", Seen.CONVENER, 1, NOW)
NOTE = Note("note1", GROUP.id, MEETING.id, MEMBER.id, "memberkey", "a note")
POLL = Poll("poll1", GROUP.id, MEETING.id, "pollkey")
BALLOT = Ballot("ballot1", POLL.id, MEMBER.id, "pollkey", '{"a": 1}')
BATCH = Batch("batch1", GROUP.id, MEETING.id, "pollkey", '{"counts": {}}')
CHANNEL = Channel("channel1", "telegram", "-100", "500", NOW)
OPENING = Opening("token1", "telegram", "500", "note:meeting1:", NOW)
DRAFT = Draft(PERSON.id, "instance", "setup", "channel1", 3, '{"name": "x"}', NOW)
NOTICE = Notice(
    "notice1", "key1", "reminder", GROUP.id, MEETING.id, PERSON.id, NOW, NOW + timedelta(hours=2), 3,
    "ref", State.FAILED, 2, NOW + timedelta(minutes=1), 1, ("p1", "p2"), "why",
)  # fmt: skip

FACILITATOR = Facilitator("facilitator1", GROUP.id, PERSON.id, "One", reasons=True)
OUTCOME = Outcome("outcome1", GROUP.id, MEETING.id, held=True, present=4)
QUESTION = Question("question1", GROUP.id, "times", MEETING.id, PERSON.id, ("a", "ö"), NOW, NOW + timedelta(days=2))
VOTE = Vote("vote1", GROUP.id, QUESTION.id, MEMBER.id, "a", "works")
PAPER = Paper("paper1", GROUP.id, "material", MEETING.id, MEMBER.id, "groupkey", "a page")
AGREEMENT = Agreement("agreement1", GROUP.id, "groupkey", 2, Standing.OFFERED, '{"rules": []}', NOW)
SUBGROUP = Subgroup("subgroup1", GROUP.id, GROUP.platform, "", "Drivers", "-200")
EDITION = Edition("sample@0f", b"packed")
SUBSCRIPTION = Subscription("0f" * 32, GROUP.id, MEMBER.id, NOW)

ALL = {
    "persons": PERSON,
    "groups": GROUP,
    "members": MEMBER,
    "conveners": CONVENER,
    "meetings": MEETING,
    "comings": COMING,
    "notes": NOTE,
    "polls": POLL,
    "ballots": BALLOT,
    "batches": BATCH,
    "facilitators": FACILITATOR,
    "outcomes": OUTCOME,
    "questions": QUESTION,
    "votes": VOTE,
    "papers": PAPER,
    "agreements": AGREEMENT,
    "subscriptions": SUBSCRIPTION,
    "subgroups": SUBGROUP,
    "editions": EDITION,
    "drafts": DRAFT,
    "channels": CHANNEL,
    "openings": OPENING,
    "notices": NOTICE,
}


async def a_group(work: Any) -> dict[str, Any]:
    """Person, group, member and meeting with real keys; the rows by the name of their repository."""
    group = replace(GROUP, key_id=await work.keys.make())
    member = replace(MEMBER, key_id=await work.keys.make())
    rows = {"persons": PERSON, "groups": group, "members": member, "meetings": MEETING}
    for name, row in rows.items():
        await getattr(work, name).add(row)
    return rows


async def everything(work: Any) -> dict[str, Any]:
    """One row of every kind, with real keys."""
    rows = await a_group(work)
    poll_key = await work.keys.make(outside=True)
    rows |= {
        "conveners": CONVENER,
        "comings": replace(COMING, key_id=rows["groups"].key_id),
        "notes": replace(NOTE, key_id=rows["members"].key_id),
        "polls": replace(POLL, key_id=poll_key),
        "ballots": replace(BALLOT, key_id=poll_key),
        "batches": replace(BATCH, key_id=poll_key),
        "facilitators": FACILITATOR,
        "outcomes": OUTCOME,
        "questions": QUESTION,
        "votes": VOTE,
        "papers": replace(PAPER, key_id=rows["members"].key_id),
        "agreements": replace(AGREEMENT, key_id=rows["groups"].key_id),
        "subscriptions": SUBSCRIPTION,
        "subgroups": SUBGROUP,
        "editions": EDITION,
        "drafts": DRAFT,
        "channels": CHANNEL,
        "openings": OPENING,
        "notices": NOTICE,
    }
    for name in list(rows)[4:]:
        await getattr(work, name).add(rows[name])
    return rows


def notice(number: int, **more: Any) -> Notice:
    """A waiting notice, due at once and good for an hour."""
    plain = Notice(f"n{number:06}", f"k{number}", "reminder", GROUP.id, None, None, NOW, NOW + timedelta(hours=1), 0)
    return replace(plain, **more)
