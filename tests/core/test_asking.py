"""What programmes ask in their own ways: rules, roles, and what stays whose."""

import json
import re
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.commands.report import asked as on_one_line
from bot.content.library import PROGRAMMES, Library
from bot.content.pack_file import PackProblem
from bot.content.programme_folder import load_programme
from bot.core import ballots
from bot.core.ballots import close_round, mark, open_round
from bot.core.delivery import Said
from bot.core.figures import Count
from bot.core.model import Group, Meeting, Notice
from bot.core.outgoing import Fields, Form, Heading, Message, Pack, Quote, Scale
from bot.core.report import report
from bot.core.saying import Saying
from bot.core.uses.feedback.evaluation import answer_of, answers
from bot.core.uses.feedback.followup import kind_of, say_followup_results
from bot.core.uses.feedback.report import gather
from bot.core.view import view
from tests.core.core_desk import Desk, phrases, words

HELSINKI = ZoneInfo("Europe/Helsinki")
FIVE = ("Kaarina", "Aino", "Veikko", "Salme", "Oiva")
SECRET = "Näin miten he auttoivat toisiaan"


async def a_group(desk: Desk, programme: str, meetings: int = 3, **more: object) -> tuple[Group, list[Meeting]]:
    known = {"programme": programme, "meetings": meetings, "themes": ()} | more
    group = await desk.group("Kaarina", *FIVE, **known)
    return group, (await desk.meetings(group))[:meetings]


async def coached(desk: Desk, group: Group, name: str = "Ritva") -> None:
    await desk.does(name, f"facilitate:{group.id}:", "main")
    async with desk.work() as work:
        question = (await work.questions.find(group_id=group.id, kind="facilitator"))[-1]
    await desk.does("Kaarina", f"facilitator-in:{group.id}:{question.id}")


def after(desk: Desk, meeting: Meeting, **more: float) -> None:
    desk.clock.move(meeting.ends(HELSINKI) + timedelta(**more))


async def said_by(desk: Desk, kind: str, meeting: Meeting) -> Message:
    said = await desk.says(kind, meeting)
    assert isinstance(said, Said)
    return said.message


def without(folder: Path, slug: str, *lines: tuple[str, str]) -> Library:
    """Our programmes and one more like one of them, with some lines of its structure otherwise."""
    new = folder / "packs" / "mine"
    shutil.copytree(PROGRAMMES / slug, new)
    shape = new / "programme.yaml"
    text = re.sub(r"^slug: \S+", "slug: mine", shape.read_text(), flags=re.MULTILINE)
    for old, wanted in lines:
        text, count = re.subn(old, wanted, text, flags=re.MULTILINE)
        assert count == 1, old
    shape.write_text(text)
    return Library(PROGRAMMES, folder / "packs")


# Scales


def test_a_middle_has_a_name_in_every_language_or_in_none(tmp_path: Path) -> None:
    whole, _ = load_programme(PROGRAMMES / "emessi")
    assert {"feedback.scales.burden", "evaluation.scales.load"} <= set(whole.middles)
    assert load_programme(PROGRAMMES / "vahvistin")[0].middles == ()
    shutil.copytree(PROGRAMMES / "emessi", tmp_path / "emessi")
    english = tmp_path / "emessi" / "en.yaml"
    english.write_text(english.read_text().replace("      middle: something of one\n", "", 1))
    with pytest.raises(PackProblem, match=r"feedback\.scales\.burden\.middle"):
        load_programme(tmp_path / "emessi")


def test_the_organisations_report_names_the_middle_as_it_names_the_ends() -> None:
    told = on_one_line(("emessi", "burden"), Library())
    assert told.endswith("(1 none at all, 3 something of one, 5 a very heavy one; emessi)")
    assert ", 3 " not in on_one_line(("vahvistin", "heard"), Library())


async def test_a_programme_without_scales_asks_only_for_the_sentence(desk: Desk, tmp_path: Path) -> None:
    library = without(tmp_path, "vahvistin", (r"^scales:\n(  - .*\n)+", "scales: []\n"))
    for words_file in (tmp_path / "packs" / "mine").glob("??.yaml"):
        text = words_file.read_text()
        words_file.write_text(re.sub(r"^  scales:\n(    .*\n)+", "  scales: {}\n", text, count=1, flags=re.MULTILINE))
    desk.house = replace(desk.house, library=library)
    group, meetings = await a_group(desk, "mine")
    after(desk, meetings[0], minutes=15)
    asked = await said_by(desk, "feedback", meetings[0])
    written = library.write(asked, "fi")
    assert [[button.data.split(":")[0] for button in row] for row in written.buttons] == [["sentence", "carry"]]
    assert library.text(Pack(group.pack, "feedback.sentence"), "fi") in [block.text for block in written.blocks]
    form = await desk.does("Aino", f"feedback:{meetings[0].id}:")
    assert isinstance(form, Form)
    assert [field.name for field in form.fields] == ["sentence", "carry"]
    for name in FIVE:
        await desk.fills(name, "sentence", meetings[0].id, sentence=f"Lause: {name[0]}")
    after(desk, meetings[0], days=2)
    results = await said_by(desk, "results", meetings[0])
    assert len([block for block in results.blocks if isinstance(block, Quote)]) == len(FIVE)
    assert not [block for block in results.blocks if isinstance(block, Scale)]
    async with desk.work() as work:
        made = report(await gather(work, await view(work, desk.house, group), desk.clock.now()))
    assert library.write(Message((), files=(made,)), "fi").files
    count = Count(desk.clock.now() + timedelta(days=90))
    async for facts in desk.store.figures.facts():
        count.add(facts)
    assert count.figures().feedback == {}


# Four fields


def test_no_answer_in_the_four_fields_is_kept_under_the_name_of_a_question_in_words() -> None:
    question = re.compile(r"^[a-z][a-z0-9-]{0,23}$")
    assert all(not question.match(answer_of(name)) for name in ("strengths", "threats", "best"))
    longest = f"quote:{'x' * 16}:evaluation.{answer_of('opportunities')}=out-n"
    assert len(longest) <= 64


async def test_what_is_written_in_a_field_is_a_ballot_like_any_other(desk: Desk) -> None:
    _, meetings = await a_group(desk, "emessi")
    last = meetings[-1]
    after(desk, last, days=3)
    await said_by(desk, "evaluation", last)
    await desk.fills("Aino", "evaluate-fields", last.id, strengths="Aika riitti", weaknesses="")
    await desk.does("Aino", f"quote:{last.id}:evaluation.field.strengths=in")
    await desk.fills("Aino", "evaluate-fields", last.id, strengths="Aikaa riitti", weaknesses="")
    assert "Aikaa riitti" in words(await desk.does("Aino", f"evaluate-fields:{last.id}:"))
    async with desk.work() as work:
        answers = json.loads((await work.ballots.find())[0].answers)
    assert answers["words"] == {"field.strengths": "Aikaa riitti"}
    assert answers["quote"] == {}, "a permission falls away with the words that it was for"
    assert phrases(await desk.fills("Aino", "evaluate-fields", last.id, strengths=" "))[0] == "evaluation-empty"
    async with desk.work() as work:
        assert json.loads((await work.ballots.find())[0].answers)["words"] == {}


async def test_all_four_fields_are_shown_where_anybody_wrote_in_one_and_none_where_nobody_did(desk: Desk) -> None:
    group, meetings = await a_group(desk, "emessi")
    last = meetings[-1]
    async with desk.work() as work:
        poll = await open_round(work, desk.house, group, last, "evaluation")
        members = await work.members.find(group_id=group.id)
        for number, member in enumerate(members):
            written = {answer_of("threats"): "Kiire"} if number == 0 else {}
            await mark(work, desk.house, poll, member, scales={"goal": 1 + number % 5}, words=written)
        await close_round(work, desk.house, group, last, "evaluation", len(members))
        programme = (await view(work, desk.house, group)).programme
        shown = await answers(work, programme, last)
        nothing = await answers(work, programme, meetings[0])
    (fields,) = [block for block in shown if isinstance(block, Fields)]
    assert [said for _, said in fields.fields] == [(), (), (), ("Kiire",)]
    assert nothing == []


# Quotations


async def test_on_the_page_nothing_chosen_is_no_permission_and_what_is_forged_neither(desk: Desk) -> None:
    _, meetings = await a_group(desk, "tyopeili")
    after(desk, meetings[0], minutes=15)
    await said_by(desk, "feedback", meetings[0])
    for given, kept in (("out", "out"), ("", "no"), ("in-n", "in-n")):
        await desk.fills("Aino", "feedback", meetings[0].id, worth="4", sentence="Sain apua", carry="", quote=given)
        async with desk.work() as work:
            assert json.loads((await work.ballots.find())[0].answers)["quote"] == {"sentence": kept}
    again = await desk.fills("Aino", "feedback", meetings[0].id, sentence="Sain apua", carry="", quote="everywhere")
    assert isinstance(again, Form), "there is no such answer"
    await desk.fills("Aino", "feedback", meetings[0].id, sentence="", carry="", quote="out")
    async with desk.work() as work:
        assert json.loads((await work.ballots.find())[0].answers)["quote"] == {}, "nothing is there to be quoted"


async def test_only_what_may_leave_the_group_is_among_the_quotations(desk: Desk) -> None:
    group, meetings = await a_group(desk, "tyopeili")
    await coached(desk, group)
    after(desk, meetings[0], minutes=15)
    await said_by(desk, "feedback", meetings[0])
    for name, permission in zip(FIVE, ("out", "out-n", "in", "in-n", "no"), strict=True):
        await desk.fills(name, "sentence", meetings[0].id, sentence=f"Sanoo {permission}")
        await desk.does(name, f"quote:{meetings[0].id}:feedback.sentence={permission}")
    assert phrases(await desk.does("Ritva", f"quotations:{group.id}:")) == ["quotations-none"], "not yet shown"
    after(desk, meetings[0], days=2)
    results = await said_by(desk, "results", meetings[0])
    quoted = [block.text for block in results.blocks if isinstance(block, Quote)]
    assert sorted(quoted) == sorted(f"Sanoo {each}" for each in ("out", "out-n", "in", "in-n", "no"))
    for name in ("Ritva", "Kaarina", "Aino"):
        shown = await desk.does(name, f"quotations:{group.id}:")
        assert isinstance(shown, Message)
        assert [block.text for block in shown.blocks if isinstance(block, Quote)] == [
            "Sanoo out",
            "Sanoo out-n\n– Aino",
        ]
    assert phrases(await desk.does("Urho", f"quotations:{group.id}:")) == ["refused-stranger"]


# Between two meetings


async def test_what_is_given_takes_turns_and_nothing_is_given_after_the_last_meeting(desk: Desk) -> None:
    group, meetings = await a_group(desk, "emessi", meetings=9)
    async with desk.work() as work:
        seen = await view(work, desk.house, replace(group, themes=("competence",) * 6))
    given = [seen.between(meeting) for meeting in meetings]
    assert given[-1] is None
    assert all(text is not None for text in given[:-1])
    same = [n for n, meeting in enumerate(meetings) if seen.theme(meeting) == "competence"]
    assert len(same) == 6
    assert given[same[0]] != given[same[1]]


async def test_the_groups_own_programme_without_between_tasks_gives_none(desk: Desk) -> None:
    group, meetings = await a_group(desk, "vahvistin", meetings=5)
    async with desk.work() as work:
        seen = await view(work, desk.house, group)
    assert {seen.between(meeting) for meeting in meetings} == {None}


# Months later


async def test_a_round_that_was_open_before_the_programme_had_questions_keeps_its_answers(desk: Desk) -> None:
    group, meetings = await a_group(desk, "emessi")
    last = meetings[-1]
    async with desk.work() as work:
        poll = await open_round(work, desk.house, group, last, kind_of("3"))
        for member in await work.members.find(group_id=group.id):
            await mark(work, desk.house, poll, member, words={"stayed": "Ystävä", "work": "Lepo"})
        await close_round(work, desk.house, group, last, kind_of("3"), len(FIVE))
        assert await ballots.published(work, last, kind_of("3"))
        now = desk.clock.now()
        notice = Notice("n", "k", "followup-results", group.id, last.id, None, now, now, 14, ref="3")
        saying = Saying(work, desk.house, now, notice, await view(work, desk.house, group), None, last)
        said = await say_followup_results(saying)
    assert said is not None
    headings = [block.text for block in said.blocks if isinstance(block, Heading)]
    written = [desk.house.library.text(text, "fi") for text in headings]
    assert "Mitä ryhmästä on jäänyt sinulle?" in written
    assert "Mitä teet työssäsi toisin kuin ennen ryhmää?" in written
