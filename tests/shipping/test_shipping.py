"""What the files that ship Piiri promise, read from the files themselves; deploy/try-*.sh try them for real."""

import json
import os
import re
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.settings import PREFIX, Settings

ROOT = Path(__file__).parents[2]
SETTINGS = {PREFIX + name.upper() for name in Settings.__dataclass_fields__}


def steps(path: Path = ROOT / "Dockerfile") -> list[tuple[str, str]]:
    """Each instruction with what follows it, its lines joined."""
    lines = [line for line in path.read_text().splitlines() if line.strip() and not line.startswith("#")]
    joined = re.sub(r"\\\n\s*", " ", "\n".join(lines)).splitlines()
    return [(word, rest) for word, _, rest in (line.partition(" ") for line in joined)]


def last_stage() -> list[tuple[str, str]]:
    found = steps()
    return found[max(n for n, (word, _) in enumerate(found) if word == "FROM") :]


def said(word: str) -> list[str]:
    return [rest for each, rest in last_stage() if each == word]


def unit() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in (ROOT / "deploy" / "piiri.service").read_text().splitlines():
        name, equals, value = line.partition("=")
        if equals and not line.startswith("#"):
            found.setdefault(name, []).append(value)
    return found


def compose() -> dict[str, Any]:
    loaded = yaml.safe_load((ROOT / "compose.yaml").read_text())
    assert isinstance(loaded, dict)
    return loaded


def test_the_image_runs_as_a_number_that_is_not_root() -> None:
    assert re.fullmatch(r"[1-9]\d{3,}:[1-9]\d{3,}", said("USER")[-1])


@pytest.mark.parametrize("word", ["ENTRYPOINT", "CMD"])
def test_what_the_image_runs_is_told_without_a_shell_so_that_it_hears_the_signal(word: str) -> None:
    assert json.loads(said(word)[-1])
    assert said("STOPSIGNAL") == ["SIGTERM"]


def test_the_image_asks_after_its_health_without_a_shell_or_a_tool_of_its_own() -> None:
    _, _, command = said("HEALTHCHECK")[-1].partition(" CMD ")
    name, _, program = json.loads(command)
    assert name == "python3"
    assert "/healthz" in program
    compile(program, "healthcheck", "exec")


def test_the_health_check_fails_where_nothing_answers() -> None:
    _, _, command = said("HEALTHCHECK")[-1].partition(" CMD ")
    done = subprocess.run(json.loads(command), env={**os.environ, "PIIRI_PORT": "1"}, capture_output=True, check=False)
    assert done.returncode != 0


def test_the_last_stage_has_nothing_to_build_with_and_takes_only_what_was_installed() -> None:
    assert all(rest.startswith("--from=build") for rest in said("COPY"))
    for tool in ("venv", "pip", "gcc", "build-essential", "binutils", "git", "curl"):
        assert tool not in shlex.split(said("RUN")[0]), tool


def test_everything_is_installed_by_the_lock_and_its_hashes() -> None:
    installs = [part for word, rest in steps() if word == "RUN" for part in rest.split("&&") if "pip install" in part]
    assert len(installs) == 2
    assert "--require-hashes -r requirements/run.txt" in installs[0]
    assert "--no-deps --no-build-isolation" in installs[1], "ourselves, with what the lock brought"


def test_nothing_goes_to_the_engine_but_what_is_copied() -> None:
    lines = [line for line in (ROOT / ".dockerignore").read_text().splitlines() if line and not line.startswith("#")]
    assert lines[0] == "*"
    let_in = {line[1:] for line in lines if line.startswith("!")}
    copied = {name for word, rest in steps() if word == "COPY" and "--from" not in rest for name in rest.split()[:-1]}
    assert let_in == copied
    assert all((ROOT / name).exists() for name in let_in)


def test_both_containers_may_do_nothing_that_they_need_not() -> None:
    for name, service in compose()["services"].items():
        assert service["read_only"] is True, name
        assert service["cap_drop"] == ["ALL"], name
        assert "cap_add" not in service, name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert "ports" not in service, f"{name}: the page has no login, and the database is nobody else's"
        assert not service.get("privileged"), name


def test_the_database_reaches_nothing_and_piiri_waits_until_it_is_well() -> None:
    whole = compose()
    piiri, database = whole["services"]["piiri"], whole["services"]["db"]
    assert [whole["networks"][name].get("internal") for name in database["networks"]] == [True]
    assert piiri["depends_on"]["db"]["condition"] == "service_healthy"
    assert database["healthcheck"]["test"][0] == "CMD"


def test_no_secret_stands_in_the_compose_file_and_each_that_is_asked_for_is_there() -> None:
    whole = compose()
    for name, service in whole["services"].items():
        assert set(service["secrets"]) <= set(whole["secrets"]), name
        for variable, value in service["environment"].items():
            if re.search("TOKEN|SECRET|PASSWORD|DATABASE_URL", variable):
                assert variable.endswith("_FILE"), f"{name}: {variable}"
                assert value.removeprefix("/run/secrets/") in service["secrets"], f"{name}: {variable}"
    assert "/secrets/" in (ROOT / ".gitignore").read_text().splitlines()


def test_what_is_set_is_a_setting() -> None:
    named = set(compose()["services"]["piiri"]["environment"])
    named |= {each.partition("=")[0] for each in unit()["Environment"]}
    assert {name if name in SETTINGS else name.removesuffix("_FILE") for name in named} <= SETTINGS


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("User", "piiri"), ("NoNewPrivileges", "yes"), ("CapabilityBoundingSet", ""), ("ProtectSystem", "strict"),
        ("ProtectHome", "yes"), ("PrivateTmp", "yes"), ("PrivateDevices", "yes"), ("PrivateUsers", "yes"),
        ("MemoryDenyWriteExecute", "yes"), ("RestrictNamespaces", "yes"), ("SystemCallArchitectures", "native"),
        ("UMask", "0077"), ("StateDirectoryMode", "0700"), ("Restart", "always"),
        ("RestrictAddressFamilies", "AF_INET AF_INET6 AF_UNIX"),
    ],
)  # fmt: skip
def test_the_unit_is_shut_in(name: str, value: str) -> None:
    assert unit()[name] == [value]


def test_the_unit_gives_secrets_as_credentials_that_its_own_settings_read() -> None:
    given = {each.partition(":")[0] for each in unit()["LoadCredential"]}
    read = {each.partition("=")[2].removeprefix("%d/") for each in unit()["Environment"]}
    assert read == given
    assert not any(re.search("TOKEN=|SECRET=|DATABASE_URL=", each) for each in unit()["Environment"])


def test_no_file_that_ships_names_a_place_to_fetch_from() -> None:
    shipped = [ROOT / name for name in ("Dockerfile", ".dockerignore", "compose.yaml", "Makefile", ".ci/run")]
    for path in [*shipped, *(ROOT / "deploy").iterdir()]:
        assert not re.search(r"(pypi|debian|pythonhosted|npmjs|docker)\.(org|io|com)", path.read_text()), path.name
