"""Rounds of questions of any kind: what is sealed, what is pooled, what is shown, and what may be quoted of it."""

import json
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.core import ballots
from bot.core.ballots import FEEDBACK, close_round, mark, open_round, published
from bot.core.delivery import Said, preview
from bot.core.incoming import Sender
from bot.core.model import Ballot, Batch, Facilitator, Floor, Group, Meeting, Member
from bot.core.outgoing import Form, Message, Quote
from bot.core.people import person_for
from bot.core.refusal import Refusal
from bot.core.uses.between.carry import carried
from bot.core.uses.feedback.quotes import quotes
from bot.core.view import view
from tests.core.core_desk import Desk, phrases, words

NAMES = ("Kaarina", "Aino", "Veikko", "Salme", "Oiva", "Helmi")
HELSINKI = ZoneInfo("Europe/Helsinki")


async def a_group(desk: Desk, size: int = 6, floor: Floor = Floor.FIVE) -> tuple[Group, list[Meeting]]:
    group = await desk.group("Kaarina", *NAMES[:size], floor=floor)
    return group, await desk.meetings(group)


async def asked(desk: Desk, meeting: Meeting) -> None:
    """The feedback on a meeting is posted."""
    desk.clock.move(max(desk.clock.now(), meeting.ends(HELSINKI)))
    assert isinstance(await desk.says("feedback", meeting), Said)


async def closed(desk: Desk, meeting: Meeting) -> Message:
    said = await desk.says("results", meeting)
    assert isinstance(said, Said)
    return said.message


async def rates(desk: Desk, meeting: Meeting, *names: str) -> None:
    """These people answer, not all of them the same."""
    for n, name in enumerate(names):
        await desk.does(name, f"rate:{meeting.id}:heard={1 + n % 5}")


async def says(desk: Desk, meeting: Meeting, name: str, sentence: str, permission: str = "") -> list[str]:
    said = phrases(await desk.fills(name, "sentence", meeting.id, sentence=sentence))
    if permission:
        said = phrases(await desk.does(name, f"quote:{meeting.id}:feedback.sentence={permission}"))
    return said


async def quoted(desk: Desk, group: Group) -> list[tuple[str, str, str]]:
    async with desk.work() as work:
        return await quotes(work, group)


async def members(desk: Desk, group: Group) -> list[Member]:
    async with desk.work() as work:
        return sorted(await work.members.find(group_id=group.id), key=lambda m: m.joined)


# What is asked, and when


async def test_a_facilitator_is_neither_asked_nor_counted(desk: Desk) -> None:
    group, meetings = await a_group(desk, 4, Floor.THREE)
    async with desk.work() as work:
        coach = await person_for(work, desk.house, Sender("memory", "Outi", "Outi", "fi"))
        await work.facilitators.add(Facilitator("coach", group.id, coach.id, "Outi"))
    await asked(desk, meetings[0])
    for data in (f"rate:{meetings[0].id}:heard=1", f"sentence:{meetings[0].id}:", f"feedback:{meetings[0].id}:",
                 f"carry:{meetings[0].id}:", f"quote:{meetings[0].id}:feedback.sentence=in"):  # fmt: skip
        assert phrases(await desk.does("Outi", data))[0].startswith("refused-"), data
    await rates(desk, meetings[0], "Kaarina", "Aino")
    assert "results-pooled" in phrases(await closed(desk, meetings[0])), "with the facilitator there would be three"


async def test_nothing_is_shown_before_close_not_even_to_who_looks_ahead(desk: Desk) -> None:
    _, meetings = await a_group(desk)
    await asked(desk, meetings[0])
    await rates(desk, meetings[0], *NAMES)
    await says(desk, meetings[0], "Aino", "Kahvi oli hyvää", "in")
    async with desk.work() as work:
        assert await published(work, meetings[0], FEEDBACK) is None
        notice = (await work.notices.find(kind="results", meeting_id=meetings[0].id))[0]
        assert phrases(await preview(work, notice, desk.house))[:2] == ["results-heading", "results-preview"]
    assert "Kahvi" not in words(await desk.does("Veikko", f"sentence:{meetings[0].id}:"))


async def test_everything_can_be_answered_on_one_page_and_comes_back_as_it_was(desk: Desk) -> None:
    _, meetings = await a_group(desk)
    await asked(desk, meetings[0])
    values = {"heard": "4", "useful": "", "strength": "2", "sentence": "Kahvi oli hyvää", "carry": "Raha"}
    reply = await desk.fills("Aino", "feedback", meetings[0].id, **values)
    assert phrases(reply)[:2] == ["feedback-kept", "quote-ask"]
    form = await desk.does("Aino", f"feedback:{meetings[0].id}:")
    assert isinstance(form, Form)
    assert {field.name: field.value for field in form.fields} == values
    assert phrases(await desk.fills("Aino", "feedback", meetings[0].id, **{**values, "heard": "6"})) == [
        "feedback-page",
        "choice-unknown",
    ]


@pytest.mark.parametrize("word", ["rate", "sentence", "carry", "feedback"])
async def test_the_absent_and_the_late_are_asked_nothing_by_any_door(desk: Desk, word: str) -> None:
    _, meetings = await a_group(desk)
    await desk.does("Aino", f"absent:{meetings[0].id}:")
    await asked(desk, meetings[0])
    value = "heard=1" if word == "rate" else ""
    assert phrases(await desk.does("Aino", f"{word}:{meetings[0].id}:{value}")) == ["feedback-absent"]
    await closed(desk, meetings[0])
    assert phrases(await desk.does("Veikko", f"{word}:{meetings[0].id}:{value}")) == ["feedback-closed"]
    async with desk.work() as work:
        assert await work.ballots.find() == []


async def test_nobody_is_asked_about_a_meeting_that_was_not_held(desk: Desk) -> None:
    _, meetings = await a_group(desk)
    await asked(desk, meetings[0])
    await rates(desk, meetings[0], "Aino")
    await desk.does("Kaarina", f"held:{meetings[0].id}:no")
    assert phrases(await desk.does("Veikko", f"rate:{meetings[0].id}:heard=1")) == ["feedback-not-held"]
    async with desk.work() as work:
        assert await work.ballots.find() == []


# What is kept


async def test_what_waits_is_sealed_outside_the_database_and_names_nobody_once_published(desk: Desk) -> None:
    group, meetings = await a_group(desk)
    await asked(desk, meetings[0])
    await rates(desk, meetings[0], *NAMES[:3])
    await closed(desk, meetings[0])
    async with desk.work() as work:
        (waits,) = await work.batches.find()
        assert not waits.published
        assert waits.key_id != group.key_id
    await asked(desk, meetings[1])
    await rates(desk, meetings[1], *NAMES[2:6])
    await closed(desk, meetings[1])
    async with desk.work() as work:
        (batch,) = await work.batches.find()
        assert batch.published
        everybody = await work.members.find(group_id=group.id)
        assert not any(member.id in batch.content for member in everybody)


async def test_a_sealed_row_does_not_tell_how_much_was_written(desk: Desk) -> None:
    _, meetings = await a_group(desk)
    await asked(desk, meetings[0])
    await says(desk, meetings[0], "Aino", "Hyvä")
    await says(desk, meetings[0], "Veikko", "Ääneen sanominen auttoi. " * 15)
    await rates(desk, meetings[0], "Salme")
    async with desk.work() as work:
        assert {len(ballot.answers.encode()) for ballot in await work.ballots.find()} == {ballots.ROOM}
    await closed(desk, meetings[0])
    async with desk.work() as work:
        (waits,) = await work.batches.find()
        assert len(waits.content.encode()) == ballots.WAITING_ROOM


async def test_what_is_kept_is_in_no_order_of_answering(desk: Desk) -> None:
    _, meetings = await a_group(desk)
    await asked(desk, meetings[0])
    for name, scales in zip(NAMES, (["useful", "heard"], *[["strength"]] * 5), strict=True):
        for step, scale in enumerate(scales, 1 + NAMES.index(name) % 4):
            await desk.does(name, f"rate:{meetings[0].id}:{scale}={step}")
    await closed(desk, meetings[0])
    async with desk.work() as work:
        (batch,) = await work.batches.find()
    content = json.loads(batch.content)
    assert list(content["counts"]) == sorted(content["counts"])


async def test_what_is_typed_question_by_question_goes_with_its_rounds_key(desk: Desk) -> None:
    group = await desk.group("Kaarina", *NAMES, platform="steps", meetings=2)
    last = (await desk.meetings(group))[-1]
    desk.clock.move(last.ends(HELSINKI))
    await desk.says("evaluation")
    await desk.does("Aino", f"evaluate-words:{last.id}:", platform="steps")
    await desk.does("Aino", "Tästä jäi paljon", platform="steps")
    async with desk.work() as work:
        (draft,) = await work.drafts.find()
        (poll,) = await work.polls.find(kind="evaluation")
        assert json.loads(draft.values) == {"best": "Tästä jäi paljon"}
        assert draft.key_id == poll.key_id
        await close_round(work, desk.house, group, last, "evaluation", len(NAMES))
    async with desk.work() as work:
        assert await work.drafts.find() == []
    assert phrases(await desk.does("Aino", f"evaluate-words:{last.id}:", platform="steps")) == ["feedback-closed"]


async def test_what_everybody_answered_alike_is_not_even_kept(desk: Desk) -> None:
    _, meetings = await a_group(desk)
    await asked(desk, meetings[0])
    for name in NAMES:
        await desk.does(name, f"rate:{meetings[0].id}:heard=1")
    await desk.does("Aino", f"rate:{meetings[0].id}:useful=2")
    await closed(desk, meetings[0])
    async with desk.work() as work:
        content = await published(work, meetings[0], FEEDBACK)
        batches = await work.batches.find()
    assert content
    assert (content["counts"], content["alike"]) == ({}, ["heard"])
    assert "[6, 0, 0, 0, 0]" not in batches[0].content


async def test_a_batch_from_before_can_still_be_read(desk: Desk) -> None:
    group, meetings = await a_group(desk)
    old: dict[str, Any] = {"counts": {"heard": [0, 3, 0, 3, 0], "useful": [6, 0, 0, 0, 0], "strength": [0, 1, 0, 0, 0]},
                           "sentences": ["Yksi", "Kaksi"], "who": [], "meetings": [meetings[0].id]}  # fmt: skip
    async with desk.work() as work:
        await work.batches.add(Batch("old", group.id, meetings[0].id, group.key_id, json.dumps(old), published=True))
        content = await published(work, meetings[0], FEEDBACK)
    assert content == {
        "counts": {"heard": [0, 3, 0, 3, 0]},
        "alike": ["useful"],
        "words": {"sentence": ["Yksi", "Kaksi"]},
        "quotes": [],
        "meetings": [meetings[0].id],
    }


async def test_what_waited_and_ballots_from_before_are_counted_along(desk: Desk) -> None:
    group, meetings = await a_group(desk)
    first, second, *_ = await members(desk, group)
    waits: dict[str, Any] = {
        "counts": {"heard": [0, 3, 0, 0, 0]},
        "sentences": ["Odotti"],
        "who": ["x", "y", "z"],
        "meetings": ["m"],
    }
    async with desk.work() as work:
        key_id = await work.keys.make(outside=True)
        await work.batches.add(Batch("old", group.id, meetings[0].id, key_id, json.dumps(waits)))
        poll = await open_round(work, desk.house, group, meetings[1], FEEDBACK)
        for member, sentence in ((first, "Vanha"), (second, "")):
            answers = json.dumps({"scales": {"heard": 4}, "sentence": sentence})
            await work.ballots.add(Ballot(f"b{member.id}", poll.id, member.id, poll.key_id, answers))
        await close_round(work, desk.house, group, meetings[1], FEEDBACK, 6)
        content = await published(work, meetings[1], FEEDBACK)
    assert content
    assert content["counts"] == {"heard": [0, 3, 0, 2, 0]}
    assert sorted(content["words"]["sentence"]) == ["Odotti", "Vanha"]
    assert content["meetings"] == ["m", meetings[1].id]


@pytest.mark.parametrize("kind", ["evaluation", "followup-3", "followup-6"])
async def test_only_feedback_waits_for_more_and_no_kind_is_mixed_with_another(desk: Desk, kind: str) -> None:
    group, meetings = await a_group(desk)
    everybody = await members(desk, group)
    async with desk.work() as work:
        feedback = await open_round(work, desk.house, group, meetings[0], FEEDBACK)
        other = await open_round(work, desk.house, group, meetings[0], kind)
        assert (await open_round(work, desk.house, group, meetings[0], kind)).id == other.id
        for member in everybody[:3]:
            await mark(work, desk.house, feedback, member, scales={"heard": 2})
        for member in everybody[:4]:
            await mark(work, desk.house, other, member, scales={"goals": 3}, words={"best": "Te", "differently": ""})
        await close_round(work, desk.house, group, meetings[0], FEEDBACK, 6)
        await close_round(work, desk.house, group, meetings[0], kind, 6)
        assert await published(work, meetings[0], kind) is None
        assert [batch.kind for batch in await work.batches.find()] == [FEEDBACK], "what fell short is nowhere"
        assert await work.ballots.find() == []
        again = await open_round(work, desk.house, group, meetings[1], kind)
        for n, member in enumerate(everybody[:5]):
            await mark(work, desk.house, again, member, scales={"goals": 2 + n % 2}, words={"best": f"Te {n}"})
        await close_round(work, desk.house, group, meetings[1], kind, 6)
        content = await published(work, meetings[1], kind)
        assert content
        assert content["counts"] == {"goals": [0, 3, 2, 0, 0]}
        assert sorted(content["words"]["best"]) == [f"Te {n}" for n in range(5)]
        assert content["meetings"] == [meetings[1].id]
        assert await published(work, meetings[1], FEEDBACK) is None


async def test_a_closed_round_takes_nothing_and_a_step_that_is_none_is_refused(desk: Desk) -> None:
    group, meetings = await a_group(desk)
    member = (await members(desk, group))[0]
    async with desk.work() as work:
        poll = await open_round(work, desk.house, group, meetings[0], "evaluation")
        for step in (0, 6, -1):
            with pytest.raises(Refusal, match="refused-old"):
                await mark(work, desk.house, poll, member, scales={"goals": step})
        with pytest.raises(Refusal, match="feedback-closed"):
            await mark(work, desk.house, replace(poll, closed=True), member, scales={"goals": 3})
        assert await work.ballots.find() == []


async def test_words_that_are_taken_back_count_nobody(desk: Desk) -> None:
    group, meetings = await a_group(desk, 4, Floor.THREE)
    await asked(desk, meetings[0])
    await rates(desk, meetings[0], "Kaarina", "Veikko")
    await says(desk, meetings[0], "Aino", "Hei")
    await says(desk, meetings[0], "Aino", "")
    await closed(desk, meetings[0])
    async with desk.work() as work:
        assert await published(work, meetings[0], FEEDBACK) is None


# What is carried over


async def test_what_to_come_back_to_is_shown_with_the_results_and_again_before_the_next_meeting(desk: Desk) -> None:
    group, meetings = await a_group(desk)
    await asked(desk, meetings[0])
    await rates(desk, meetings[0], *NAMES)
    for n, name in enumerate(NAMES[:5]):
        await desk.fills(name, "carry", meetings[0].id, carry=f"Asia {n % 4}")
    shown = await closed(desk, meetings[0])
    assert "results-carried" in phrases(shown)
    assert sorted(block.text for block in shown.blocks if isinstance(block, Quote)) == [
        "Asia 0",
        "Asia 0",
        "Asia 1",
        "Asia 2",
        "Asia 3",
    ]
    said = await desk.says("pretask", meetings[1])
    assert isinstance(said, Said)
    again = [block.text for block in said.message.blocks if isinstance(block, Quote)]
    assert len(again) == len(set(again)) == 3
    third = await desk.says("pretask", meetings[2])
    assert isinstance(third, Said)
    assert "Asia" not in words(third.message), "only the next one"


async def test_what_was_never_published_is_not_carried_over(desk: Desk) -> None:
    group, meetings = await a_group(desk)
    await asked(desk, meetings[0])
    await desk.fills("Aino", "carry", meetings[0].id, carry="Salaisuus")
    await closed(desk, meetings[0])
    async with desk.work() as work:
        assert await carried(work, await view(work, desk.house, group), meetings[1]) == ()


async def test_a_group_that_speaks_aloud_can_write_openly_what_to_come_back_to(desk: Desk) -> None:
    _, meetings = await a_group(desk, 4, Floor.ALOUD)
    early = await desk.does("Aino", f"carry-open:{meetings[0].id}:")
    assert phrases(early) == ["carry-too-early"]
    desk.clock.move(meetings[0].ends(HELSINKI))
    assert phrases(await desk.does("Aino", f"carry:{meetings[0].id}:")) == ["feedback-not-yet"], "nothing is collected"
    for text in ("Ensin tämä", "Rahasta lisää"):
        assert phrases(await desk.fills("Aino", "carry-open", meetings[0].id, carry=text)) == ["carry-open-kept"]
    assert phrases(await desk.fills("Urho", "carry-open", meetings[0].id, carry="Ei")) == ["refused-stranger"]
    said = await desk.says("pretask", meetings[1])
    assert isinstance(said, Said)
    assert [block.text for block in said.message.blocks if isinstance(block, Quote)] == ["Rahasta lisää"]
    await desk.fills("Aino", "carry-open", meetings[0].id, carry="")
    async with desk.work() as work:
        assert await work.papers.find(kind="carry") == []
    desk.clock.move(meetings[1].begins(HELSINKI))
    assert phrases(await desk.fills("Aino", "carry-open", meetings[0].id, carry="Myöhään")) == ["carry-too-late"]


# What may be quoted


async def test_only_what_was_permitted_is_quoted_and_only_so_far(desk: Desk) -> None:
    group, meetings = await a_group(desk)
    await asked(desk, meetings[0])
    for name, permission in zip(NAMES, ("no", "in", "in-n", "out", "out-n", ""), strict=True):
        await says(desk, meetings[0], name, f"Lause {permission or 'hiljaa'}", permission)
    assert await quoted(desk, group) == [], "nothing before it is published"
    await closed(desk, meetings[0])
    assert await quoted(desk, group) == [
        ("Lause in", "", "inside"),
        ("Lause in-n", "Veikko", "inside"),
        ("Lause out", "", "outside"),
        ("Lause out-n", "Oiva", "outside"),
    ]
    async with desk.work() as work:
        batch = (await work.batches.find())[0]
        assert "Veikko" not in batch.content


async def test_changing_the_sentence_clears_its_permission_and_writing_the_same_does_not(desk: Desk) -> None:
    group, meetings = await a_group(desk)
    await asked(desk, meetings[0])
    await rates(desk, meetings[0], *NAMES)
    await says(desk, meetings[0], "Aino", "Ensin näin", "out-n")
    await says(desk, meetings[0], "Aino", "Sitten toisin")
    await says(desk, meetings[0], "Veikko", "Pysyy", "in")
    await says(desk, meetings[0], "Veikko", " Pysyy ")
    await closed(desk, meetings[0])
    assert await quoted(desk, group) == [("Pysyy", "", "inside")]


async def test_below_the_floor_nothing_is_quoted_until_the_batch_is_published(desk: Desk) -> None:
    group, meetings = await a_group(desk)
    await asked(desk, meetings[0])
    await rates(desk, meetings[0], "Aino", "Veikko")
    await says(desk, meetings[0], "Aino", "Nimellä", "in-n")
    await says(desk, meetings[0], "Veikko", "Nimettä", "out")
    await closed(desk, meetings[0])
    assert await quoted(desk, group) == []
    assert "Nimellä" in words(await desk.does("Aino", f"quotes:{group.id}:")), "its author can see and withdraw it"
    await asked(desk, meetings[1])
    await rates(desk, meetings[1], "Kaarina", "Salme")
    await closed(desk, meetings[1])
    assert await quoted(desk, group) == []
    await asked(desk, meetings[2])
    await rates(desk, meetings[2], "Oiva")
    await closed(desk, meetings[2])
    assert await quoted(desk, group) == [("Nimellä", "Aino", "inside"), ("Nimettä", "", "outside")]


async def test_what_never_reached_the_floor_is_never_quoted(desk: Desk) -> None:
    group, meetings = await a_group(desk)
    await asked(desk, meetings[0])
    await says(desk, meetings[0], "Aino", "Nimellä", "out-n")
    await closed(desk, meetings[0])
    await desk.does("Kaarina", f"end-sure:{group.id}:")
    assert await quoted(desk, group) == []
    async with desk.work() as work:
        assert await work.papers.find(kind="quote") == []
        assert await work.batches.find() == []


async def test_an_author_takes_a_named_permission_back_any_time_and_nobody_else_does(desk: Desk) -> None:
    group, meetings = await a_group(desk)
    await asked(desk, meetings[0])
    await rates(desk, meetings[0], *NAMES)
    await says(desk, meetings[0], "Aino", "Nimellä", "out-n")
    await closed(desk, meetings[0])
    async with desk.work() as work:
        paper = (await work.papers.find(kind="quote"))[0]
    for name in ("Veikko", "Kaarina"):
        assert phrases(await desk.does(name, f"quote-drop:{group.id}:{paper.id}")) == ["refused-old"]
        assert "Nimellä" not in words(await desk.does(name, f"quotes:{group.id}:"))
    await desk.does("Kaarina", f"end-sure:{group.id}:")
    assert phrases(await desk.does("Aino", f"quote-drop:{group.id}:{paper.id}")) == ["quote-dropped"]
    assert await quoted(desk, group) == []
    assert phrases(await desk.does("Aino", f"quote-drop:{group.id}:{paper.id}")) == ["refused-old"]


async def test_a_named_quote_goes_when_its_author_leaves(desk: Desk) -> None:
    group, meetings = await a_group(desk)
    await asked(desk, meetings[0])
    await rates(desk, meetings[0], *NAMES)
    await says(desk, meetings[0], "Aino", "Nimellä", "out-n")
    await says(desk, meetings[0], "Veikko", "Nimettä", "out")
    await closed(desk, meetings[0])
    await desk.does("Aino", f"leave-sure:{group.id}:quiet")
    await desk.does("Veikko", f"leave-sure:{group.id}:quiet")
    assert await quoted(desk, group) == [("Nimettä", "", "outside")], "without a name it is nobody's any more"


@pytest.mark.parametrize(
    "value",
    ["", "=", "feedback", "feedback.sentence", "feedback.sentence=", "feedback.sentence=all", "feedback.other=in",
     "feedback.carry=in", "evaluation.sentence=in", ".sentence=in", "feedback.=in"],
)  # fmt: skip
async def test_a_forged_permission_permits_nothing(desk: Desk, value: str) -> None:
    _, meetings = await a_group(desk)
    await asked(desk, meetings[0])
    await says(desk, meetings[0], "Aino", "Hei")
    assert phrases(await desk.does("Aino", f"quote:{meetings[0].id}:{value}")) == ["refused-old"]
    assert phrases(await desk.does("Veikko", f"quote:{meetings[0].id}:feedback.sentence=in")) == ["refused-old"]
    await closed(desk, meetings[0])
    late = await desk.does("Aino", f"quote:{meetings[0].id}:feedback.sentence=in")
    assert phrases(late) == ["feedback-closed"]


async def test_the_promise_and_its_limits_are_said_where_one_answers(desk: Desk) -> None:
    _, meetings = await a_group(desk)
    await asked(desk, meetings[0])
    form = await desk.does("Aino", f"feedback:{meetings[0].id}:")
    assert isinstance(form, Form)
    assert [block.text.id for block in form.intro] == ["feedback-promise", "feedback-limits", "any-empty"]  # type: ignore[union-attr]
    assert "arvata" in words(await desk.does("Aino", f"sentence:{meetings[0].id}:"))
    assert "arvata" in words(await desk.fills("Aino", "carry", meetings[0].id, carry="Raha"))
    assert "quote-limits" in phrases(await desk.fills("Aino", "sentence", meetings[0].id, sentence="Hei"))
    assert ballots.PERMISSIONS == ("no", "in", "in-n", "out", "out-n")


# Who is counted


async def test_five_people_are_five_people_however_often_they_leave_and_join_again(desk: Desk) -> None:
    group, meetings = await a_group(desk)
    await asked(desk, meetings[0])
    await rates(desk, meetings[0], *NAMES[:3])
    await closed(desk, meetings[0])
    for name in NAMES[1:3]:
        await desk.does(name, f"leave-sure:{group.id}:quiet")
        await desk.does(name, f"join:{group.id}:")
    await asked(desk, meetings[1])
    await rates(desk, meetings[1], *NAMES[:3])
    assert "results-pooled" in phrases(await closed(desk, meetings[1])), "three are in it, by five memberships"
    await asked(desk, meetings[2])
    await rates(desk, meetings[2], *NAMES[3:5])
    assert "results-of-several" in phrases(await closed(desk, meetings[2]))


async def test_nobodys_answers_are_shown_to_fewer_than_they_were_told(desk: Desk) -> None:
    group, meetings = await a_group(desk, 6, Floor.THREE)
    await asked(desk, meetings[0])
    await rates(desk, meetings[0], *NAMES[:3])
    await desk.does("Helmi", f"leave-sure:{group.id}:quiet")
    said = await closed(desk, meetings[0])
    assert "results-pooled" in phrases(said), "five were told, and a group of five would need three"
    assert "vähintään viisi" in words(said)
    await asked(desk, meetings[1])
    await rates(desk, meetings[1], *NAMES[:3])
    alone = phrases(await closed(desk, meetings[1]))
    assert "results-of-several" not in alone, "three were told three, and what waits was promised more"
    assert "results-pooled" not in alone
    await asked(desk, meetings[2])
    await rates(desk, meetings[2], *NAMES[3:5])
    assert "results-of-several" in phrases(await closed(desk, meetings[2])), "with these there are five"


async def test_a_group_that_turned_out_small_may_change_how_many_it_takes_from_the_next_round_on(desk: Desk) -> None:
    group, meetings = await a_group(desk, 4)
    await asked(desk, meetings[0])
    await rates(desk, meetings[0], *NAMES[:3])
    assert phrases(await desk.does("Aino", f"rhythm:{group.id}:floor=three"))[0] == "rhythm-heading", "she only looks"
    kept = await desk.does("Kaarina", f"rhythm:{group.id}:floor=three")
    assert "kun kolme on vastannut" in words(kept)
    assert "results-pooled" in phrases(await closed(desk, meetings[0])), "it was open, and had promised five"
    await asked(desk, meetings[1])
    await rates(desk, meetings[1], *NAMES[:4])
    assert not {"results-pooled", "results-of-several"} & {*phrases(await closed(desk, meetings[1]))}
    async with desk.work() as work:
        assert (await work.groups.get(group.id)).floor is Floor.THREE  # type: ignore[union-attr]
