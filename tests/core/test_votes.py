"""The group's vote on its themes, and themes of its own: who may, what counts, and what no press can do."""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.core.choosing import THEME, read_order
from bot.core.delivery import Said, preview
from bot.core.incoming import Sender
from bot.core.model import Facilitator, Group, Question, Vote
from bot.core.outgoing import Form, Message, Own, Phrase, say
from bot.core.people import person_for
from bot.core.replan import replan
from tests.core.core_desk import Desk, phrases, words

THEMES = ("recovery", "identity", "time", "skills", "money", "safety", "networks")
NAMES = ("Kaarina", "Aino", "Veikko", "Salme")


async def themes_of(desk: Desk) -> tuple[str, ...]:
    return desk.house.library.programme("vahvistin").themes()


@pytest.fixture
async def group(desk: Desk) -> Group:
    """A group that has chosen no theme yet: there are four to choose."""
    return await desk.group("Kaarina", *NAMES, themes=())


async def opened(desk: Desk, group: Group) -> Question:
    await desk.does("Kaarina", f"vote-open:{group.id}:")
    return await the_vote(desk)


async def the_vote(desk: Desk) -> Question:
    async with desk.work() as work:
        return (await work.questions.find(kind="themes"))[0]


async def picks(desk: Desk, group: Group, question: Question, name: str, *places: int, take: int = 1) -> list[str]:
    said: list[str] = []
    for place in places:
        said = phrases(await desk.does(name, f"pick:{group.id}:{question.id}.{place}.{take}"))
    return said


async def votes(desk: Desk) -> list[Vote]:
    async with desk.work() as work:
        return await work.votes.find()


async def order_of(desk: Desk, group: Group) -> tuple[str, ...]:
    async with desk.work() as work:
        now = await work.groups.get(group.id)
        assert now
        return now.themes


async def names_a_theme(desk: Desk, group: Group, name: str, text: str) -> str:
    """The id that the theme has."""
    await desk.fills(name, "own-theme-add", group.id, theme=text)
    async with desk.work() as work:
        return next(
            f"own-{paper.id}" for paper in await work.papers.find(kind=THEME) if paper.text == " ".join(text.split())
        )


async def test_the_vote_is_told_once_and_closes_by_itself_at_a_polite_hour(desk: Desk, group: Group) -> None:
    desk.clock.move(desk.clock.now().replace(hour=20))  # 23 in Helsinki
    question = await opened(desk, group)
    helsinki = ZoneInfo("Europe/Helsinki")
    assert [n.due.astimezone(helsinki).hour for n in await desk.notices("vote")] == [8]
    (result,) = await desk.notices("vote-result")
    assert result.due == question.closes
    assert question.closes.astimezone(helsinki).hour == 10
    assert timedelta(days=3) <= question.closes - question.opened < timedelta(days=4)
    assert phrases(await desk.does("Kaarina", f"vote-open:{group.id}:")) == ["vote-already"]
    assert len(await desk.notices("vote")) == 1


async def test_a_pick_is_set_and_taken_back_by_value_and_never_toggled(desk: Desk, group: Group) -> None:
    question = await opened(desk, group)
    for _ in range(2):
        await picks(desk, group, question, "Aino", 4)
    assert [(vote.item, vote.value) for vote in await votes(desk)] == [(question.items[4], "yes")]
    for _ in range(2):
        await picks(desk, group, question, "Aino", 4, take=0)
    assert await votes(desk) == []


async def test_nobody_picks_more_than_there_are_meetings(desk: Desk, group: Group) -> None:
    question = await opened(desk, group)
    assert "vote-full" not in await picks(desk, group, question, "Aino", 0, 1, 2, 3)
    assert "vote-full" in await picks(desk, group, question, "Aino", 4)
    assert len(await votes(desk)) == 4
    await picks(desk, group, question, "Aino", 0, take=0)
    assert "vote-full" not in await picks(desk, group, question, "Aino", 4)


@pytest.mark.parametrize(
    "value", ["", "x", "{id}", "{id}.0", "{id}.99.1", "{id}.-1.1", "{id}.0.2", "{id}.0.1.", "{id}..1", "nowhere.0.1"]
)
async def test_nonsense_picks_nothing(desk: Desk, group: Group, value: str) -> None:
    question = await opened(desk, group)
    reply = await desk.does("Aino", f"pick:{group.id}:{value.format(id=question.id)}")
    assert phrases(reply) == ["refused-old"] or value == "{id}.0.1."
    assert len(await votes(desk)) == (value == "{id}.0.1.")


async def test_another_groups_vote_cannot_be_picked_in_closed_or_accepted(desk: Desk, group: Group) -> None:
    other = await desk.group("Helmi", "Helmi", "Taisto", themes=(), channel="other", name="Toinen piiri")
    question = await opened(desk, group)
    assert phrases(await desk.does("Helmi", f"pick:{group.id}:{question.id}.0.1")) == ["refused-stranger"]
    assert phrases(await desk.does("Helmi", f"pick:{other.id}:{question.id}.0.1")) == ["refused-old"]
    await picks(desk, group, question, "Aino", 0)
    await desk.does("Kaarina", f"vote-close:{group.id}:")
    assert phrases(await desk.does("Helmi", f"vote-accept:{other.id}:{question.id}")) == ["refused-old"]
    form = await desk.does("Helmi", f"themes:{other.id}:{question.id}")
    assert isinstance(form, Form)
    assert form.fields[0].value == "", "and what it came to is not shown there"
    assert await order_of(desk, other) == ()


async def test_facilitators_and_conveners_who_are_no_members_do_not_vote(desk: Desk) -> None:
    group = await desk.group("Taisto", "Aino", "Veikko", themes=())
    async with desk.work() as work:
        coach = await person_for(work, desk.house, Sender("memory", "Outi", "Outi", "fi"))
        await work.facilitators.add(Facilitator("coach", group.id, coach.id, "Outi"))
    await desk.does("Taisto", f"vote-open:{group.id}:")
    question = await the_vote(desk)
    assert (await picks(desk, group, question, "Outi", 0))[0].startswith("refused-")
    assert phrases(await desk.does("Outi", f"vote:{group.id}:")) == ["vote-members-only"]
    assert await picks(desk, group, question, "Taisto", 0) == ["refused-not-member"]
    assert phrases(await desk.does("Taisto", f"vote:{group.id}:")) == ["vote-members-only"]
    assert await votes(desk) == []


async def test_nothing_is_counted_or_shown_before_close_and_no_names_are_left_after_it(
    desk: Desk, group: Group
) -> None:
    question = await opened(desk, group)
    await picks(desk, group, question, "Aino", 4, 6)
    await picks(desk, group, question, "Veikko", 4)
    assert "money" not in str((await the_vote(desk)).items[0])
    async with desk.work() as work:
        notice = (await work.notices.find(kind="vote-result"))[0]
        assert phrases(await preview(work, notice, desk.house)) == ["vote-preview"]
    for name in ("Kaarina", "Salme"):
        assert "ääntä" not in words(await desk.does(name, f"vote:{group.id}:"))
    desk.clock.move(question.closes)
    said = await desk.says("vote-result")
    assert isinstance(said, Said)
    assert "2 ääntä: " in words(said.message)
    closed = await the_vote(desk)
    assert closed.closed
    assert closed.items == tuple(
        f"{theme}={count}" for theme, count in zip(question.items, (0, 0, 0, 0, 2, 0, 1), strict=True)
    )
    assert await votes(desk) == [], "who picked what is nowhere any more"


async def test_late_presses_change_nothing(desk: Desk, group: Group) -> None:
    question = await opened(desk, group)
    await picks(desk, group, question, "Aino", 4)
    desk.clock.move(question.closes)
    assert await picks(desk, group, question, "Veikko", 1) == ["vote-closed"], "though no post has told of it yet"
    await desk.does("Kaarina", f"vote-accept:{group.id}:{question.id}")
    order = await order_of(desk, group)
    assert order == (question.items[4],)
    assert phrases(await desk.does("Kaarina", f"vote-accept:{group.id}:{question.id}")) == ["refused-old"]
    assert await picks(desk, group, question, "Veikko", 1) == ["refused-old"]
    assert phrases(await desk.does("Kaarina", f"vote-close:{group.id}:")) == ["vote-not-open"]
    assert await order_of(desk, group) == order


async def test_an_open_vote_cannot_be_accepted_and_a_member_cannot_accept(desk: Desk, group: Group) -> None:
    question = await opened(desk, group)
    await picks(desk, group, question, "Aino", 4)
    assert phrases(await desk.does("Kaarina", f"vote-accept:{group.id}:{question.id}")) == ["refused-old"]
    for word in ("vote-open", "vote-close", "vote-accept"):
        assert phrases(await desk.does("Aino", f"{word}:{group.id}:{question.id}")) == ["refused-convener"], word
    assert await order_of(desk, group) == ()


async def test_closing_early_counts_once_and_brings_the_result_now(desk: Desk, group: Group) -> None:
    question = await opened(desk, group)
    await picks(desk, group, question, "Aino", 4)
    for _ in range(2):
        assert "vote-result" in phrases(await desk.does("Kaarina", f"vote-close:{group.id}:"))
    (result,) = await desk.notices("vote-result")
    assert result.due == desk.clock.now()
    assert (await the_vote(desk)).items[4].endswith("=1")


async def test_a_tie_is_said_to_be_one(desk: Desk, group: Group) -> None:
    question = await opened(desk, group)
    await picks(desk, group, question, "Aino", 0, 1, 2, 3)
    await picks(desk, group, question, "Veikko", 0, 1, 2, 4)
    reply = await desk.does("Kaarina", f"vote-close:{group.id}:")
    assert words(reply).count("tasatulos: ") == 2
    assert "vote-tied" in phrases(reply), "two themes have one vote each, and one of them has no meeting"
    form = await desk.does("Kaarina", f"themes:{group.id}:{question.id}")
    assert isinstance(form, Form)
    assert form.fields[0].value == "1, 2, 3, 4", "what to arrange otherwise is there already"
    await desk.does("Kaarina", f"vote-accept:{group.id}:{question.id}")
    assert await order_of(desk, group) == question.items[:4]


async def test_what_has_been_met_stays_and_the_rest_is_voted_on(desk: Desk) -> None:
    group = await desk.group("Kaarina", *NAMES)  # four themes are chosen
    chosen = await order_of(desk, group)
    meetings = await desk.meetings(group)
    desk.clock.move(meetings[2].begins(ZoneInfo("Europe/Helsinki")))  # two of them have been met
    question = await opened(desk, group)
    assert set(question.items) == set(await themes_of(desk)) - set(chosen[:2])
    await picks(desk, group, question, "Aino", question.items.index("networks"))
    await desk.does("Kaarina", f"vote-close:{group.id}:")
    await desk.does("Kaarina", f"vote-accept:{group.id}:{question.id}")
    assert await order_of(desk, group) == (*chosen[:2], "networks", chosen[2])


async def test_a_meeting_that_was_held_without_a_theme_takes_none_from_those_ahead(desk: Desk, group: Group) -> None:
    meetings = await desk.meetings(group)
    desk.clock.move(meetings[1].begins(ZoneInfo("Europe/Helsinki")))
    await desk.fills("Kaarina", "themes", group.id, order="5 6")
    async with desk.work() as work:
        now = await work.groups.get(group.id)
        assert now
    plan = words(await desk.does("Aino", f"plan:{group.id}:"))
    assert "ti 27.10. klo 17: Raha" in plan
    assert "ti 6.10. klo 17: aihe valitaan vielä" in plan


async def test_there_is_nothing_to_vote_on_where_nothing_can_be_chosen(desk: Desk, group: Group) -> None:
    meetings = await desk.meetings(group)
    desk.clock.move(meetings[-1].begins(ZoneInfo("Europe/Helsinki")))
    assert phrases(await desk.does("Kaarina", f"vote-open:{group.id}:")) == ["vote-nothing"]
    assert phrases(await desk.does("Kaarina", f"vote:{group.id}:")) == ["vote-nothing"]


async def test_who_leaves_takes_their_votes_along(desk: Desk, group: Group) -> None:
    question = await opened(desk, group)
    await picks(desk, group, question, "Aino", 4)
    await desk.does("Aino", f"leave-sure:{group.id}:quiet")
    assert await votes(desk) == []


async def test_a_theme_of_ones_own_is_kept_in_one_line_and_stands_in_the_list_and_the_open_vote(
    desk: Desk, group: Group
) -> None:
    question = await opened(desk, group)
    theme = await names_a_theme(desk, group, "Aino", "Yksin\n työskentely")
    assert theme not in question.items
    assert (await the_vote(desk)).items == (*question.items, theme)
    form = await desk.does("Kaarina", f"themes:{group.id}:")
    assert isinstance(form, Form)
    assert "8. Yksin työskentely" in words(form)
    reply = await desk.fills("Kaarina", "themes", group.id, order="8, 1")
    assert "Yksin työskentely" in words(reply)
    assert await order_of(desk, group) == (theme, "recovery")


@pytest.mark.parametrize("text", ["", "   ", "x" * 81, "Raha", "yksin  TYÖSKENTELY"])
async def test_a_theme_that_is_empty_too_long_or_there_already_is_not_kept(desk: Desk, group: Group, text: str) -> None:
    titles = {"Raha": desk.house.library.text(await money(desk), "fi")}
    await names_a_theme(desk, group, "Veikko", "Yksin työskentely")
    reply = await desk.fills("Aino", "own-theme-add", group.id, theme=titles.get(text, text))
    assert isinstance(reply, Form)
    async with desk.work() as work:
        assert len(await work.papers.find(kind=THEME)) == 1


async def money(desk: Desk) -> Any:
    from bot.core.outgoing import Pack

    return Pack("vahvistin", "sessions.money.title")


async def test_a_group_has_at_most_twenty_themes_of_its_own(desk: Desk, group: Group) -> None:
    for number in range(20):
        await names_a_theme(desk, group, "Aino", f"Aihe {number}")
    assert phrases(await desk.does("Aino", f"own-theme-add:{group.id}:")) == ["own-theme-full"]
    assert phrases(await desk.fills("Aino", "own-theme-add", group.id, theme="Vielä yksi")) == ["own-theme-full"]
    question = await opened(desk, group)
    page = await desk.does("Aino", f"vote:{group.id}:")
    assert isinstance(page, Message)
    assert len([row for row in page.buttons if row[0].data.startswith("pick:")]) == 12, "a phone has room for so many"
    assert "vote-full" not in await picks(desk, group, question, "Aino", 26)


async def test_only_its_author_takes_a_theme_back_and_only_while_it_is_not_chosen(desk: Desk, group: Group) -> None:
    theme = await names_a_theme(desk, group, "Aino", "Yksin työskentely")
    question = await opened(desk, group)
    await picks(desk, group, question, "Veikko", 7)
    paper = theme.removeprefix("own-")
    for name in ("Veikko", "Kaarina"):
        assert phrases(await desk.does(name, f"own-theme-drop:{group.id}:{paper}")) == ["refused-old"]
    await desk.fills("Kaarina", "themes", group.id, order="8")
    assert phrases(await desk.does("Aino", f"own-theme-drop:{group.id}:{paper}")) == ["own-theme-chosen"]
    await desk.fills("Kaarina", "themes", group.id, order="1")
    assert phrases(await desk.does("Aino", f"own-theme-drop:{group.id}:{paper}")) == ["own-theme-dropped"]
    assert await votes(desk) == []
    assert phrases(await desk.does("Aino", f"own-theme-drop:{group.id}:{paper}")) == ["refused-old"]
    assert await picks(desk, group, question, "Aino", 7) == ["refused-old"], "its place in the vote is nobody's now"


async def test_no_other_paper_can_be_dropped_as_a_theme(desk: Desk, group: Group) -> None:
    other = await desk.group("Helmi", "Helmi", "Taisto", themes=(), channel="other", name="Toinen piiri")
    theme = (await names_a_theme(desk, other, "Helmi", "Salaisuus")).removeprefix("own-")
    async with desk.work() as work:
        paper = await work.papers.get(theme)
        assert paper
        from dataclasses import replace

        await work.papers.add(replace(paper, id="agreedpaper", kind="agreed"))
    assert phrases(await desk.does("Helmi", f"own-theme-drop:{other.id}:agreedpaper")) == ["refused-old"]
    assert phrases(await desk.does("Aino", f"own-theme-drop:{group.id}:{theme}")) == ["refused-old"]
    assert "Salaisuus" not in words(await desk.does("Kaarina", f"themes:{group.id}:"))
    reply = await desk.fills("Kaarina", "themes", group.id, order=f"own-{theme}")
    assert isinstance(reply, Form), "another group's theme is no theme here"


async def test_the_words_of_a_theme_stay_when_its_author_leaves(desk: Desk, group: Group) -> None:
    theme = await names_a_theme(desk, group, "Aino", "Yksin työskentely")
    await desk.fills("Kaarina", "themes", group.id, order="8 1 2 3")
    meetings = await desk.meetings(group)
    desk.clock.move(meetings[2].begins(ZoneInfo("Europe/Helsinki")))
    await desk.does("Aino", f"leave-sure:{group.id}:quiet")
    assert (await order_of(desk, group))[0] == theme
    assert "ti 6.10. klo 17: Yksin työskentely" in words(await desk.does("Veikko", f"plan:{group.id}:"))


async def test_a_convener_may_clear_away_a_theme_whose_author_has_left(desk: Desk, group: Group) -> None:
    theme = (await names_a_theme(desk, group, "Aino", "Yksin työskentely")).removeprefix("own-")
    await desk.does("Aino", f"leave-sure:{group.id}:quiet")
    assert phrases(await desk.does("Veikko", f"own-theme-drop:{group.id}:{theme}")) == ["refused-old"]
    assert phrases(await desk.does("Kaarina", f"own-theme-drop:{group.id}:{theme}")) == ["own-theme-dropped"]


async def test_an_own_theme_has_everything_that_a_programmes_has(desk: Desk, group: Group) -> None:
    await names_a_theme(desk, group, "Aino", "Yksin työskentely")
    await desk.fills("Kaarina", "themes", group.id, order="8")
    meeting = (await desk.meetings(group))[1]
    page = words(await desk.does("Veikko", f"theme:{meeting.id}:"))
    assert "Yksin työskentely" in page
    assert page.count("10 min") == 1, "alone"
    brief = words(await desk.does("Kaarina", f"brief:{meeting.id}:"))
    assert "Yksin työskentely" in brief
    async with desk.work() as work:
        await replan(work, desk.house, (await work.groups.find())[0])
    desk.clock.move(meeting.begins(ZoneInfo("Europe/Helsinki")) - timedelta(days=4))
    said = await desk.says("pretask", meeting)
    assert isinstance(said, Said)
    assert "Ensi kerralla: Yksin työskentely" in words(said.message)
    assert "Milloin tämä viimeksi tuli vastaan" in words(said.message)


def test_typed_numbers_are_read_as_they_stand_in_the_list() -> None:
    names = ("a", "b", "own-1")
    assert read_order("3, 1", names) == ("own-1", "a")
    assert read_order("own-1", names) == ("own-1",)
    assert read_order("4", names) == read_order("1 1", names) == read_order("own-2", names) == ()
    assert isinstance(say("label", text=Own("x")), Phrase)
