"""What the presser of a button, and whoever types a command, is shown, and where."""

import re
from datetime import datetime, timedelta

import pytest

from tests.fakes.telegram.ledger import Answer
from tests.fakes.telegram.world import Group, Person, Post
from tests.office import words
from tests.telegram.post_office import PostOffice, until

NAME = "Torstain piiri"
TUESDAY = datetime(2026, 9, 15, 17)


class Circle:
    """Kaarina, who convenes and has opened her chat with the bot; Veikko, a member who has not."""

    def __init__(self, office: PostOffice) -> None:
        self.office = office
        self.kaarina = office.person("Kaarina")
        self.veikko = office.person("Veikko", opened=False)
        self.stranger = office.person("Salme", opened=False)
        self.chat: Group = office.chat(self.kaarina, self.veikko, self.stranger)

    async def found(self) -> "Circle":
        self.id = await self.office.founds(self.chat, self.kaarina, self.kaarina, self.veikko)
        self.plan: Post = self.office.fake.ledger.last(self.chat)
        return self

    async def reminded(self) -> Post:
        await self.office.moves_to("2026-09-14 10:00")
        return self.office.fake.ledger.last(self.chat)

    async def press(self, person: Person, post: Post, label: str, **values: object) -> Answer:
        answer = await self.office.presses(
            person, post, words(label, **values) if label.startswith("button") else label
        )
        assert answer, "every press is acknowledged"
        return answer


@pytest.fixture
async def circle(office: PostOffice) -> Circle:
    return await Circle(office).found()


async def test_a_press_by_somebody_without_an_open_chat_opens_it_and_does_what_was_pressed(circle: Circle) -> None:
    office, stood = circle.office, circle.office.texts(circle.chat)
    answer = await circle.press(circle.stranger, circle.plan, "button-join")
    assert answer.text is None
    assert answer.url
    async with office.kept() as work:
        assert len(await work.members.find(group_id=circle.id)) == 3, "the press itself has joined"
    await office.opens_by(circle.stranger, answer.url)
    assert words("joined", group=NAME) in office.texts(circle.stranger)[0]
    assert office.texts(circle.chat) == stood


async def test_the_link_is_random_and_of_characters_that_telegram_carries(circle: Circle) -> None:
    links = {(await circle.press(circle.veikko, circle.plan, "button-privacy")).url or "" for _ in range(20)}
    tokens = [link.partition("?start=")[2] for link in links]
    assert len(set(tokens)) == 20
    assert all(link.startswith(f"https://t.me/{circle.office.fake.username}?start=") for link in links)
    for token in tokens:
        assert re.fullmatch(r"[A-Za-z0-9_-]{22,64}", token)
        # Each character of our ids is one of 36: 25 of them are 129 bits.
        assert len(token) >= 25


async def test_a_link_is_good_once(circle: Circle) -> None:
    link = (await circle.press(circle.veikko, circle.plan, "button-privacy")).url
    for _ in range(2):
        await circle.office.opens_by(circle.veikko, link)
    first, second = circle.office.texts(circle.veikko)
    assert first.startswith(words("privacy-heading"))
    assert second == words("refused-link")


async def test_a_link_is_good_for_the_one_who_pressed_and_stays_good_for_them(circle: Circle) -> None:
    reminder = await circle.reminded()
    link = (await circle.press(circle.veikko, reminder, "button-late")).url
    link = link or (await circle.press(circle.veikko, circle.plan, "button-privacy")).url
    await circle.office.opens_by(circle.stranger, link)
    assert circle.office.texts(circle.stranger) == [words("refused-link")]
    await circle.office.opens_by(circle.veikko, link)
    assert circle.office.texts(circle.veikko)[0] != words("refused-link")


async def test_a_forged_link_is_refused(circle: Circle) -> None:
    for number, payload in enumerate(("x", "join", "0" * 32, "a-b_c", "A" * 64), 1):
        circle.office.fake.starts(circle.stranger, payload)
        await circle.office.settles()
        assert circle.office.texts(circle.stranger) == [words("refused-link")] * number, payload
    async with circle.office.kept() as work:
        assert len(await work.members.find(group_id=circle.id)) == 2


async def test_a_link_is_good_for_a_day(circle: Circle) -> None:
    link = (await circle.press(circle.veikko, circle.plan, "button-privacy")).url
    circle.office.clock.move(circle.office.clock.now() + timedelta(hours=24, seconds=1))
    await circle.office.opens_by(circle.veikko, link)
    assert circle.office.texts(circle.veikko) == [words("refused-link")]


async def test_a_later_press_makes_an_earlier_link_useless(circle: Circle) -> None:
    earlier = (await circle.press(circle.veikko, circle.plan, "button-privacy")).url
    later = (await circle.press(circle.veikko, circle.plan, "button-privacy")).url
    await circle.office.opens_by(circle.veikko, earlier)
    await circle.office.opens_by(circle.veikko, later)
    assert circle.office.texts(circle.veikko)[0] == words("refused-link")
    assert circle.office.texts(circle.veikko)[1].startswith(words("privacy-heading"))


async def test_an_absence_is_noted_in_passing_where_no_chat_is_open(circle: Circle) -> None:
    answer = await circle.press(circle.veikko, await circle.reminded(), "button-absent")
    assert answer == Answer(words("absent-noted", when=TUESDAY), True, None)
    assert len(answer.text or "") <= 200
    assert circle.office.texts(circle.veikko) == []


async def test_coming_is_noted_in_a_toast_that_the_presser_alone_sees(circle: Circle) -> None:
    reminder = await circle.reminded()
    stood = circle.office.texts(circle.chat)
    for person in (circle.veikko, circle.kaarina):
        before = circle.office.texts(person)
        answer = await circle.press(person, reminder, "button-coming")
        assert answer == Answer(words("coming-noted", when=TUESDAY), False, None)
        assert circle.office.texts(person) == before
    assert circle.office.texts(circle.chat) == stood


async def test_a_refusal_is_shown_where_it_is_read(circle: Circle) -> None:
    reminder = await circle.reminded()
    answer = await circle.press(circle.stranger, reminder, "button-coming")
    assert answer == Answer(words("refused-stranger", group=NAME), True, None)
    answer = await circle.press(circle.stranger, reminder, "forged:x:y")
    assert answer.text == words("refused-old")
    assert circle.office.texts(circle.stranger) == []


async def test_a_rating_is_seen_by_whoever_gave_it_and_by_nobody_else(circle: Circle) -> None:
    await circle.office.moves_to("2026-09-16 10:00")
    feedback = circle.office.fake.ledger.last(circle.chat)
    stood = circle.office.texts(circle.chat)
    for person in (circle.veikko, circle.kaarina):
        answer = await circle.press(person, feedback, words("scale-button", letter="A", step=4))
        assert answer == Answer(words("rated", marks="A 4"), False, None), "in passing, with nothing to put away"
    assert circle.office.texts(circle.chat) == stood
    assert not any("A 4" in post.text for post in circle.office.fake.ledger)


async def test_a_page_of_picks_takes_its_own_place_lest_a_pile_grow(circle: Circle) -> None:
    office = circle.office
    await office.does(circle.kaarina, f"vote-open:{circle.id}:")
    await office.says(circle.kaarina, "/vote")
    stood = len(office.texts(circle.kaarina))
    for number in (0, 2, 4):
        page = office.fake.ledger.last(circle.kaarina)
        await circle.press(circle.kaarina, page, page.labels[number])
    assert len(office.texts(circle.kaarina)) == stood
    assert "(3/4)" in office.texts(circle.kaarina)[-1]


async def test_what_is_long_is_answered_in_private_where_a_chat_is_open(circle: Circle) -> None:
    stood = circle.office.texts(circle.chat)
    answer = await circle.press(circle.kaarina, circle.plan, "button-privacy")
    assert answer == Answer(words("look-private"), False, None)
    assert circle.office.texts(circle.kaarina)[0].startswith(words("privacy-heading"))
    assert circle.office.texts(circle.chat) == stood


async def test_where_to_look_is_said_in_the_language_that_was_chosen(circle: Circle) -> None:
    office = circle.office
    await office.says(circle.kaarina, "/language")
    await circle.press(circle.kaarina, office.fake.ledger.last(circle.kaarina), "svenska")
    assert office.texts(circle.kaarina)[-1] == words("language-kept", "sv")
    answer = await circle.press(circle.kaarina, circle.plan, "button-privacy")
    assert answer.text == words("look-private", "sv")


async def test_the_way_in_is_shown_in_the_groups_language_to_whose_app_has_none_of_ours(office: PostOffice) -> None:
    kaarina = office.person("Kaarina")
    dieter = office.fake.person("Dieter", language_code="de", opened=False)
    chat = office.chat(kaarina, dieter)
    await office.founds(chat, kaarina, kaarina, dieter, language="sv")
    await office.says(dieter, "/menu", chat)
    line = office.fake.ledger.last(chat)
    assert line.text == words("open-private", "sv", name="Dieter")
    await office.opens_by(dieter, line.button(words("button-open-private", "sv")))
    assert words("button-coming", "sv") in office.fake.ledger.last(dieter).labels


async def test_a_command_in_the_group_is_answered_in_private_and_the_group_sees_nothing(circle: Circle) -> None:
    stood = circle.office.texts(circle.chat)
    await circle.office.says(circle.kaarina, "/menu", circle.chat)
    await circle.office.says(circle.kaarina, f"/plan@{circle.office.fake.username}", circle.chat)
    assert len(circle.office.texts(circle.kaarina)) == 2
    assert circle.office.texts(circle.chat) == stood


@pytest.mark.parametrize("command", ["/notes", "/menu", "/absent", "/mydata"])
async def test_a_command_by_somebody_without_an_open_chat_gets_a_neutral_line_with_the_way_in(
    circle: Circle, command: str
) -> None:
    office, before = circle.office, len(circle.office.texts(circle.chat))
    await office.says(circle.veikko, command, circle.chat)
    (line,) = office.fake.ledger.in_chat(circle.chat)[before:]
    assert line.text == words("open-private", name="Veikko")
    assert line.labels == [words("button-open-private")]
    link = line.button(words("button-open-private"))
    await office.opens_by(circle.stranger, link)
    assert office.texts(circle.stranger) == [words("refused-link")], "it stands in the group, and is Veikko's alone"
    await office.opens_by(circle.veikko, link)
    answer = office.texts(circle.veikko)[0]
    assert answer not in {words("refused-link"), words("refused-old")}
    assert len(office.texts(circle.chat)) == before + 1


@pytest.mark.parametrize("what", ["500 before", "reset after", "429", "404"])
async def test_whatever_goes_wrong_nothing_private_is_said_in_the_group(circle: Circle, what: str) -> None:
    office, stood = circle.office, circle.office.texts(circle.chat)
    await office.says(circle.kaarina, "Sammakko istuu kivellä.")
    office.fake.fault("sendMessage", what, chat=circle.kaarina, retry_after=60)
    office.fake.writes(circle.kaarina, "/notes", circle.chat)
    await office.fake.delivered()
    await until(lambda: not office.adapter.intake.busy)
    assert office.texts(circle.chat) == stood
    assert len(office.tried(circle.kaarina)) == 2


async def test_a_command_that_is_not_ours_leaves_no_line_in_the_group(circle: Circle) -> None:
    stood = circle.office.texts(circle.chat)
    await circle.office.says(circle.veikko, "/roll 2d6", circle.chat)
    await circle.office.says(circle.veikko, "/roll@other_bot", circle.chat)
    assert circle.office.texts(circle.chat) == stood


async def test_whoever_leaves_the_channel_without_an_open_chat_leaves_no_line_in_the_group(circle: Circle) -> None:
    stood = circle.office.texts(circle.chat)
    circle.office.fake.leaves(circle.veikko, circle.chat)
    await circle.office.settles()
    async with circle.office.kept() as work:
        assert len(await work.members.find(group_id=circle.id)) == 1
    assert circle.office.texts(circle.chat) == stood
    assert circle.office.texts(circle.veikko) == []


async def test_whoever_leaves_the_channel_is_told_in_private_what_was_erased(circle: Circle) -> None:
    circle.office.fake.leaves(circle.kaarina, circle.chat)
    await circle.office.settles()
    assert circle.office.texts(circle.kaarina) == [words("departed", group=NAME)]


async def test_a_name_of_characters_that_count_twice_still_fits_in_an_alert(office: PostOffice) -> None:
    circle = Circle(office)
    circle.id = await office.founds(circle.chat, circle.kaarina, circle.kaarina, name="🐸" * 60, language="fi")
    plan = office.fake.ledger.last(circle.chat)
    for person in (circle.kaarina, circle.stranger, circle.veikko):
        for word in ("join", "menu", "leave", "pause", "resume", "convene", "end", "rota", "theme", "trouble"):
            assert await office.presses(person, plan, f"{word}:{circle.id}:"), word


async def test_a_press_on_a_post_that_is_gone_works_all_the_same(circle: Circle) -> None:
    circle.office.fake.deletes_message(circle.plan)
    answer = await circle.press(circle.kaarina, circle.plan, "button-privacy")
    assert answer.text == words("look-private")
