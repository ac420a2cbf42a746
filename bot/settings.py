"""What an operator can set: by environment, by a TOML file, or not at all."""

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

FILE = "piiri.toml"
PREFIX = "PIIRI_"
SECRETS = ("token", "secret")
"""How settings end that are never shown."""

IN_FILES = (*SECRETS, "database_url")
"""Those that may stand in a file named by PIIRI_…_FILE; a database's address holds its password."""

SCHEMES = {
    "calendar_url": ("https://",),
    "telegram_api_url": ("https://", "http://"),
    "discord_api_url": ("https://", "http://"),
    "discord_gateway_url": ("wss://", "ws://"),
}
"""How the addresses of platforms begin."""

CHOICES = {"log_level": ("debug", "info", "warning", "error"), "log_format": ("text", "json")}
"""Settings that are one of a few words."""


class SettingsProblem(Exception):
    """A setting that cannot stand; its one line says what to write instead."""

    for_operator = True


@dataclass(frozen=True)
class Settings:
    """Everything that can be set, with what is in force where nothing is."""

    database_url: str = "sqlite:///piiri.db"
    key_file: str = ""
    lease_seconds: int = 15
    port: int = 8123
    log_level: str = "info"
    log_format: str = "text"
    metrics_host: str = ""
    metrics_port: int = 8126
    content: str = ""
    telegram_token: str = ""
    telegram_api_url: str = "https://api.telegram.org"
    telegram_webhook_url: str = ""
    telegram_webhook_host: str = "127.0.0.1"
    telegram_webhook_port: int = 8124
    telegram_webhook_secret: str = ""
    telegram_in_flight: int = 8
    help_lines: str = ""
    operator: str = ""
    calendar_url: str = ""
    calendar_host: str = "127.0.0.1"
    calendar_port: int = 8125
    discord_token: str = ""
    discord_api_url: str = "https://discord.com/api/v10"
    discord_gateway_url: str = ""

    @property
    def content_folder(self) -> Path | None:
        """Where the operator's own programmes are, if there are any."""
        return Path(self.content) if self.content else None

    @property
    def key_path(self) -> Path:
        """The master key's file: beside the database, and never in it, where nothing else is set."""
        if self.key_file:
            return Path(self.key_file)
        path = self.database_url.partition(":///")[2] if self.database_url.startswith("sqlite") else ""
        return Path(path).with_suffix(".key") if path else Path("piiri.key")


def load_settings(environ: Mapping[str, str] = os.environ, folder: Path = Path()) -> tuple[Settings, dict[str, str]]:
    """The settings in force, and by name where each comes from; the environment goes before the file."""
    path = Path(environ.get("PIIRI_CONFIG", "") or folder / FILE)
    typed: dict[str, tuple[object, str]] = {}
    if path.exists():
        typed |= {name: (value, str(path)) for name, value in _read_file(path).items()}
    elif "PIIRI_CONFIG" in environ:
        raise SettingsProblem(f"PIIRI_CONFIG names {path}, which is not there; check the path")
    names = {f.name: f for f in fields(Settings)}
    for name in names:
        variable = PREFIX + name.upper()
        if environ.get(variable):
            typed[name] = (environ[variable], variable)
        elif name.endswith(IN_FILES) and environ.get(f"{variable}_FILE"):
            typed[name] = (_read_secret(Path(environ[f"{variable}_FILE"]), f"{variable}_FILE"), f"{variable}_FILE")
    settings, sources = Settings(), dict.fromkeys(names, "default")
    for name, (value, source) in typed.items():
        if name not in names:
            raise SettingsProblem(f"{source}: there is no setting “{name}”; the settings are {', '.join(names)}")
        changed: dict[str, Any] = {name: _value(name, value, source)}
        settings = replace(settings, **changed)
        sources[name] = source
    _fit_together(settings)
    return settings, sources


def _fit_together(settings: Settings) -> None:
    if settings.calendar_url and settings.calendar_port in {settings.port, settings.telegram_webhook_port}:
        raise SettingsProblem("calendar_port: choose one of its own; nothing but calendars may be behind it")
    if settings.telegram_webhook_url:
        if not settings.telegram_webhook_url.startswith("https://"):
            raise SettingsProblem("telegram_webhook_url: Telegram calls https addresses only; write https://…/telegram")
        if not re.fullmatch("[A-Za-z0-9_-]{16,256}", settings.telegram_webhook_secret):
            raise SettingsProblem(
                "telegram_webhook_secret: a webhook needs one of 16 to 256 letters, digits, - and _; "
                "make one with: openssl rand -hex 32"
            )
        if settings.telegram_webhook_port == settings.port:
            raise SettingsProblem("telegram_webhook_port: choose another than the page's, which answers here only")


def _read_secret(path: Path, source: str) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise SettingsProblem(f"{source}: {path} cannot be read; check the path and its rights") from None


def _read_file(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsProblem(f"{path} is not TOML: {error}") from None
    except OSError as error:
        raise SettingsProblem(f"{path} cannot be read ({error.strerror}); check its rights") from None


def _value(name: str, value: object, source: str) -> object:  # noqa: PLR0911 - one return for each kind of setting
    if name.endswith("port"):
        return port(str(value), source, name)
    if name == "telegram_in_flight":
        return _count(str(value), source, name, most=30)
    if name == "lease_seconds":
        return _count(str(value), source, name, most=300)
    if name == "telegram_token" and not re.fullmatch(r"[0-9]+:[A-Za-z0-9_-]{20,}", str(value)):
        raise SettingsProblem(f"{source}: that is no token of @BotFather's; it reads like 123456789:AA…")
    if name == "discord_token" and not re.fullmatch(
        r"[A-Za-z0-9_-]{18,}\.[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]{20,}", str(value)
    ):
        raise SettingsProblem(f"{source}: that is no bot token of Discord's; it has three parts with dots between them")
    if name in SCHEMES and value and not str(value).startswith(SCHEMES[name]):
        usual = getattr(Settings, name) or "what is usual"
        ways = " or ".join(SCHEMES[name])
        raise SettingsProblem(f"{source}: {name} is no address that begins with {ways}; take it out for {usual}")
    if name == "help_lines":
        return _lines(value, source)
    if name == "operator":
        return _line(str(value), source, name)
    if name in CHOICES:
        if str(value).lower() not in CHOICES[name]:
            raise SettingsProblem(f"{source}: {name} is {value}; write one of {', '.join(CHOICES[name])}")
        return str(value).lower()
    return str(value)


def port(typed: str, source: str, name: str = "port") -> int:
    """A port's number; SettingsProblem where it is none."""
    if not typed.isdecimal() or not 1 <= int(typed) <= 65535:
        raise SettingsProblem(f"{source}: {name} is {typed}; write a number from 1 to 65535")
    return int(typed)


MOST_HELP, LONGEST_HELP = 10, 200
"""How many places to get help an operator may name, and how long each may be; so may who they are themselves."""


def _lines(value: object, source: str) -> str:
    """A list, or text with a line or a | between each; kept with a new line between them."""
    found = [str(each) for each in value] if isinstance(value, list) else str(value).replace("|", "\n").splitlines()
    lines = [" ".join(line.split()) for line in found if line.strip()]
    if len(lines) > MOST_HELP or any(len(line) > LONGEST_HELP for line in lines):
        raise SettingsProblem(f"{source}: help_lines has room for {MOST_HELP} lines of {LONGEST_HELP} characters")
    return "\n".join(lines)


def _line(typed: str, source: str, name: str) -> str:
    """One line, its spaces put in order."""
    line = " ".join(typed.split())
    if len(line) > LONGEST_HELP:
        raise SettingsProblem(f"{source}: {name} has room for {LONGEST_HELP} characters: a name and one address")
    return line


def _count(typed: str, source: str, name: str, *, most: int) -> int:
    if not typed.isdecimal() or not 1 <= int(typed) <= most:
        raise SettingsProblem(f"{source}: {name} is {typed}; write a number from 1 to {most}")
    return int(typed)


def shown(name: str, value: object) -> str:
    """A setting as it may be printed: a password in a database's address, or a token, is hidden."""
    text = str(value)
    if name == "database_url" and "@" in text and "://" in text:
        scheme, _, rest = text.partition("://")
        return f"{scheme}://…@{rest.rpartition('@')[2]}"
    if name.endswith(SECRETS):
        return "(set, hidden)" if text else ""
    return text
