"""piiri groups import: a table in, all of its groups or none; and every way in which a table can be wrong, said."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.discord.read import place as on_discord
from bot.adapters.telegram.read import place as on_telegram
from bot.chance import Chance
from bot.commands.import_groups import NEEDED, USUAL, read_orders
from bot.commands.table import MOST_BYTES, MOST_ROWS, Row, TableProblem, read_table
from bot.content.library import Library
from bot.content.typed_port import TypedText
from bot.core.ports import House
from bot.core.refusal import Refusal
from scheduler.clock import HeldClock
from tests.cli.command import Done, Place

DOCS = Path(__file__).parents[2] / "docs"
HOUSE = House(Library(), TypedText(), HeldClock(datetime(2026, 9, 1, 6, tzinfo=UTC)), Chance(), {})
HEAD = "name,channel,convener,first"
FIRST = "2027-09-14 17:00"


def table(place: Place, *lines: str, name: str = "groups.csv", coding: str = "utf-8") -> str:
    (place.folder / name).write_bytes("\r\n".join(lines).encode(coding))
    return name


def read(*lines: str) -> list[Row]:
    rows, problems = read_table("\n".join(lines).encode(), USUAL, NEEDED)
    assert not problems
    return rows


def amiss(*lines: str) -> list[str]:
    """All that is wrong with a table that can be read, as it is said."""
    rows, problems = read_table("\n".join(lines).encode(), USUAL, NEEDED)
    return [str(problem) for problem in sorted({*problems, *read_orders(HOUSE, rows)[1]})]


def unreadable(content: bytes) -> str:
    with pytest.raises(TableProblem) as problem:
        read_table(content, USUAL, NEEDED)
    assert "\n" not in str(problem.value)
    return str(problem.value)


def nothing_founded(place: Place) -> bool:
    return "No groups yet" in place.here("group", "list").out


# What is founded


def test_a_table_founds_its_groups_and_says_each_in_a_line(place: Place) -> None:
    name = table(
        place,
        "name;channel;convener;convener_name;first;meetings;themes;feedback",
        f"Torstain piiri;torstai;kaarina;Kaarina;{FIRST};7;money, recovery;aloud",
        ";;;;;;;",
        "Perjantain piiri;perjantai;kaarina;;17.9.2027 16.30;;;",
    )
    dry = place.here("groups", "import", name, "--dry-run")
    assert (dry.code, dry.err) == (0, "")
    assert "line 2  browser:torstai  Torstain piiri: 7 meetings from 2027-09-14 17:00" in dry.out
    assert "line 4  browser:perjantai  Perjantain piiri: 6 meetings from 2027-09-17 16:30" in dry.out
    assert dry.out.endswith("2 groups can be founded; nothing was kept.\n")
    assert nothing_founded(place)
    done = place.piiri("groups", "import", name)
    assert (done.code, done.err) == (0, "")
    first, second, last = done.out.splitlines()
    assert "browser:torstai  Torstain piiri: 7 meetings" in first
    assert "browser:perjantai  Perjantain piiri: 6 meetings" in second
    assert last == "2 groups founded."
    listed = place.here("groups", "list").out
    assert first.split()[0] in listed
    assert second.split()[0] in listed
    assert "2. 2027-10-05 17:00  150 min  Money" in place.here("group", "show", first.split()[0]).out
    again = place.here("group", "import", name)
    assert again.code == 1
    assert "line 2, channel: “torstai”. This channel already has the group Torstain piiri" in again.err
    assert "line 4, channel: “perjantai”." in again.err
    assert again.err.endswith("groups.csv: 2 things to mend; no group was founded\n")
    assert len(place.here("groups", "list").out.splitlines()) == 2


def test_imported_groups_of_the_browser_have_their_rooms_and_the_convener_a_name(place: Place) -> None:
    name = table(place, f"{HEAD},convener_name", f"Yksi,yksi,kaarina,{FIRST},Kaarina", f"Kaksi,kaksi,kaarina,{FIRST},")
    assert place.here("groups", "import", name).code == 0
    with place.running() as piiri:
        assert piiri.get("/api/rooms/yksi").status_code == 200
        people = piiri.get("/api/rooms/kaksi").json()["people"]
        assert [person["name"] for person in people] == ["Kaarina"], "an empty cell takes no name away"


def test_the_example_in_the_docs_can_be_imported() -> None:
    rows, problems = read_table((DOCS / "groups-example.csv").read_bytes(), USUAL, NEEDED)
    orders, more = read_orders(HOUSE, rows)
    assert (problems, more) == ([], [])
    assert [order.spec.platform for order in orders] == ["telegram", "telegram", "discord"]
    assert on_telegram(orders[0].spec.channel) == (-1002300000001, None)
    assert on_telegram(orders[1].spec.channel) == (-1002300000002, 7)
    assert on_discord(orders[2].spec.channel) == (1146900000000000789, 1146900000000000123), "as the adapter reads it"
    assert orders[0].spec.themes == ("money", "recovery")
    assert orders[1].spec.link.startswith("https://")
    docs = (DOCS / "organisations.md").read_text(encoding="utf-8")
    assert "groups-example.csv" in docs
    assert all(f"`{column}`" in docs for column in USUAL)


def test_the_columns_are_the_options_of_one_group() -> None:
    from bot.cli import create

    options = {option.name: option.default for option in create.params if option.name}
    assert set(USUAL) == set(options)
    for name, usual in USUAL.items():
        if usual not in ("", None):
            assert options[name] == usual, name


def test_help_says_both_names(place: Place) -> None:
    assert "`group` and `groups` are the same" in " ".join(place.here("groups", "--help").out.split())
    assert "--dry-run" in place.here("groups", "import", "--help").out
    assert "--dry-run" in place.here("group", "import", "--help").out


# How tables are written


GOOD = (HEAD, f"Torstain piiri,main,kaarina,{FIRST}")


@pytest.mark.parametrize(
    "content",
    [
        "\n".join(GOOD), "\r\n".join(GOOD), "\r".join(GOOD), "\n".join(GOOD).replace(",", ";"), "\ufeff" + "\n".join(GOOD),
        "\ufeffsep=;\r\n" + "\r\n".join(GOOD).replace(",", ";"), "\n\n" + "\n\n".join(GOOD) + "\n,,,\n\n",
        "\n".join(f"{line},," for line in GOOD), "\n".join(f' "{line}" '.replace(",", '","').strip() for line in GOOD),
        "\n".join(GOOD).replace(HEAD, "Name,CHANNEL, convener ,First"),
        f"first,convener,channel,name\n{FIRST},kaarina,main,Torstain piiri",
        "\n".join(GOOD).replace("Torstain piiri", '"Torstain\n piiri"'),
    ],
)  # fmt: skip
def test_every_way_in_which_spreadsheets_write_it_is_read(content: str) -> None:
    rows, problems = read_table(content.encode(), USUAL, NEEDED)
    assert not problems
    wanted = {"name": "Torstain piiri", "channel": "main", "convener": "kaarina", "first": FIRST}
    assert [row.cells for row in rows] == [wanted]


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    rows = read("", HEAD, '"Two', f'lines",a,k,{FIRST}', "", f"Next,b,k,{FIRST}")
    assert [row.line for row in rows] == [3, 6]


def test_a_comma_or_quotation_mark_inside_a_cell_stays_there() -> None:
    rows = read(f"{HEAD},place", f'"Piiri ""A""",a,k,{FIRST},"Kulttuuritalo, 2. krs"')
    assert rows[0].cells["name"] == 'Piiri "A"'
    assert rows[0].cells["place"] == "Kulttuuritalo, 2. krs"


@given(st.binary(max_size=300))
def test_whatever_the_file_holds_it_is_read_or_refused(content: bytes) -> None:
    try:
        rows, problems = read_table(content, USUAL, NEEDED)
    except TableProblem:
        return
    assert rows or problems
    for problem in problems:
        assert str(problem).isprintable()


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30), min_size=4, max_size=4
    )
)
def test_whatever_the_cells_hold_every_problem_is_one_line(cells: list[str]) -> None:
    quoted = ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)
    try:
        rows, problems = read_table(f"{HEAD}\n{quoted}".encode(), USUAL, NEEDED)
    except TableProblem:
        return
    for problem in [*problems, *read_orders(HOUSE, rows)[1]]:
        assert len(str(problem).splitlines()) == 1


# What cannot be read at all


def test_a_file_in_another_coding_is_refused_with_what_to_do() -> None:
    said = unreadable(f"{HEAD}\nA,a,k,{FIRST}\nKäki,b,k,{FIRST}".encode("cp1252"))
    assert "not in UTF-8 (line 3)" in said
    assert "CSV UTF-8" in said
    assert "UTF-8" in unreadable(f"{HEAD}\nKäki,b,k,{FIRST}".encode("utf-16"))
    assert "workbook" in unreadable(b"PK\x03\x04" + bytes(100))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "empty"), ("\n\n", "empty"), (HEAD, "no group"), (f"{HEAD}\n\n,,,", "no group"),
        (f"name,channel,convener,frist\nA,a,k,{FIRST}", "“frist” (is it “first”?)"),
        (f"name,channel,convener,frist\nA,a,k,{FIRST}", "“first” is missing"),
        ("name,channel,name\nA,a,k", "“name” stands twice"),
        ("name\tchannel\tconvener\tfirst\nA\ta\tk\tb", "commas or semicolons"),
        (f'{HEAD}\nA,a,k,{FIRST}\n"B,b,k,{FIRST}\nC,c,k,{FIRST}', "from line 3"),
        ("\n".join([HEAD, *(f"G{n},c{n},k,{FIRST}" for n in range(10_000))]), f"more than {MOST_ROWS} groups"),
    ],
)  # fmt: skip
def test_what_is_no_table_of_ours_says_why(content: str, said: str) -> None:
    assert said in unreadable(content.encode())


def test_of_a_file_too_large_only_the_beginning_is_read(place: Place) -> None:
    with (place.folder / "large.csv").open("wb") as file:
        file.truncate(100_000_000)
    place.here("groups", "import", "large.csv").refused("larger than 1 MB", "check the file")
    assert "larger" in unreadable(b"," * (MOST_BYTES + 1))


def test_a_file_that_is_not_there_and_a_folder_are_refused_in_one_line(place: Place) -> None:
    place.here("groups", "import", "nothing.csv").refused("nothing.csv", "check the path")
    place.here("groups", "import", ".").refused("check the path")
    place.here("groups", "import").refused("--help")


# What cannot stand


def test_everything_that_cannot_stand_is_said_and_then_nothing_is_founded(place: Place) -> None:
    name = table(
        place,
        f"{HEAD},platform,meetings,feedback,place,remote,themes,every,length,language,zone",
        f"Hyvä,good,kaarina,{FIRST},,,,,,,,,,",
        "Huono,b,kaarina,soon,,99,seven,Kirjasto,https://example.org,money;money,sometimes,10h,xx,Mars/Olympus",
        ",,,,pigeon",
    )
    done = place.here("groups", "import", name)
    assert done.code == 1
    assert done.out == ""
    lines = done.err.splitlines()
    for column, said in {
        "first": "“soon”. I didn't understand", "meetings": "“99”. Here there are 5–9", "feedback": "“seven”. Write one of five",
        "remote": "only one of", "themes": "“money;money”. One of these", "every": "how often", "length": "120–180",
        "language": "“xx”", "zone": "“Mars/Olympus”",
    }.items():  # fmt: skip
        found = [line for line in lines if line.startswith(f"piiri: groups.csv, line 3, {column}: ")]
        assert len(found) == 1, (column, done.err)
        assert said in found[0]
    for column in NEEDED:
        assert f"piiri: groups.csv, line 4, {column}: This must be filled in" in lines
    assert any(line.startswith("piiri: groups.csv, line 4, platform: “pigeon”.") for line in lines)
    assert lines[-1] == "piiri: groups.csv: 14 things to mend; no group was founded"
    assert len(lines) == 15
    assert nothing_founded(place)


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"name": "=1+1"}, "name: “=1+1”. This is a formula"),
        ({"first": "#ARVO!"}, "first: “#ARVO!”. This is a spreadsheet's error"),
        ({"name": "x" * 5000}, "name: “" + "x" * 39 + "…”. This has 5000 characters"),
        ({"name": "x" * 61}, "name"),
        ({"channel": "-1.0023E+12", "platform": "telegram", "convener": "1"}, "channel: “-1.0023E+12”. The spreadsheet has rounded"),
        ({"convener": "2,1E+08", "platform": "telegram", "channel": "-1001"}, "convener: “2,1E+08”. The spreadsheet"),
        ({"channel": "@piiri", "platform": "telegram", "convener": "1"}, "channel: “@piiri”. Write Telegram's number"),
        ({"channel": "general", "platform": "discord", "convener": "1" * 18}, "channel: “general”. Write Discord's"),
        ({"channel": "1" * 18, "platform": "discord", "convener": "1" * 18}, "of the server and of the channel with a slash"),
        ({"channel": "two words"}, "channel: “two words”. Write a word"),
        ({"channel": "a/../b"}, "channel"),
        ({"meetings": "6,0"}, "meetings: “6,0”. Write a whole number"),
        ({"meetings": "²"}, "meetings: “²”. Write a whole number"),
        ({"remote": "http://example.org"}, "remote: “http://example.org”. The link needs"),
        ({"first": "2020-01-01 17:00"}, "already gone by"),
        ({"first": "44818.7"}, "first: “44818.7”. I didn't understand"),
        ({"every": "fri 17:00"}, "every: “fri 17:00”. The first meeting is on"),
        ({"programme": "nothing"}, "programme: “nothing”. There is no such programme"),
    ],
)  # fmt: skip
def test_a_cell_that_cannot_stand_says_what_to_write(cells: dict[str, str], said: str) -> None:
    row = {"name": "A", "channel": "main", "convener": "kaarina", "first": FIRST, **cells}
    found = amiss(",".join(row), ",".join(f'"{cell}"' for cell in row.values()))
    assert len(found) == 1, found
    assert found[0].startswith("line 2, ")
    assert said in found[0]


def test_a_cell_too_many_is_shown_and_a_trailing_separator_is_not() -> None:
    said = amiss(HEAD, f"A,main,kaarina,{FIRST},Kulttuuritalo", f"B,b,kaarina,{FIRST},,,")
    assert len(said) == 1
    assert said[0].startswith("line 2: “Kulttuuritalo”. This stands in no column")
    assert "stands in no column" in amiss(f"{HEAD},,place", f"A,main,kaarina,{FIRST},lost,Kirjasto")[0]


def test_a_channel_stands_once_on_each_platform() -> None:
    head = f"{HEAD},platform"
    said = amiss(head, f"A,-1001,11,{FIRST},telegram", f"B,-1001,kaarina,{FIRST},browser")
    assert said == []
    said = amiss(HEAD, f"A,main,k,{FIRST}", f"B,b,k,{FIRST}", f"C,main,k,{FIRST}")
    assert said == ["line 4, channel: “main”. Line 2 has it too; a channel has one group"]


def test_one_convener_has_one_name() -> None:
    head = f"{HEAD},convener_name"
    said = amiss(head, f"A,a,k,{FIRST},Kaarina", f"B,b,k,{FIRST},", f"C,c,k,{FIRST},Karina")
    assert len(said) == 1
    assert said[0].startswith("line 4, convener_name: “Karina”. The same convener is called “Kaarina” on line 2")


def test_a_number_that_looks_rounded_is_noted_and_founded(place: Place) -> None:
    name = table(place, f"{HEAD},platform", f"A,{'2' * 18}/114690000000000000,1146900000000000456,{FIRST},discord")
    done = place.here("groups", "import", name)
    assert done.code == 0
    assert "Note: line 2, channel: “222222222222222222/114690000000000000”. Spreadsheets round" in done.out


def test_where_one_group_cannot_be_founded_after_all_none_is(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    from bot.commands import import_groups

    async def found_for(work: Any, house: Any, spec: Any, *who: str) -> Any:
        if spec.channel == "c":
            raise Refusal("channel-taken")  # somebody set it up in the channel a moment ago
        return await as_ever(work, house, spec, *who)

    as_ever = import_groups.found_for
    monkeypatch.setattr(import_groups, "found_for", found_for)
    name = table(place, HEAD, *(f"G,{channel},kaarina,{FIRST}" for channel in "abcd"))
    place.here("groups", "import", name).refused("already has a group")
    assert nothing_founded(place)
    monkeypatch.undo()
    assert place.here("groups", "import", name).out.endswith("4 groups founded.\n"), "what was begun is in nobody's way"


def test_the_built_in_chat_says_when_it_is_full(place: Place) -> None:
    name = table(place, HEAD, *(f"G{n},room{n},kaarina,{FIRST}" for n in range(101)))
    done: Done = place.here("groups", "import", name)
    assert done.code == 1
    assert "The built-in chat has no room for so many" in done.err
    assert nothing_founded(place)
