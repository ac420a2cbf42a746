from pathlib import Path

import pytest

from tests.cli.command import Place, free_port

GOOD = {
    "--channel": "main", "--name": "Torstain piiri", "--first": "2027-09-14 17:00", "--convener": "kaarina",
    "--convener-name": "Kaarina",
}  # fmt: skip


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """One database for everything that must not change it."""
    return Place(tmp_path_factory.mktemp("shared"))


def words(options: dict[str, str]) -> list[str]:
    return [word for pair in options.items() for word in pair]


def test_help_names_every_command(shared: Place) -> None:
    done = shared.piiri("--help")
    assert done.code == 0
    for command in ("run", "demo", "rehearse", "settings", "group"):
        assert command in done.out
    options = shared.piiri("group", "create", "-h")
    assert options.code == 0
    for option in GOOD:
        assert option in options.out
    assert shared.piiri("--version").out.startswith("piiri")


def test_a_group_is_created_listed_shown_and_ended(place: Place) -> None:
    assert "No groups yet" in place.here("group", "list").out
    created = place.piiri("group", "create", *words(GOOD), "--themes", "money,recovery", "--place", "Kirjasto")
    assert (created.code, created.err) == (0, "")
    group_id = created.out.split()[0]
    assert "Torstain piiri: 6 meetings from 2027-09-14 17:00, Europe/Helsinki" in created.out
    listed = place.here("group", "list").out
    for part in (group_id, "running", "browser:main", "members 0", "2027-09-14 17:00", "Torstain piiri"):
        assert part in listed
    shown = place.piiri("group", "show", group_id).out
    assert "1. 2027-09-14 17:00  150 min  Opening" in shown
    assert "2. 2027-10-05 17:00  150 min  Money" in shown
    assert "Did not arrive: nothing" in shown
    place.here("group", "create", *words(GOOD)).refused("already has a group")
    ended = place.piiri("group", "end", group_id, "--yes")
    assert (ended.code, ended.out) == (0, "Torstain piiri has ended.\n")
    assert "ended" in place.here("group", "list").out
    place.here("group", "end", group_id, "--yes").refused("has ended")
    assert place.here("group", "create", *words(GOOD)).code == 0, "the channel is free again"


def test_the_seat_of_a_convener_who_has_vanished_is_emptied_and_the_group_is_asked(place: Place) -> None:
    group_id = place.piiri("group", "create", *words(GOOD), "--place", "Kirjasto").out.split()[0]
    vacated = place.piiri("group", "vacate", group_id, "--yes")
    assert (vacated.code, vacated.err) == (0, "")
    assert "conveners before 1, now none" in vacated.out
    assert "asking for a convener" in place.here("group", "show", group_id).out
    assert "conveners before 0" in place.here("group", "vacate", group_id, "--yes").out
    place.here("group", "end", group_id, "--yes")
    place.here("group", "vacate", group_id, "--yes").refused("has ended")


def test_a_group_that_goes_on_is_told_by_its_seasons(place: Place) -> None:
    typed = words(GOOD | {"--programme": "tyopeili", "--meetings": "4"})
    created = place.piiri("group", "create", *typed, "--place", "Kirjasto")
    assert (created.code, created.err) == (0, "")
    assert "Torstain piiri: seasons of 4 meetings from 2027-09-14 17:00, Europe/Helsinki" in created.out


BAD = [
    ({"--first": "2020-01-01 17:00"}, "already gone by"),
    ({"--first": "2027-03-28 03:30"}, "clocks go forward"),
    ({"--first": "2026-10-25 03:30", "--zone": "Europe/Helsinki"}, ""),
    ({"--first": "soon"}, "didn't understand"),
    ({"--zone": "Mars/Olympus"}, "no time zone"),
    ({"--programme": "nothing"}, "no such programme"),
    ({"--language": "xx"}, "not available in that language"),
    ({"--platform": "pigeon"}, ""),
    ({"--meetings": "99"}, "5–9"),
    ({"--meetings": "many"}, "--help"),
    ({"--length": "10h"}, "120–180"),
    ({"--every": "now and then"}, "how often"),
    ({"--every": "fri 17:00"}, "day of the week"),
    ({"--themes": "money,money"}, ""),
    ({"--remote": "http://example.org"}, "https://"),
    ({"--remote": "https://example.org", "--place": "Kirjasto"}, ""),
    ({"--feedback": "seven"}, "--help"),
    ({"--name": " "}, ""),
]


@pytest.mark.parametrize(
    ("change", "said"), BAD, ids=[" ".join(each[0]) + " " + next(iter(each[0].values())) for each in BAD]
)
def test_an_option_that_cannot_stand_is_refused_in_one_line(shared: Place, change: dict[str, str], said: str) -> None:
    shared.here("group", "create", *words(GOOD | change)).refused(said)


def test_a_refusal_is_one_line_of_the_real_command_too(shared: Place) -> None:
    shared.piiri("group", "create", *words(GOOD | {"--first": "2020-01-01 17:00"})).refused("already gone by")
    shared.piiri("nonsense").refused("--help")


def test_a_question_that_nobody_can_answer_ends_nothing(shared: Place) -> None:
    done = shared.piiri("group", "end", "nothing")
    assert done.code != 0
    assert "Traceback" not in done.err


def test_after_all_those_refusals_nothing_was_kept(shared: Place) -> None:
    assert "No groups yet" in shared.here("group", "list").out


@pytest.mark.parametrize(
    "typed",
    [["group", "create"], ["group", "show"], ["group", "show", "nothing"], ["group", "end", "nothing", "--yes"],
     ["group", "vacate", "nothing", "--yes"],
     ["nonsense"], ["--nonsense"], ["run", "--port", "0"], ["run", "--port", "x"]],
    ids=" ".join,
)  # fmt: skip
def test_a_command_that_makes_no_sense_is_refused_in_one_line(shared: Place, typed: list[str]) -> None:
    shared.here(*typed).refused()


def test_a_database_that_cannot_be_written_says_so(place: Place) -> None:
    (place.folder / "file").write_text("not a folder")
    place.settings["PIIRI_DATABASE_URL"] = f"sqlite:///{place.folder}/file/piiri.db"
    place.here("group", "list").refused("cannot be written")
    place.piiri("run", "--port", str(free_port())).refused("cannot be written")


@pytest.mark.parametrize("url", ["mysql://u:geheim@db/x", "nonsense", "sqlite://", "sqlite:///:memory:"])
def test_a_database_of_another_kind_is_refused_without_its_password(place: Place, url: str) -> None:
    place.settings["PIIRI_DATABASE_URL"] = url
    done = place.here("group", "list")
    done.refused("sqlite:///")
    assert "geheim" not in done.err


def test_a_file_that_is_no_database_is_left_alone(place: Place) -> None:
    (place.folder / "piiri.db").write_text("Rakas päiväkirja" * 100)
    place.here("group", "list").refused("not a database")
    assert (place.folder / "piiri.db").read_text().startswith("Rakas päiväkirja")


def test_a_key_that_others_can_read_is_refused(place: Place) -> None:
    assert place.here("group", "list").code == 0
    key = place.folder / "piiri.key"
    assert key.stat().st_mode & 0o077 == 0
    key.chmod(0o644)
    place.piiri("group", "list").refused("chmod 600", str(key))
    key.chmod(0o600)
    content = key.read_bytes()
    key.unlink()
    place.here("group", "list").refused("missing")
    key.write_bytes(content)
    key.chmod(0o600)
    assert place.here("group", "list").code == 0


def test_settings_show_where_each_comes_from_and_hide_secrets(place: Place) -> None:
    (place.folder / "piiri.toml").write_text("port = 9000\nlog_level = 'warning'\n")
    place.settings |= {
        "PIIRI_DATABASE_URL": "postgresql://piiri:geheim@db.example.org/piiri",
        "PIIRI_LOG_LEVEL": "debug",
    }
    done = place.here("settings")
    assert done.code == 0
    assert "geheim" not in done.out + done.err
    assert "db.example.org" in done.out
    assert "PIIRI_DATABASE_URL" in done.out
    port = next(line for line in done.out.splitlines() if line.startswith("port"))
    assert "9000" in port
    assert "piiri.toml" in port
    level = next(line for line in done.out.splitlines() if line.startswith("log_level"))
    assert "debug" in level
    assert "PIIRI_LOG_LEVEL" in level


@pytest.mark.parametrize(
    ("toml", "environment", "said"),
    [("prot = 1", {}, "prot"), ("port = 0", {}, "65535"), ("port = [", {}, "not TOML"), ("", {"PIIRI_PORT": "x"}, "PIIRI_PORT"),
     ("", {"PIIRI_LOG_LEVEL": "loud"}, "debug, info"), ("", {"PIIRI_CONFIG": "/nowhere.toml"}, "/nowhere.toml")],
)  # fmt: skip
def test_a_setting_that_cannot_stand_is_refused(
    place: Place, toml: str, environment: dict[str, str], said: str
) -> None:
    (place.folder / "piiri.toml").write_text(toml)
    place.settings |= environment
    place.here("settings").refused(said)


def test_a_command_leaves_nothing_but_the_database_and_its_key(place: Place) -> None:
    place.here("group", "list")
    assert {path.name.split(".")[1].split("-")[0] for path in Path(place.folder).iterdir()} <= {"db", "key"}
