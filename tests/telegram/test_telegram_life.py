"""The bot is sent away, silenced, and let in again."""

import pytest

from tests.fakes.telegram.ledger import Answer
from tests.fakes.telegram.world import Group, Person
from tests.office import words
from tests.telegram.post_office import PostOffice

NAME = "Torstain piiri"


class Circle:
    def __init__(self, office: PostOffice, kind: str = "supergroup") -> None:
        self.office = office
        self.kaarina, self.aino = office.person("Kaarina"), office.person("Aino")
        self.chat: Group = office.chat(self.kaarina, self.aino, kind=kind)

    async def found(self) -> "Circle":
        self.id = await self.office.founds(self.chat, self.kaarina, self.kaarina, self.aino)
        return self

    async def removed(self) -> None:
        self.office.fake.removes_bot(self.aino, self.chat)
        await self.office.settles()

    async def let_in(self, by: Person | None = None) -> None:
        self.office.fake.lets_bot_in_again(by or self.aino, self.chat)
        await self.office.settles()

    @property
    async def unreachable(self) -> str | None:
        return (await self.office.group(self.id)).unreachable


@pytest.fixture
async def circle(office: PostOffice) -> Circle:
    return await Circle(office).found()


@pytest.mark.parametrize("kind", ["group", "supergroup"])
async def test_the_convener_hears_at_once_in_private_that_the_bot_was_removed(office: PostOffice, kind: str) -> None:
    circle = await Circle(office, kind).found()
    await circle.removed()
    assert await circle.unreachable == "removed"
    (told,) = office.texts(circle.kaarina)
    assert words("shut-heading", group=NAME, why=words("why-removed")) in told
    assert words("do-removed") in told
    assert office.texts(circle.aino) == []
    tries = len(office.tried(circle.chat))
    await office.moves_to("2026-09-14 10:00")
    assert len(office.tried(circle.chat)) == tries, "nothing is even tried there"


async def test_what_was_due_meanwhile_is_told_to_the_convener(circle: Circle) -> None:
    await circle.removed()
    await circle.office.moves_to("2026-09-10 10:00")
    assert f"pre-task, Thu 10 Sept at 10:00: {words('why-removed')}" in circle.office.texts(circle.kaarina)[-1]


async def test_let_in_again_it_asks_whether_to_go_on(circle: Circle) -> None:
    await circle.removed()
    await circle.let_in()
    asked = circle.office.fake.ledger.last(circle.chat)
    assert asked.text == words("let-in-again")
    assert asked.labels == [words("button-resume")]
    await circle.office.moves_to("2026-09-10 10:00")
    assert circle.office.fake.ledger.last(circle.chat) is asked, "until somebody says so, nothing is posted"


async def test_whoever_does_not_convene_cannot_have_it_go_on(circle: Circle) -> None:
    await circle.removed()
    await circle.let_in()
    asked = circle.office.fake.ledger.last(circle.chat)
    answer = await circle.office.presses(circle.aino, asked, words("button-resume"))
    assert answer == Answer(words("refused-convener", group=NAME), True, None)
    assert await circle.unreachable == "removed"
    assert circle.office.fake.ledger.last(circle.chat) is asked


async def test_the_convener_has_it_go_on(circle: Circle) -> None:
    await circle.removed()
    await circle.let_in()
    answer = await circle.office.presses(
        circle.kaarina, circle.office.fake.ledger.last(circle.chat), words("button-resume")
    )
    assert answer
    assert answer.text == words("resumed-done", group=NAME)
    assert await circle.unreachable is None
    assert circle.office.texts(circle.chat)[-1].startswith(words("resumed-post"))
    await circle.office.moves_to("2026-09-10 10:00")
    assert circle.office.texts(circle.chat)[-1].startswith(words("pretask-heading", theme="").strip())


async def test_it_goes_on_after_a_restart_in_between(circle: Circle) -> None:
    await circle.removed()
    await circle.office.restarts()
    await circle.let_in()
    await circle.office.presses(circle.kaarina, circle.office.fake.ledger.last(circle.chat), words("button-resume"))
    assert await circle.unreachable is None


async def test_the_right_to_write_taken_and_given_back(circle: Circle) -> None:
    circle.office.fake.restricts_bot(circle.kaarina, circle.chat)
    await circle.office.settles()
    assert await circle.unreachable == "muted"
    assert words("do-muted") in circle.office.texts(circle.kaarina)[-1]
    circle.office.fake.unrestricts(circle.kaarina, circle.chat)
    await circle.office.settles()
    assert circle.office.texts(circle.chat)[-1] == words("let-in-again")


@pytest.mark.parametrize("change", ["promotes_bot", "demotes_bot"])
async def test_another_rank_is_no_news(circle: Circle, change: str) -> None:
    stood = circle.office.texts(circle.chat)
    getattr(circle.office.fake, change)(circle.kaarina, circle.chat)
    await circle.office.settles()
    assert await circle.unreachable is None
    assert circle.office.texts(circle.chat) == stood
    assert circle.office.texts(circle.kaarina) == []


async def test_let_in_where_no_group_is_left_it_greets(circle: Circle) -> None:
    await circle.office.does(circle.kaarina, f"end-sure:{circle.id}:")
    await circle.office.settles()
    await circle.removed()
    await circle.let_in()
    assert circle.office.texts(circle.chat)[-1].startswith(words("greet-heading"))


async def test_a_convener_without_an_open_chat_is_told_once_the_group_goes_on(office: PostOffice) -> None:
    circle = Circle(office)
    circle.kaarina.opened = False
    await circle.found()
    await circle.removed()
    await circle.let_in()
    answer = await office.presses(circle.kaarina, office.fake.ledger.last(circle.chat), words("button-resume"))
    assert answer, "what was pressed is carried out all the same"
    assert await circle.unreachable is None
    assert not any(words("why-removed") in text for text in office.texts(circle.chat))


async def test_whoever_comes_and_goes_says_nothing_to_a_stranger(circle: Circle) -> None:
    salme = circle.office.person("Salme")
    stood = circle.office.texts(circle.chat)
    circle.office.fake.joins(salme, circle.chat)
    circle.office.fake.leaves(salme, circle.chat)
    circle.office.fake.renames(circle.kaarina, circle.chat, "Perjantain piiri")
    await circle.office.settles()
    assert circle.office.texts(circle.chat) == stood
    assert circle.office.texts(salme) == []
    async with circle.office.kept() as work:
        assert {person.name for person in await work.persons.find()} == {"Kaarina", "Aino"}


async def test_a_convener_who_leaves_leaves_the_seat_and_the_group_is_asked(circle: Circle) -> None:
    circle.office.fake.leaves(circle.kaarina, circle.chat)
    await circle.office.settles()
    assert circle.office.texts(circle.chat)[-1].startswith(words("vacancy-post"))
    assert circle.office.texts(circle.kaarina) == [words("departed", group=NAME)]
