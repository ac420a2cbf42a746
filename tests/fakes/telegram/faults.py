"""What goes wrong on the way, on order."""

from dataclasses import dataclass

WHATS = frozenset(
    {"429", "401", "404", "slow"}
    | {f"{what} {when}" for what in ("500", "502", "timeout", "reset") for when in ("before", "after")}
)
BAD_GATEWAY = (
    b"<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n"
    b"<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n"
)


@dataclass(slots=True)
class Fault:
    """One thing that will go wrong, `times` times; `chat` None is any chat, method "*" any method."""

    method: str
    what: str
    chat: int | None
    times: int
    retry_after: int
    seconds: float

    @property
    def kind(self) -> str:
        """What goes wrong, without when."""
        return self.what.split()[0]

    @property
    def after(self) -> bool:
        """Whether the call takes effect all the same."""
        return self.what.endswith("after") or self.what == "slow"


class Faults:
    """What has been ordered and has not yet happened."""

    def __init__(self) -> None:
        self.waiting: list[Fault] = []

    def order(self, fault: Fault) -> None:
        """Adds one behind the others; raises `ValueError` for what the stand-in cannot do."""
        if fault.what not in WHATS:
            raise ValueError(f"no such fault: {fault.what}; there are {', '.join(sorted(WHATS))}")
        self.waiting.append(fault)

    def take(self, method: str, chat_id: object) -> Fault | None:
        """The first that is meant for this call."""
        for fault in self.waiting:
            if fault.method in {method, "*"} and fault.chat in {None, chat_id}:
                fault.times -= 1
                if fault.times <= 0:
                    self.waiting.remove(fault)
                return fault
        return None
