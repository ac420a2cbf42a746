"""One line for an operator who asks whether all is well, and what every platform has in common there. Pure."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from bot.core.platform import Outcome

SKEW = 5.0
"""Seconds that this machine's clock may be off before it matters."""


@dataclass(frozen=True)
class Finding:
    """One line for the operator: what is so, and what to do. `ok` None is neither good nor bad, only good to know."""

    ok: bool | None
    what: str
    do: str = ""


class Unanswered(Exception):
    """A call that failed: what that means, and the name of the connection's own error."""

    def __init__(self, outcome: Outcome, cause: str = "") -> None:
        super().__init__(type(outcome).__name__)
        self.outcome = outcome
        self.cause = cause


def host(address: str) -> str:
    """The machine in an address, with its port. What else is in one may be a secret."""
    try:
        parts = urlsplit(address)
        return f"{parts.hostname or ''}{f':{parts.port}' if parts.port else ''}"
    except ValueError:
        return ""


def span(seconds: float) -> str:
    """A length of time in words."""
    for length, unit in ((86400.0, "day"), (3600.0, "hour"), (60.0, "minute")):
        if seconds >= 1.95 * length:
            return f"{seconds / length:.0f} {unit}s"
    return f"{max(seconds, 0):.0f} s"


def unreached(where: str, cause: str, setting: str) -> Finding:
    """Why nothing at `where` was reached, by the name of the connection's own error; `setting` holds the address."""
    if "DNS" in cause:
        return Finding(
            False, f"This machine cannot find {where}.", "Check the name, its internet connection and its DNS."
        )
    if "Certificate" in cause or "SSL" in cause:
        return Finding(
            False,
            f"The certificate of {where} is not trusted.",
            "Check this machine's clock and its ca-certificates, and whether a proxy stands in between.",
        )
    return Finding(
        False,
        f"{where} cannot be reached.",
        f"Check this machine's internet connection, its firewall and proxy (HTTPS_PROXY), and {setting} if it is set.",
    )


def sent_at(header: str) -> datetime | None:
    """The instant in an answer's Date header, aware; None where there is none to read."""
    try:
        said = parsedate_to_datetime(header)
    except ValueError:
        return None
    return said if said.tzinfo else said.replace(tzinfo=UTC)


def clock(there: datetime | None, here: datetime, round_trip: float, whose: str) -> Finding:
    """This machine's clock against the Date of an answer, which has whole seconds; `here` is halfway, aware UTC."""
    if there is None:
        return Finding(
            None,
            "The answers carry no time to compare this machine's clock with.",
            "See that `timedatectl` says “System clock synchronized: yes”.",
        )
    ahead = (here - there).total_seconds() - 0.5
    if abs(ahead) - round_trip / 2 <= SKEW:
        return Finding(True, f"This machine's clock agrees with {whose}.")
    way, effect = ("ahead of", "early") if ahead > 0 else ("behind", "late")
    return Finding(
        False,
        f"This machine's clock is {span(abs(ahead))} {way} {whose}: reminders come that much too {effect}.",
        "Run `sudo timedatectl set-ntp true` (for a container or virtual machine, on its host), then see that "
        "`timedatectl` says “System clock synchronized: yes”.",
    )
