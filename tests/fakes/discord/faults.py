"""What goes wrong on the way, on order."""

import re
from dataclasses import dataclass
from typing import Any

STATUSES = frozenset({"400", "401", "403", "404", "429", "500", "502", "503", "504", "524"})
WHENS = frozenset({"before", "after"})
KINDS = STATUSES | {"reset", "hang", "html", "cloudflare", "global"}
PAGE = (
    b"<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n"
    b"<hr><center>cloudflare</center>\r\n</body>\r\n</html>\r\n"
)
TITLES = {
    "400": "400: Bad Request", "401": "401: Unauthorized", "403": "Missing Permissions", "404": "404: Not Found",
    "500": "500: Internal Server Error", "502": "502: Bad Gateway", "503": "503: Service Unavailable",
    "504": "504: Gateway Timeout", "524": "524: A Timeout Occurred",
}  # fmt: skip


@dataclass(slots=True)
class Fault:
    """One thing that will go wrong, `times` times."""

    method: str
    path: "re.Pattern[str]"
    what: str
    times: int
    code: int
    message: str | None
    retry_after: float
    seconds: float

    @property
    def kind(self) -> str:
        """What goes wrong, without when."""
        return self.what.split()[0]

    @property
    def after(self) -> bool:
        """Whether the request takes effect all the same."""
        return self.what.endswith("after") or self.what == "slow"

    def body(self) -> dict[str, Any]:
        """What stands in the answer, where it has one."""
        if self.kind in {"429", "global"}:
            everywhere = self.kind == "global"
            body = {"message": "You are being rate limited.", "retry_after": self.retry_after, "global": everywhere}
            return body | ({"code": self.code} if self.code else {})
        code = self.code or (50013 if self.kind == "403" else 0)
        return {"message": self.message or TITLES[self.kind], "code": code}


class Faults:
    """What has been ordered and has not yet happened."""

    def __init__(self) -> None:
        self.waiting: list[Fault] = []

    def order(
        self,
        what: str,
        method: str,
        path: str,
        *,
        times: int,
        code: int,
        message: str | None,
        retry_after: float,
        seconds: float,
    ) -> None:
        """Adds one behind the others; raises `ValueError` for what the stand-in cannot do."""
        kind, _, when = what.partition(" ")
        if not (what == "slow" or (kind in KINDS and when in WHENS | {""})):
            raise ValueError(f"no such fault: {what}; there are slow, {', '.join(sorted(KINDS))}, each before or after")
        steps = re.escape(path).replace(r"\*\*", ".*").replace(r"\*", "[^/]+").replace(r"\{\}", "[^/]+")
        self.waiting.append(Fault(method, re.compile(steps), what, times, code, message, retry_after, seconds))

    def take(self, method: str, path: str) -> Fault | None:
        """The first that is meant for this request."""
        for fault in self.waiting:
            if fault.method in {method, "*"} and fault.path.fullmatch(path):
                fault.times -= 1
                if fault.times <= 0:
                    self.waiting.remove(fault)
                return fault
        return None
