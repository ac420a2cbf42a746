"""Known vulnerabilities among what Piiri runs on: asks the advisory service about every version in a lock.

    python deploy/audit.py [--strict] [LOCK]

Exits 1 where an advisory names one of them. Where the service cannot be asked nothing is known, which is said aloud
and is no failure, for CI also runs where there is no way out; with --strict it is one (exit 2). The asking is uv's
own (`uv audit`), which reads a lock of its own kind: one is written from ours, into a folder that goes away again.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
FOUND, UNASKED = 1, 2
MOST = 60
"""Seconds that the service may take."""


def pins(lock: str) -> dict[str, str]:
    """Every distribution that a lock names, with its version."""
    return {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in PINNED.findall(lock)}


def as_uv_has_it(pinned: dict[str, str], folder: Path) -> None:
    """The same as a project of uv's with its lock; no address is needed, since nothing is fetched."""
    wanted = ", ".join(f'"{name}=={version}"' for name, version in pinned.items())
    named = ", ".join(f'{{ name = "{name}" }}' for name in pinned)
    specified = ", ".join(f'{{ name = "{name}", specifier = "=={version}" }}' for name, version in pinned.items())
    head = 'version = 1\nrevision = 3\nrequires-python = ">=3.11"\n'
    ours = f'[[package]]\nname = "locked"\nversion = "0"\nsource = {{ virtual = "." }}\ndependencies = [{named}]\n'
    meta = f"[package.metadata]\nrequires-dist = [{specified}]\n"
    each = [
        f'[[package]]\nname = "{name}"\nversion = "{version}"\nsource = {{ registry = "." }}\n'
        for name, version in pinned.items()
    ]
    project = f'[project]\nname = "locked"\nversion = "0"\nrequires-python = ">=3.11"\ndependencies = [{wanted}]\n'
    (folder / "pyproject.toml").write_text(project, encoding="utf-8")
    (folder / "uv.lock").write_text("\n".join([head, ours, meta, *each]), encoding="utf-8")


def ask(folder: Path, uv: str, service: str) -> subprocess.CompletedProcess[str]:
    """What uv has to say of the project in a folder."""
    command = [uv, "audit", "--frozen", "--preview-features", "audit-command", "--preview-features", "json-output"]
    command += ["--no-config", "--output-format", "json", "--directory", str(folder)]
    if service:
        command += ["--service-url", service]
    environ = {**os.environ, "UV_HTTP_RETRIES": "1"}
    return subprocess.run(command, capture_output=True, text=True, timeout=MOST, env=environ, check=False)


def audit(lock: Path, *, uv: str, service: str = "", strict: bool = False) -> int:
    """Say what is known of a lock; the exit code."""
    pinned = pins(lock.read_text(encoding="utf-8"))
    if not pinned:
        return _say(f"{lock} pins nothing: there is nothing to ask about", UNASKED)
    with tempfile.TemporaryDirectory() as folder:
        as_uv_has_it(pinned, Path(folder))
        try:
            done = ask(Path(folder), uv, service)
            told = json.loads(done.stdout)
            asked, found = told["summary"]["audited_packages"], told["vulnerabilities"]
        except (subprocess.TimeoutExpired, ValueError, LookupError, TypeError, OSError):
            asked, found = 0, []
    for each in found:
        about, mended = each["dependency"], ", ".join(each["fix_versions"]) or "no version yet"
        print(f"{about['name']} {about['version']}: {each['display_id']}, mended in {mended}. {each['summary'] or ''}")
    if found:
        return _say(f"{len(found)} known vulnerabilities in {lock}: `make lock` takes what is mended", FOUND)
    if asked < len(pinned):
        line = f"NOT AUDITED: the advisory service answered for {asked} of the {len(pinned)} packages in {lock}"
        rest, rule = "and so nothing is known of the rest. Run `make audit` where it can be asked.", "!" * len(line)
        return _say(f"{rule}\n{line}\n{rest}\n{rule}", UNASKED if strict else 0)
    print(f"No known vulnerability in the {asked} packages of {lock}.")
    return 0


def _say(line: str, code: int) -> int:
    print(line, file=sys.stderr, flush=True)
    return code


def main(given: list[str]) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description="Known vulnerabilities among what Piiri runs on.")
    parser.add_argument("lock", nargs="?", type=Path, default=Path("requirements/run.txt"))
    parser.add_argument("--strict", action="store_true", help="not being able to ask is a failure, too")
    parser.add_argument("--uv", default=str(Path(sys.executable).with_name("uv")))
    parser.add_argument("--service", default="", help="an advisory service other than uv's own, in OSV's manner")
    typed = parser.parse_args(given)
    return audit(typed.lock, uv=typed.uv, service=typed.service, strict=typed.strict)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
