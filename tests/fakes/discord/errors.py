"""What Discord says when it says no."""

from typing import Any, NoReturn

Path = tuple[str | int, ...]


class Refused(Exception):
    """An answer that is not a good one: its status, Discord's own code and message, and what was wrong where.

    `broken` says that the caller broke a rule of the API, whatever the state of the world. A channel that has gone or a
    person who wants no messages breaks none.
    """

    def __init__(
        self,
        status: int,
        code: int,
        message: str,
        *,
        errors: dict[str, Any] | None = None,
        broken: bool = False,
    ) -> None:
        super().__init__(f"{status} {code}: {message} {errors or ''}".rstrip())
        self.status = status
        self.code = code
        self.message = message
        self.errors = errors
        self.broken = broken

    def body(self) -> dict[str, Any]:
        """What Discord writes into such an answer."""
        body: dict[str, Any] = {"message": self.message, "code": self.code}
        if self.errors:
            body["errors"] = self.errors
        return body


class Wrongs:
    """Everything that is wrong with one form: Discord tells all of it at once."""

    def __init__(self) -> None:
        self.found: list[tuple[Path, str, str]] = []

    def add(self, at: Path, code: str, message: str) -> None:
        """One more thing, at a place in the form."""
        self.found.append((at, code, message))

    def refuse(self) -> None:
        """Raises `Refused` when anything was found."""
        if not self.found:
            return
        errors: dict[str, Any] = {}
        for at, code, message in self.found:
            here = errors
            for step in at:
                here = here.setdefault(str(step), {})
            here.setdefault("_errors", []).append({"code": code, "message": message})
        raise Refused(400, 50035, "Invalid Form Body", errors=errors, broken=True)


def invalid(at: Path, code: str, message: str) -> NoReturn:
    """A form with one thing wrong; raises `Refused`."""
    wrong = Wrongs()
    wrong.add(at, code, message)
    wrong.refuse()
    raise AssertionError("unreachable")


def unknown(what: str) -> Refused:
    """Something that is not there, or no longer."""
    code = {
        "Channel": 10003, "Guild": 10004, "Member": 10007, "Message": 10008, "User": 10013, "Webhook": 10015,
        "Interaction": 10062, "Guild Scheduled Event": 10070,
    }[what]  # fmt: skip
    return Refused(404, code, "Unknown interaction" if what == "Interaction" else f"Unknown {what}")


def missing_access() -> Refused:
    """A place that the bot cannot see."""
    return Refused(403, 50001, "Missing Access")


def missing_permissions() -> Refused:
    """Something that the bot may not do in a place that it sees."""
    return Refused(403, 50013, "Missing Permissions")


def unauthorised() -> Refused:
    """A token that opens nothing."""
    return Refused(401, 0, "401: Unauthorized")


def not_found() -> Refused:
    """A route that there is not."""
    return Refused(404, 0, "404: Not Found", broken=True)
