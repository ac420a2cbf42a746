"""Nobody can fill the database or tire the group, and nobody who lives an ordinary life ever notices a limit."""

import itertools
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.core import quotas
from bot.core.allowance import FEW, REMEMBERED, Allowance, Pace
from bot.core.incoming import Act, Incoming, LetIn, Press, Sender, Wrote
from bot.core.model import Convener, Note, Paper, State
from bot.core.ports import UnitOfWork
from bot.core.quotas import COUNTED_OTHERWISE, ONE_EACH, QUOTAS
from bot.core.refusal import Refusal
from bot.store import tables
from tests.core.core_desk import LIBRARY, Desk, phrases

REPOSITORIES = set(UnitOfWork.__annotations__) - {"keys"}


def test_every_table_that_turns_write_to_has_a_quota() -> None:
    told = [*QUOTAS, *ONE_EACH, *COUNTED_OTHERWISE]
    assert len(told) == len(set(told))
    assert set(told) == REPOSITORIES


def test_what_there_is_one_of_by_nature_is_so_by_its_table() -> None:
    for name, columns in ONE_EACH.items():
        table: sa.Table = getattr(tables, name)
        unique = {
            tuple(c.name for c in constraint.columns)
            for constraint in table.constraints
            if isinstance(constraint, sa.UniqueConstraint | sa.PrimaryKeyConstraint)
        }
        assert columns in unique, name


def test_every_quota_counts_by_columns_that_there_are_and_says_what_to_do() -> None:
    for name, each in QUOTAS.items():
        table: sa.Table = getattr(tables, name)
        assert each
        for quota in each:
            assert {*quota.per, *([quota.since] if quota.since else [])} <= set(table.c.keys()), name
    for language in LIBRARY.languages():
        folder = Path("bot/content/phrases") / language
        said = set(re.findall(r"^([a-z-]+) =", (folder / "quotas.ftl").read_text("utf-8"), re.MULTILINE))
        used = set(re.findall(r'"(quota-[a-z]+)"', Path(quotas.__file__).read_text("utf-8"))) | {"quota-turns"}
        assert said == used, language


async def test_a_notebook_has_an_end_and_nothing_is_written_past_it(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Aino", "Veikko")
    first = (await desk.meetings(group))[0]
    most = QUOTAS["notes"][0].most
    for number in range(most):
        assert phrases(await desk.does("Aino", f"Huomio {number}")) == ["note-kept"]
    before = await desk.rows()
    assert phrases(await desk.does("Aino", "Yksi liikaa")) == ["quota-notes"]
    assert phrases(await desk.fills("Aino", "note", f"{first.id}:", text="Ja toinen")) == ["quota-notes"]
    assert await desk.rows() == before
    assert phrases(await desk.does("Veikko", "Minulla on tilaa")) == ["note-kept"], "another's notebook is another's"
    async with desk.work() as work:
        mine = next(note for note in await work.notes.find() if note.text == "Huomio 0")
    assert phrases(await desk.fills("Aino", "note", f"{first.id}:{mine.id}", text="Muutettu")) == ["note-kept"]
    await desk.does("Aino", f"note-drop:{first.id}:{mine.id}")
    assert phrases(await desk.does("Aino", "Nyt mahtuu")) == ["note-kept"]


async def test_a_change_of_mind_too_many_is_refused_and_what_stood_stands(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Aino", "Veikko", "Salme")
    first = (await desk.meetings(group))[0]
    said = [phrases(await desk.does("Aino", f"{('absent', 'coming')[n % 2]}:{first.id}:"))[0] for n in range(40)]
    assert "quota-changes" not in said[: quotas.CHANGES_MOST]
    assert said[-1] == "quota-changes"
    async with desk.work() as work:
        told = (await work.comings.find())[0]
    assert told.changes == quotas.CHANGES_MOST
    assert phrases(await desk.does("Veikko", f"absent:{first.id}:"))[0] != "quota-changes"


async def test_a_group_hears_only_so_much_of_one_thing_in_a_day(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Aino", "Veikko")
    words = itertools.cycle(("pause", "resume"))

    async def next_one() -> str:
        said = phrases(await desk.does("Kaarina", f"{next(words)}:{group.id}:"))[0]
        async with desk.work() as work:
            for notice in await work.notices.find(kind=("paused", "resumed"), state=State.WAITING):
                await work.notices.save(replace(notice, state=State.SENT))
        desk.clock.move(desk.clock.now() + timedelta(minutes=1))
        return said

    assert "quota-news" not in [await next_one() for _ in range(quotas.POSTS_MOST * 2)]
    before = await desk.rows()
    assert phrases(await desk.does("Kaarina", f"pause:{group.id}:")) == ["quota-news"]
    assert await desk.rows() == before
    desk.clock.move(desk.clock.now() + timedelta(days=2))
    assert await next_one() != "quota-news", "tomorrow is another day"


async def test_somebody_who_sets_up_groups_all_day_is_asked_to_wait(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Aino")
    async with desk.work() as work:
        person = (await work.persons.find(handle="Kaarina"))[0]
        bounded = quotas.within_quotas(work, person, desk.clock.now())
        for number in range(quotas.FOUNDED_MOST - 1):
            new = f"group-{number}"
            await bounded.groups.add(replace(group, id=new, channel=new))
            await bounded.conveners.add(Convener(f"convener-{number}", new, person.id))
        with pytest.raises(Refusal, match="quota-founded"):
            await bounded.groups.add(replace(group, id="one-more", channel="one-more"))
        bounded = quotas.within_quotas(work, person, desk.clock.now() + quotas.DAY * 2)
        await bounded.groups.add(replace(group, id="tomorrow", channel="tomorrow"))


async def test_no_text_of_any_row_is_endless(desk: Desk) -> None:
    await desk.group("Kaarina", "Aino")
    async with desk.work() as work:
        person = (await work.persons.find(handle="Aino"))[0]
        member = (await work.members.find())[0]
        bounded = quotas.within_quotas(work, person, desk.clock.now())
        for name in ("notes", "papers"):
            text = "ä" * (quotas.TEXT_MOST + 1)
            meeting = (await work.meetings.find())[0]
            row = (
                Note("n", member.group_id, meeting.id, member.id, member.key_id, text)
                if name == "notes"
                else Paper("p", member.group_id, "material", None, member.id, member.key_id, text)
            )
            with pytest.raises(Refusal, match="field-too-long"):
                await getattr(bounded, name).add(row)


def came(name: str = "Aino", act: Act | None = None, channel: str | None = None) -> Incoming:
    return Incoming("k", Sender("memory", name, name, "fi"), channel, act or Press("menu::"))


def test_whoever_presses_without_end_is_told_once_and_goes_on_after_a_rest() -> None:
    now = 0.0
    allowance = Allowance(lambda: now, (Pace(120, 1.0),))
    assert [allowance.verdict(came()) for _ in range(123)] == ["yes"] * 120 + ["told", "no", "no"]
    assert allowance.verdict(came("Veikko")) == "yes", "one person's haste is nobody else's"
    now = 1.0
    assert [allowance.verdict(came()) for _ in range(2)] == ["yes", "no"], (
        "at one a second it goes on, and is not told again"
    )
    now = 60.0
    assert [allowance.verdict(came()) for _ in range(61)].count("told") == 1, "after a rest it is told anew"


def test_no_ordinary_haste_is_noticed() -> None:
    now = 0.0
    allowance = Allowance(lambda: now)
    for _ in range(14 * 60):  # an evening of pressing something every other second
        now += 2.0
        assert allowance.verdict(came()) == "yes"


def test_what_a_platform_tells_of_a_channel_and_a_groups_own_talk_are_never_turned_away() -> None:
    allowance = Allowance(lambda: 0.0, (Pace(1, 1.0),))
    assert allowance.verdict(came()) == "yes"
    assert allowance.verdict(came()) == "told"
    assert allowance.verdict(came(act=LetIn(), channel="main")) == "yes"
    assert allowance.verdict(came(act=Wrote("Hei kaikki"), channel="main")) == "yes"
    assert allowance.verdict(came(act=Wrote("Hei"))) == "no"


def test_whoever_has_rested_is_not_remembered_however_many_come() -> None:
    now = 0.0
    allowance = Allowance(lambda: now)
    for number in range(50_000):
        now += 0.5
        assert allowance.verdict(came(str(number))) == "yes"
    assert len(allowance._people) < 2 * FEW


def test_a_hundred_thousand_people_are_not_all_remembered_and_the_hasty_one_is_not_forgotten() -> None:
    allowance = Allowance(lambda: 0.0, (Pace(10, 1.0),))
    for _ in range(20):
        allowance.verdict(came("hasty"))
    for number in range(100_000):
        assert allowance.verdict(came(str(number))) == "yes"
    assert len(allowance._people) <= REMEMBERED
    assert allowance.verdict(came("hasty")) == "no"
