"""Writing the agreement: who may do what with it, what is kept, and what a forged press achieves."""

from dataclasses import replace

import pytest

from bot.core.agreeing import unfinished
from bot.core.agreement_content import (
    OTHERS_MOST,
    RULE_MOST,
    RULES_MOST,
    Point,
)
from bot.core.model import Facilitator
from bot.core.outgoing import Form
from bot.core.register import USES
from tests.core.agreement_desk import circle, content_of, draft, in_force, offered, wishes, writes
from tests.core.core_desk import Desk, buttons, phrases, words

WORDS = [word for word in USES if word.startswith("agreement")]


async def test_looking_alone_writes_nothing(desk: Desk) -> None:
    group = await circle(desk)
    for press in ("agreement", "agreement-change", "agreement-wishes", "agreement-point", "agreement-offer"):
        await desk.does("Aino", f"{press}:{group.id}:{'time' if press.endswith('point') else ''}")
    async with desk.work() as work:
        assert await work.agreements.find() == []


async def test_a_suggestion_is_accepted_only_as_it_was_shown(desk: Desk) -> None:
    group = await circle(desk)
    shown = await desk.does("Aino", f"agreement-point:{group.id}:place")
    press = buttons(shown)["Sovitaan näin"]
    async with desk.work() as work:
        for meeting in await work.meetings.find(group_id=group.id):
            await work.meetings.save(replace(meeting, place="Kirjasto"))
    assert phrases(await desk.does("Aino", press))[0] == "agreement-changed-since"
    async with desk.work() as work:
        assert await unfinished(work, group) is None
    again = buttons(await desk.does("Aino", f"agreement-point:{group.id}:place"))["Sovitaan näin"]
    await desk.does("Aino", again)
    await desk.does("Aino", again)
    assert "Kirjasto" in (await content_of(desk, group)).point("place").text


async def test_a_suggestion_never_takes_the_place_of_words(desk: Desk) -> None:
    group = await circle(desk)
    press = buttons(await desk.does("Aino", f"agreement-point:{group.id}:trust"))["Sovitaan näin"]
    await writes(desk, group, "Veikko", "trust", "Kaikki jää tänne")
    assert phrases(await desk.does("Aino", press))[0] == "agreement-changed-since"
    assert (await content_of(desk, group)).point("trust") == Point("Kaikki jää tänne")


async def test_only_so_many_wordings_wait_and_what_is_typed_is_kept_in_the_form(desk: Desk) -> None:
    group = await circle(desk)
    for number in range(OTHERS_MOST + 1):
        await writes(desk, group, "Aino", "time", f"Ehdotus {number}")
    reply = await desk.fills("Veikko", "agreement-write", f"{group.id}:time.{Point().mark}", text="Vielä yksi")
    assert isinstance(reply, Form)
    assert reply.fields[0].value == "Vielä yksi"
    assert phrases(reply)[-1] == "agreement-wordings-full"
    point = (await content_of(desk, group)).point("time")
    assert len(point.wordings) == OTHERS_MOST + 1
    await writes(desk, group, "Veikko", "time", "Yhteinen", base=point.mark)
    assert (await content_of(desk, group)).point("time") == Point("Yhteinen")


async def test_a_point_may_be_opened_again(desk: Desk) -> None:
    group = await circle(desk)
    await writes(desk, group, "Aino", "time", "Torstaisin")
    assert "agreement-left-open" in await writes(desk, group, "Aino", "time", "  ", base=Point("Torstaisin").mark)
    assert (await content_of(desk, group)).is_empty()


async def test_nobody_but_its_author_changes_or_takes_out_a_wish(desk: Desk) -> None:
    group = await circle(desk)
    await wishes(desk, group, "Aino", "Kahvia")
    (rule,) = (await content_of(desk, group)).rules
    before = await draft(desk, group)
    assert await wishes(desk, group, "Veikko", "Teetä", rule.id) == ["refused-old"]
    for press in ("agreement-rule", "agreement-rule-drop", "agreement-rule-back"):
        assert phrases(await desk.does("Veikko", f"{press}:{group.id}:{rule.id}")) == ["refused-old"], press
    assert await draft(desk, group) == before
    assert rule.by not in words(await desk.does("Veikko", f"agreement:{group.id}:"))
    assert "Aino" not in words(await desk.does("Veikko", f"agreement:{group.id}:"))


async def test_there_are_only_so_many_rules_and_none_twice(desk: Desk) -> None:
    group = await circle(desk)
    for number in range(RULES_MOST):
        assert "agreement-rule-kept" in await wishes(desk, group, "Aino", f"Toive {number}")
    full = await desk.fills("Aino", "agreement-rule", f"{group.id}:", text="Vielä yksi")
    assert phrases(full)[-1] == "agreement-rules-full"
    (first, *_) = (await content_of(desk, group)).rules
    assert "agreement-rule-kept" in await wishes(desk, group, "Aino", "Muutettu toive", first.id)
    await desk.does("Aino", f"agreement-rule-drop:{group.id}:{first.id}")
    assert "agreement-rule-same" in await wishes(desk, group, "Veikko", "TOIVE 5")
    assert len((await content_of(desk, group)).rules) == RULES_MOST - 1
    seen = set()
    for start in range(0, RULES_MOST, 6):
        seen |= set(buttons(await desk.does("Aino", f"agreement-wishes:{group.id}:{start}")).values())
    assert sum(1 for data in seen if data.startswith("agreement-rule-drop")) == RULES_MOST - 1


@pytest.mark.parametrize("text", ["", "   ", "x" * (RULE_MOST + 1), "\u200b"])
async def test_a_wish_says_something_and_is_short(desk: Desk, text: str) -> None:
    group = await circle(desk)
    assert isinstance(await desk.fills("Aino", "agreement-rule", f"{group.id}:", text=text), Form)
    async with desk.work() as work:
        assert await work.agreements.find() == []


@pytest.mark.parametrize(
    "data",
    ["agreement-point:{g}:nothing", "agreement-point:{g}:", "agreement-agree:{g}:time", "agreement-agree:{g}:time.1.2.3",
     "agreement-pick:{g}:time", "agreement-pick:{g}:time.0.9", "agreement-pick:{g}:time.0.²", "agreement-pick:{g}:x.0.1",
     "agreement-write:{g}:x", "agreement-rule-drop:{g}:nowhere", "agreement-rule-back:{g}:nowhere",
     "agreement-put:{g}:", "agreement-accept:{g}:nowhere", "agreement-unaccept:{g}:", "agreement-rewrite:{g}:x",
     "agreement-undo-sure:{g}:", "agreement-undo:{g}:", "agreement-old:{g}:nowhere", "agreement-wishes:{g}:99"],
)  # fmt: skip
async def test_nonsense_changes_nothing(desk: Desk, data: str) -> None:
    group = await circle(desk)
    await wishes(desk, group, "Aino", "Kahvia")
    async with desk.work() as work:
        before = await work.agreements.find()
    assert words(await desk.does("Veikko", data.format(g=group.id)))
    async with desk.work() as work:
        assert await work.agreements.find() == before
        assert await work.votes.find() == []


async def test_another_groups_agreement_is_out_of_reach(desk: Desk) -> None:
    group = await circle(desk)
    await wishes(desk, group, "Aino", "Salainen toive")
    press = await offered(desk, group)
    other = await desk.group("Helmi", "Helmi", "Urho", channel="other", name="Toinen")
    question = press.rpartition(":")[2]
    version = (await draft(desk, group)).id
    for data in (
        f"agreement-accept:{other.id}:{question}", f"agreement-unaccept:{other.id}:{question}",
        f"agreement-rewrite:{other.id}:{version}", f"agreement-old:{other.id}:{version}", press,
        f"agreement:{group.id}:", f"agreement-old:{group.id}:{version}", f"agreement-space:{group.id}:",
    ):  # fmt: skip
        said = await desk.does("Helmi", data)
        assert "Salainen" not in words(said), data
        assert phrases(said)[0] in {"agreement-moved-on", "refused-old", "refused-stranger"}, data
    async with desk.work() as work:
        assert await work.votes.find() == []


async def test_strangers_may_do_nothing_at_all_with_it(desk: Desk) -> None:
    group = await circle(desk)
    for word in WORDS:
        assert phrases(await desk.does("Urho", f"{word}:{group.id}:time")) == ["refused-stranger"], word


async def test_a_facilitator_writes_and_proposes_and_is_not_waited_for(desk: Desk) -> None:
    group = await circle(desk)
    await desk.group("Ohto", channel="other")
    async with desk.work() as work:
        (person,) = await work.persons.find(name="Ohto")
        await work.facilitators.add(Facilitator("f1", group.id, person.id, "Ohto"))
    await writes(desk, group, "Ohto", "time", "Torstaisin")
    assert (await content_of(desk, group)).point("time") == Point("Torstaisin")
    assert phrases(await desk.fills("Ohto", "agreement-rule", f"{group.id}:", text="Minun"))[0] == "refused-facilitator"
    press = await offered(desk, group, "Ohto")
    assert phrases(await desk.does("Ohto", press)) == ["refused-facilitator"]
    for name in ("Kaarina", "Aino"):
        await desk.does(name, press)
    assert await in_force(desk, group) is None
    assert phrases(await desk.does("Veikko", press)) == ["agreement-accepted-all"]
    assert await in_force(desk, group) is not None
