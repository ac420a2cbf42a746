"""piiri report --all: printed, as a table and as a picture; and nothing in any of them that is not for everybody."""

import asyncio
import csv
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.chance import Chance
from bot.core.figures import month_of
from bot.core.model import Batch, Coming, Floor, Group, How, Life, Meeting, Member, Outcome, Person, Seen
from bot.core.ports import UnitOfWork
from bot.store.store import open_store
from tests.cli.command import Done, Place

NOW = datetime.now(UTC)
LONG_AGO = NOW - timedelta(days=75)
"""A time whose month has settled, whenever this is run."""

MONTH = month_of(LONG_AGO)
SECRETS = ("Torstain piiri", "Kaarina", "kulttuuritalo", "Olin väsynyt", "flunssa")
HELPS = ("Did you feel heard in the meeting?", "Was the meeting of use to you?")


def keep(place: Place, do: Callable[[UnitOfWork], Awaitable[None]]) -> None:
    """Something in the place's database."""

    async def within() -> None:
        store = await open_store(f"sqlite:///{place.folder}/piiri.db", place.folder / "piiri.key")
        async with store.begin() as work:
            await do(work)
        await store.close()

    asyncio.run(within())


async def a_group(
    work: UnitOfWork, number: int, *, members: int = 5, steps: tuple[int, ...] = (0, 1, 1, 2, 1), **more: Any
) -> None:
    """A group with one meeting long ago, at which one member was absent, and what came of it."""
    new = Chance().new_id
    key = await work.keys.make()
    known: dict[str, Any] = {"life": Life.RUNNING, "programme": "vahvistin", "language": "fi", "departures": 3}
    known |= more
    group = Group(
        id=new(), key_id=key, name=SECRETS[0], platform="browser", channel=f"c{number}", zone="Europe/Helsinki",
        every_count=3, every_unit="week", minutes=150, themes=(), floor=Floor.FIVE, begun=LONG_AGO, **known,
    )  # fmt: skip
    await work.groups.add(group)
    starts = LONG_AGO.replace(tzinfo=None, hour=12)
    meeting = Meeting(new(), group.id, starts, 150, "kulttuuritalo", "", LONG_AGO, version=1)
    ahead = Meeting(new(), group.id, starts + timedelta(days=200), 150, "", "", LONG_AGO, cancelled=True)
    await work.meetings.add(meeting)
    await work.meetings.add(ahead)
    for n in range(members):
        person = Person(new(), "browser", f"p{number}-{n}", "Kaarina", "fi")
        await work.persons.add(person)
        member = Member(new(), group.id, person.id, await work.keys.make(), "Kaarina", LONG_AGO - timedelta(days=99))
        await work.members.add(member)
        if n == 0:
            coming = Coming(new(), group.id, meeting.id, member.id, key, How.ABSENT, "flunssa", Seen.GROUP, 1, LONG_AGO)
            await work.comings.add(coming)
    content: dict[str, Any] = {
        "counts": {"heard": steps}, "alike": [], "who": [], "words": {"sentence": ["Olin väsynyt"]}, "quotes": [],
        "meetings": [meeting.id],
    }  # fmt: skip
    await work.batches.add(Batch(new(), group.id, meeting.id, key, json.dumps(content), published=True))
    outside = await work.keys.make(outside=True)
    hidden = content | {"counts": {"useful": [9, 9, 9, 9, 9]}}
    await work.batches.add(Batch(new(), group.id, meeting.id, outside, json.dumps(hidden), published=False))
    evaluation = Batch(new(), group.id, meeting.id, key, json.dumps(hidden), published=True, kind="evaluation")
    await work.batches.add(evaluation)
    if number == 0:
        await work.outcomes.add(Outcome(new(), group.id, meeting.id, held=True, present=3))


@pytest.fixture
def three(place: Place) -> Place:
    async def do(work: UnitOfWork) -> None:
        for number in range(2):
            await a_group(work, number)
        await a_group(work, 2, language="sv", life=Life.PAUSED)

    keep(place, do)
    return place


def table(place: Place, *words: str) -> dict[tuple[str, str, str], str]:
    done = place.here("report", "--all", "--csv", "out.csv", *words)
    assert (done.code, done.err) == (0, "")
    content = (place.folder / "out.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf"), "spreadsheets know UTF-8 by it"
    header, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    assert header == ["figure", "part", "month", "value"]
    found = {(figure, part, month): value for figure, part, month, value in rows}
    assert len(found) == len(rows)
    return found


def silent(*told: str) -> bool:
    return not any(secret.casefold() in each.casefold() for secret in SECRETS for each in told)


def test_all_groups_are_counted_together(three: Place) -> None:
    said = table(three)
    share = "members present (%)"
    expected = {
        ("groups", "all", ""): "3",
        ("groups", "running", ""): "2",
        ("groups", "paused", ""): "–",
        ("groups", "ended", ""): "0",
        ("groups by programme", "vahvistin", ""): "3",
        ("groups by language", "fi", ""): "2",
        ("groups by language", "other", ""): "–",
        ("members now", "all", ""): "15",
        ("members who left", "all", ""): "9",
        ("meetings", "held", ""): "3",
        ("meetings", "moved", ""): "3",
        ("meetings", "cancelled", ""): "3",
        (share, "all", ""): "73",
        (share, "all", MONTH): "73",
    }
    assert {key: said[key] for key in expected} == expected
    feedback = {key: value for key, value in said.items() if key[0].startswith("feedback")}
    part = "Did you feel heard in the meeting? (1 not really, 5 yes, fully; vahvistin)"
    assert feedback == {("feedback (mean, 1 to 5)", part, MONTH): "3.6"}, "neither unopened batches nor evaluations"


def test_what_is_printed_is_what_is_in_the_table(three: Place) -> None:
    done = three.piiri("report", "--all")
    assert (done.code, done.err) == (0, "")
    for line in (
        "  all                       3",
        "  paused                    –",
        f"    {MONTH} 73",
        f"    {MONTH} 3.6",
    ):
        assert line in done.out.splitlines(), done.out
    assert "– is too few to show" in done.out.splitlines()[0]
    assert "other" in done.out
    assert "sv" not in done.out.split(), "only one group speaks it"


def test_nothing_that_anybody_wrote_is_in_any_of_it(three: Place) -> None:
    done = three.here("report", "--all", "--csv", "out.csv", "--picture", "out.svg")
    assert done.code == 0
    files = [(three.folder / name).read_text(encoding="utf-8") for name in ("out.csv", "out.svg")]
    assert silent(done.out, *files)
    assert not silent((three.folder / "out.csv").read_text(encoding="utf-8") + "Kaarina")


def test_the_picture_says_what_it_shows(three: Place) -> None:
    three.here("report", "--all", "--picture", "out.svg")
    root = ET.fromstring((three.folder / "out.svg").read_bytes())
    said = " ".join("".join(element.itertext()) for element in root.iter("{http://www.w3.org/2000/svg}text"))
    assert HELPS[0] in said
    assert MONTH in said
    assert HELPS[1] not in said
    assert "– is too few to show" in said
    labels = [element.get("aria-label", "") for element in root.iter() if element.get("role") == "img"]
    assert len(labels) == 1
    assert f"{MONTH}: 3.6" in labels[0]


def test_of_a_single_group_nothing_is_shown_anywhere(place: Place) -> None:
    async def do(work: UnitOfWork) -> None:
        await a_group(work, 0, members=9)

    keep(place, do)
    said = table(place, "--picture", "out.svg")
    assert {value for value in said.values() if value != "0"} == {"–"}
    assert not any(month for _, _, month in said)
    picture = (place.folder / "out.svg").read_text(encoding="utf-8")
    assert "Feedback: –" in picture
    assert "aria-label" not in picture


def test_a_month_that_only_one_group_fed_back_in_is_a_dash_in_table_and_picture(three: Place) -> None:
    async def do(work: UnitOfWork) -> None:
        for group in await work.groups.find():
            (met,) = await work.meetings.find(group_id=group.id, cancelled=False)
            starts, before = met.starts - timedelta(days=31), f"{group.channel}-before"
            await work.meetings.add(Meeting(before, group.id, starts, 150, "", "", LONG_AGO))
            if group.channel == "c0":
                content = {"counts": {"heard": [0, 2, 2, 2, 0]}, "alike": [], "words": {}, "meetings": [before]}
                await work.batches.add(
                    Batch("one", group.id, before, group.key_id, json.dumps(content), published=True)
                )

    keep(three, do)
    said = table(three, "--picture", "out.svg")
    before = month_of(LONG_AGO - timedelta(days=31))
    assert said["members present (%)", "all", before] == "100"
    values = {month: value for (figure, _, month), value in said.items() if figure.startswith("feedback")}
    assert values == {before: "–", MONTH: "3.6"}
    assert f"{before} –" in (three.folder / "out.svg").read_text(encoding="utf-8")


def test_an_erased_group_is_not_counted(three: Place) -> None:
    async def do(work: UnitOfWork) -> None:
        from dataclasses import replace

        group = next(iter(await work.groups.find(channel="c0")))
        await work.groups.drop(id=group.id)
        await work.groups.add(replace(group, key_id="", name="", life=Life.ENDED))

    keep(three, do)
    assert table(three)["groups", "all", ""] == "2"


def test_since_counts_from_a_month_on(three: Place) -> None:
    assert table(three, "--since", MONTH)["meetings", "held", ""] == "3"
    assert table(three, "--since", f"{MONTH}-28")["meetings", "held", ""] == "3", "a day is taken as its month"
    later = table(three, "--since", month_of(NOW))
    assert later["meetings", "held", ""] == "0"
    assert later["members now", "all", ""] == "15"
    assert not any(month for _, _, month in later)
    assert f"those since {MONTH}" in three.here("report", "--all", "--since", MONTH).out


@pytest.mark.parametrize(
    "typed", ["2026", "2026-13", "soon", "15.9.2026", "9999-12", "2026-W01", "20260915", "٢٠٢٦-٠٩"]
)
def test_a_date_that_is_none_is_refused(place: Place, typed: str) -> None:
    place.here("report", "--all", "--since", typed).refused("--since", "write a month")


def test_without_all_it_says_how_to_ask(place: Place) -> None:
    done: Done = place.here("report")
    done.refused("piiri report --all", "--help")
    assert done.code == 2
    assert "“–”" in place.here("report", "--help").out


def test_files_that_cannot_be_written_are_refused_before_anything_is_read(place: Place) -> None:
    place.here("report", "--all", "--csv", "nowhere/out.csv").refused("nowhere", "check the path")
    place.here("report", "--all", "--picture", "nowhere/out.svg").refused("nowhere", "check the path")
    place.here("report", "--all", "--picture", "out.png").refused("--picture out.svg")
    assert not list(place.folder.iterdir())


def test_where_there_are_no_groups_there_is_a_report_all_the_same(place: Place) -> None:
    said = table(place, "--picture", "out.svg")
    assert said["groups", "all", ""] == "0"
    assert said["members now", "all", ""] == "0"
    assert said["members present (%)", "all", ""] == "–"


def test_a_report_changes_nothing(three: Place) -> None:
    def rows() -> dict[str, list[Any]]:
        import sqlite3

        with sqlite3.connect(three.folder / "piiri.db") as database:
            names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            return {name: database.execute(f"SELECT * FROM {name}").fetchall() for name in names}

    before = rows()
    table(three)
    assert rows() == before


def test_more_groups_than_are_read_at_once_are_all_counted(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    from bot.store import figures

    async def do(work: UnitOfWork) -> None:
        for number in range(5):
            await a_group(work, number)

    keep(place, do)
    monkeypatch.setattr(figures, "_GROUPS", figures._GROUPS.limit(2))
    said = table(place)
    assert said["groups", "all", ""] == "5"
    assert said["members now", "all", ""] == "25"
    assert said["meetings", "held", ""] == "5"
