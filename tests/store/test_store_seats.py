"""Who has a seat in a group, page by page."""

from dataclasses import replace
from typing import Any

from store_rows import CONVENER, GROUP, MEMBER, NOW, PERSON

from bot.core.model import Facilitator, Life, Person
from bot.core.ports import UnitOfWork
from bot.store.store import SqlStore

SERVER = replace(GROUP, platform="discord", channel="7/1")


def person(number: int, **also: Any) -> Person:
    return replace(PERSON, id=f"person{number}", platform="discord", handle=f"{number}", **also)


async def with_groups(work: UnitOfWork, *people: Person) -> None:
    """Two groups, one of which is over, and these people without a seat."""
    await work.groups.add(SERVER)
    await work.groups.add(replace(SERVER, id="group2", channel="7/2", life=Life.ENDED, ended=NOW))
    for each in people:
        await work.persons.add(each)


async def test_every_kind_of_seat_counts_and_none_is_told_twice(store: SqlStore) -> None:
    one, two, three, four = (person(number) for number in range(1, 5))
    async with store.begin() as work:
        await with_groups(work, one, two, three, four)
        await work.members.add(replace(MEMBER, person_id=one.id))
        await work.conveners.add(replace(CONVENER, person_id=one.id))
        await work.conveners.add(replace(CONVENER, id="convener2", group_id="group2", person_id=two.id))
        await work.facilitators.add(Facilitator("facilitator1", SERVER.id, three.id, "Three"))
        await work.members.add(replace(MEMBER, id="member2", group_id="group2", person_id=three.id))
        found = await work.groups.seats("discord", after="", most=10)
    assert sorted(found[1:], key=lambda seat: (seat[0].id, seat[1])) == [(two, "7/2"), (three, "7/1"), (three, "7/2")]
    assert found[0] == (one, "7/1"), "and four, who has no seat, is not there"


async def test_a_page_goes_on_where_the_last_one_ended_and_cuts_nobody_in_two(store: SqlStore) -> None:
    people = [person(number) for number in range(1, 6)]
    async with store.begin() as work:
        await with_groups(work, *people)
        for each in people:
            for group_id in (SERVER.id, "group2"):
                seat = replace(MEMBER, id=f"{group_id}{each.id}", group_id=group_id, person_id=each.id)
                await work.members.add(seat)
        pages = [await work.groups.seats("discord", after=after, most=2) for after in ("", "person2", "person4")]
        assert await work.groups.seats("discord", after="person5", most=2) == []
    assert [sorted(seat[0].id for seat in page) for page in pages] == [
        ["person1", "person1", "person2", "person2"],
        ["person3", "person3", "person4", "person4"],
        ["person5", "person5"],
    ]


async def test_people_and_groups_of_other_platforms_are_not_among_them(store: SqlStore) -> None:
    async with store.begin() as work:
        await with_groups(work, PERSON, person(2))
        await work.groups.add(replace(GROUP, id="group3"))
        await work.members.add(replace(MEMBER, id="member1", person_id=PERSON.id))
        await work.members.add(replace(MEMBER, id="member2", group_id="group3", person_id="person2"))
        assert await work.groups.seats("discord", after="", most=10) == []
        await work.members.add(replace(MEMBER, id="member3", person_id="person2"))
        assert await work.groups.seats("discord", after="", most=10) == [(person(2), "7/1")]
