"""How the stand-in says no."""

from typing import Any

TITLES = {400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 409: "Conflict"}


class Refused(Exception):
    """An answer that is not ok: its HTTP code, its description and, sometimes, parameters.

    `broken` says that the caller broke a rule of the Bot API. What happens in life (a group that is gone, a person who
    has blocked the bot) breaks none.
    """

    def __init__(
        self, code: int, description: str, *, broken: bool = False, parameters: dict[str, Any] | None = None
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.broken = broken
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        """What Telegram writes into the body of such an answer."""
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def against_rules(description: str) -> Refused:
    """A call that Telegram refuses however the world stands, or that our own stricter rules refuse."""
    return Refused(400, f"Bad Request: {description}", broken=True)


def bad(description: str, **parameters: Any) -> Refused:
    """A call that is well formed and fails for how the world stands."""
    return Refused(400, f"Bad Request: {description}", parameters=parameters or None)


def forbidden(description: str) -> Refused:
    """A place where the bot may not speak."""
    return Refused(403, f"Forbidden: {description}")


def conflict(description: str) -> Refused:
    """Two ways of hearing at once."""
    return Refused(409, f"Conflict: {description}")


def too_many(seconds: int) -> Refused:
    """A call that came too soon."""
    return Refused(429, f"Too Many Requests: retry after {seconds}", parameters={"retry_after": seconds})
