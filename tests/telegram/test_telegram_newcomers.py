"""A newcomer who has no chat with the bot yet still hears how it stands, and whether they are in."""

from dataclasses import replace

import pytest

from bot.core.model import Newcomers
from tests.fakes.telegram.world import Person, Post
from tests.office import words
from tests.telegram.post_office import PostOffice

NAME = "Torstain piiri"


class Circle:
    """Kaarina convenes and Veikko is a member; the group has met, and Salme, who has no open chat, would like to join."""

    def __init__(self, office: PostOffice) -> None:
        self.office = office
        self.kaarina, self.veikko = office.person("Kaarina"), office.person("Veikko")
        self.salme = office.person("Salme", opened=False)
        self.chat = office.chat(self.kaarina, self.veikko, self.salme)

    async def met(self) -> "Circle":
        self.id = await self.office.founds(self.chat, self.kaarina, self.kaarina, self.veikko)
        self.plan: Post = self.office.fake.ledger.last(self.chat)
        async with self.office.kept() as work:
            (group,) = await work.groups.find(id=self.id)
            await work.groups.save(replace(group, newcomers=Newcomers.ASK))
        await self.office.moves_to("2026-09-18 12:00")
        return self

    async def asks(self) -> str | None:
        answer = await self.office.presses(self.salme, self.plan, words("button-join"))
        return answer.url if answer else None

    async def welcomed(self) -> None:
        post = self.office.fake.ledger.last(self.chat)
        assert words("newcomer-post", name="Salme") in post.text
        for member in (self.kaarina, self.veikko):
            await self.office.presses(member, post, words("button-welcome"))

    def read(self, person: Person) -> str:
        return "\n".join(self.office.texts(person))


@pytest.fixture
async def circle(office: PostOffice) -> Circle:
    return await Circle(office).met()


async def test_the_way_in_leads_to_how_it_stands_and_the_answer_comes_there(circle: Circle) -> None:
    link = await circle.asks()
    await circle.office.opens_by(circle.salme, link)
    assert "asking the members first" in circle.read(circle.salme)
    await circle.welcomed()
    assert words("joined", group=NAME) in circle.read(circle.salme)


async def test_who_has_not_come_in_finds_the_answer_behind_a_button_of_the_next_post(circle: Circle) -> None:
    await circle.asks()
    await circle.welcomed()
    assert circle.read(circle.salme) == ""
    await circle.office.moves_to("2026-10-01 10:00")
    post = circle.office.fake.ledger.last(circle.chat)
    assert "Salme" not in post.text
    answer = await circle.office.presses(circle.salme, post, words("waits-let-in"))
    assert answer
    said = answer.text or ""
    if answer.url:
        await circle.office.opens_by(circle.salme, answer.url)
        said = circle.read(circle.salme)
    assert NAME in said
    assert "already in" in said or "You're in" in said


async def test_how_each_answered_is_shown_to_nobody_in_the_group(circle: Circle) -> None:
    await circle.asks()
    await circle.welcomed()
    stood = "\n".join(circle.office.texts(circle.chat))
    assert "Veikko" not in stood.split(words("newcomer-post", name="Salme"))[1]
