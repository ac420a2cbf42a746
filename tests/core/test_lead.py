"""Who leads, whoever comes and goes; how a meeting goes; and what a facilitator leads and sees."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.library import Library
from bot.core.agenda import agenda, lasts, over_at
from bot.core.incoming import Press, Sender
from bot.core.model import Coming, Facilitator, Group, How, Paper, Seen
from bot.core.outgoing import Own, Phrase
from bot.core.people import person_for
from bot.core.plan import Facts, plan
from bot.core.programme import Programme
from bot.core.saying import absences, sees_reasons
from bot.core.season import leads_of, led_from_outside
from bot.core.uses.leading.timekeeper import Run, run_of
from bot.core.uses.themes.theme import brief_of
from bot.core.view import Lead, View
from tests.core.core_desk import Desk, buttons, phrases, words
from tests.core.core_rows import BEGUN, group, meeting, member, programme, wall

KIRSTI = Facilitator("f1", "g1", "person-kirsti", "Kirsti")


def season(count: int, **more: Any) -> View:
    """A group of three with so many meetings, in a programme of this kind."""
    meetings = tuple(meeting(f"m{n}", wall(2026, 9, 15, 17) + timedelta(weeks=3 * n)) for n in range(count))
    members = tuple(member(name, n) for n, name in enumerate(("aino", "veikko", "salme")))
    kind = replace(programme(), lead=more.pop("lead", "rota"))
    return View(group(), kind, members, meetings, (), **more)


def leads(seen: View) -> list[str]:
    return [lead.name if (lead := seen.lead(m)) else "" for m in seen.meetings]


def test_a_facilitator_who_fades_out_leads_the_first_third() -> None:
    seen = season(6, lead="fading", facilitators=(KIRSTI,))
    assert leads(seen) == ["Kirsti", "Kirsti", "aino", "veikko", "salme", "aino"]
    assert seen.lead(seen.meetings[0]) == Lead("person-kirsti", "Kirsti", None), "no member of the group"


def test_a_facilitator_who_fades_leads_at_least_the_first_meeting() -> None:
    assert leads(season(2, lead="fading", facilitators=(KIRSTI,))) == ["Kirsti", "aino"]


@pytest.mark.parametrize("kind", ["facilitator", "coach"])
def test_a_coach_leads_every_meeting_that_no_member_has_taken(kind: str) -> None:
    seen = season(3, lead=kind, facilitators=(KIRSTI,))
    assert leads(seen) == ["Kirsti"] * 3
    taken = replace(seen, meetings=(seen.meetings[0], replace(seen.meetings[1], lead_id="veikko"), seen.meetings[2]))
    assert leads(taken) == ["Kirsti", "veikko", "Kirsti"]


def test_without_a_facilitator_the_turn_goes_round_in_any_programme() -> None:
    assert leads(season(4, lead="fading")) == ["aino", "veikko", "salme", "aino"]


def test_a_facilitator_leads_nothing_in_a_programme_whose_turn_goes_round() -> None:
    assert leads(season(2, facilitators=(KIRSTI,))) == ["aino", "veikko"]


@given(st.integers(1, 12), st.integers(0, 12), st.sets(st.integers(0, 5)))
def test_whoever_would_rather_not_is_never_given_a_turn_and_the_others_share_them(
    meetings: int, outside: int, out: set[int]
) -> None:
    members = [replace(member(f"p{n}", n), rota=n not in out) for n in range(6)]
    found = leads_of(
        members, [meeting(f"m{n}", wall(2026, 9, 1, 17) + timedelta(n)) for n in range(meetings)], (), outside
    )
    led = [lead for lead in found.values() if lead]
    assert not {f"p{n}" for n in out} & set(led)
    counts = [led.count(m.id) for m in members if m.rota]
    assert max(counts, default=0) - min(counts, default=0) <= 1
    assert list(found.values())[:outside] == [None] * min(outside, meetings)


def test_how_many_meetings_are_led_from_outside() -> None:
    kinds = {kind: led_from_outside(replace(programme(), lead=kind), 7) for kind in ("rota", "fading", "coach")}
    assert kinds == {"rota": 0, "fading": 2, "coach": 7}


# How a meeting goes


def test_the_brief_lists_just_the_steps_that_are_timed() -> None:
    seen = season(3)
    for each in seen.meetings:
        said = brief_of(seen, each).blocks
        listed = next(block.items for block in said if hasattr(block, "items"))
        steps = agenda(seen, each)
        assert [(line.values["minutes"], line.values["text"]) for line in listed if isinstance(line, Phrase)] == [
            (step.minutes, step.text) for step in steps
        ]
        total = next(
            b.text for b in said if isinstance(getattr(b, "text", None), Phrase) and b.text.id == "agenda-heading"
        )
        assert total.values["minutes"] == lasts(steps)


def test_a_meeting_with_one_task_has_no_pause_before_it() -> None:
    seen = season(2)
    assert [step.minutes for step in agenda(seen, seen.meetings[0])] == [5, 30, 5]


def test_a_meeting_whose_theme_is_open_has_no_steps_yet() -> None:
    seen = season(5)
    assert agenda(replace(seen, group=group(themes=())), seen.meetings[1]) == ()


@given(st.integers(0, 300))
def test_whatever_is_given_moves_every_step_as_much(minutes: int) -> None:
    seen = season(1)
    steps, start = agenda(seen, seen.meetings[0]), datetime(2026, 9, 15, 14, tzinfo=UTC)
    shift = timedelta(minutes=minutes)
    before = over_at(steps, start, timedelta(0))
    assert over_at(steps, start, shift) == [due + shift for due in before]
    assert before == sorted(before)
    assert before[-1] - start == timedelta(minutes=lasts(steps))


@given(st.datetimes(datetime(2020, 1, 1), datetime(2100, 1, 1)), st.integers(0, 10_000))
def test_a_run_is_known_again_by_its_mark(start: datetime, minutes: int) -> None:
    run = Run(start.replace(microsecond=0, tzinfo=UTC), minutes)
    assert run_of(run.mark) == run


# What is planned after a meeting


def test_of_a_meeting_that_was_not_held_nothing_is_asked_and_nobody_is_caught_up() -> None:
    meetings = [meeting(f"m{n}", wall(2026, 9, 15, 17) + timedelta(weeks=3 * n)) for n in range(2)]
    facts = Facts(leads={"m0": "aino"}, absent={"m0": ("salme",)})
    held = {p.kind for p in plan(group(), meetings, programme(), facts) if p.meeting.id == "m0"}
    assert {"feedback", "results", "held", "catchup"} <= held
    not_held = plan(group(), meetings, programme(), replace(facts, not_held={"m0"}))
    assert not {"feedback", "results", "catchup"} & {p.kind for p in not_held if p.meeting.id == "m0"}
    assert {"feedback", "results"} <= {p.kind for p in not_held if p.meeting.id == "m1"}


# What a facilitator sees


def test_a_facilitator_reads_no_reasons_unless_the_convener_chose_so() -> None:
    told = Coming("c1", "g1", "m0", "aino", "k1", How.ABSENT, "Hoidan äitiä", Seen.GROUP, 0, BEGUN)
    seen = replace(season(1, facilitators=(KIRSTI,)), comings=(told,))
    assert not sees_reasons(seen, "person-kirsti")
    assert sees_reasons(seen, "person-veikko")
    let = replace(seen, facilitators=(replace(KIRSTI, reasons=True),))
    assert sees_reasons(let, "person-kirsti")
    silent = absences(seen, seen.meetings[0], reasons=False)
    assert [block.text.id for block in silent] == ["absent-line"]  # type: ignore[union-attr]
    open_ = absences(seen, seen.meetings[0])
    assert [block.text.values["reason"] for block in open_] == [Own("Hoidan äitiä")]  # type: ignore[union-attr]


class Led(Library):
    """The library with every programme led by a facilitator."""

    def programme(self, slug: str) -> Programme:
        return replace(super().programme(slug), lead="facilitator")


@pytest.fixture
async def led_by_kirsti(desk: Desk) -> tuple[Desk, Group]:
    """A group in a programme that a facilitator leads, with its facilitator."""
    found = await desk.group("Kaarina", "Kaarina", "Aino", "Veikko")
    desk.house = replace(desk.house, library=Led())
    async with desk.work() as work:
        kirsti = await person_for(work, desk.house, Sender("memory", "Kirsti", "Kirsti", "fi"))
        await work.facilitators.add(Facilitator("f1", found.id, kirsti.id, "Kirsti"))
    return desk, found


async def test_a_facilitator_has_the_rota_the_brief_and_the_last_word_but_no_member_does(
    led_by_kirsti: tuple[Desk, Group],
) -> None:
    desk, found = led_by_kirsti
    first = (await desk.meetings(found))[0]
    rota = await desk.does("Aino", f"rota:{found.id}:")
    assert words(rota).count("Kirsti") == 6
    assert phrases(await desk.does("Kirsti", f"brief:{first.id}:"))[0] == "brief-heading"
    assert phrases(await desk.does("Kirsti", f"clock:{first.id}:"))[0] == "clock-begins"
    assert phrases(await desk.does("Kirsti", f"held:{first.id}:")) == ["held-too-early"]
    assert phrases(await desk.does("Aino", f"clock:{first.id}:")) == ["refused-lead"]
    assert phrases(await desk.does("Kirsti", f"swap:{first.id}:")) == ["refused-facilitator"]
    assert phrases(await desk.does("Kirsti", f"lead-pass:{first.id}:")) == ["lead-passed"]
    assert "ti 15.9. klo 17: Kaarina" in words(await desk.does("Kirsti", f"rota:{found.id}:"))


async def test_a_swap_of_another_group_means_nothing_here(desk: Desk) -> None:
    here = await desk.group("Kaarina", "Kaarina", "Aino", "Veikko", channel="here")
    there = await desk.group("Oiva", "Oiva", "Aino", "Salme", channel="there", name="Toinen piiri")
    first, elsewhere = (await desk.meetings(here))[0], (await desk.meetings(there))[0]
    async with desk.work() as work:
        aino = {m.group_id: m for m in await work.members.find() if m.name == "Aino"}
    assert phrases(await desk.does("Kaarina", f"swap:{first.id}:{aino[there.id].id}")) == ["refused-old"]
    await desk.does("Kaarina", f"swap:{first.id}:{aino[here.id].id}")
    async with desk.work() as work:
        asked = (await work.questions.find(kind="swap"))[0]
    assert phrases(await desk.does("Aino", f"swap-yes:{elsewhere.id}:{asked.id}")) == ["refused-old"]
    assert phrases(await desk.does("Salme", f"swap-yes:{first.id}:{asked.id}")) == ["refused-stranger"]
    assert phrases(await desk.does("Aino", f"swap-yes:{first.id}:{asked.id}")) == ["swap-done"]


async def test_a_swap_of_a_meeting_that_was_moved_is_not_made(desk: Desk) -> None:
    found = await desk.group("Kaarina", "Kaarina", "Aino", "Veikko")
    first = (await desk.meetings(found))[0]
    async with desk.work() as work:
        aino = (await work.members.find(name="Aino"))[0]
    await desk.does("Kaarina", f"swap:{first.id}:{aino.id}")
    async with desk.work() as work:
        asked = (await work.questions.find(kind="swap"))[0]
    desk.clock.move(desk.clock.now() + timedelta(hours=1))
    await desk.does("Kaarina", f"move-sure:{first.id}:202609161700")
    assert phrases(await desk.does("Aino", f"swap-yes:{first.id}:{asked.id}")) == ["swap-gone"]
    async with desk.work() as work:
        assert await work.votes.find() == []


async def test_guests_count_among_those_who_were_there(desk: Desk) -> None:
    found = await desk.group("Kaarina", "Kaarina", "Aino", "Veikko")
    first = (await desk.meetings(found))[0]
    desk.clock.move(first.ends(found.tz))
    asked = await desk.does("Kaarina", f"held:{first.id}:yes")
    assert {"2", "3"} <= set(buttons(asked))
    assert "4" not in buttons(asked)
    async with desk.work() as work:
        await work.papers.add(Paper("p1", found.id, "guest", first.id, None, found.key_id, "{}"))
    assert "4" in buttons(await desk.does("Kaarina", f"held:{first.id}:yes"))
    assert phrases((await desk.hears("Kaarina", Press(f"present:{first.id}:4"))).reply)[0] == "present-kept"
