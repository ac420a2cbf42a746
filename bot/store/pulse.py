"""How the database has been of late, from memory: what failed, and when something was last committed."""

import time
from collections import Counter

from sqlalchemy import event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine


class Pulse:
    """Times are monotonic seconds. `errors` counts by the kind of failure; a key that stands already is none."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.errors: Counter[str] = Counter()
        self.failing_since: float | None = None
        self.committed = time.monotonic()
        # All engines of a database that differ by their options only fail through this one.
        event.listen(engine.sync_engine, "handle_error", self._failed)

    def beat(self) -> None:
        """A transaction was committed."""
        self.committed, self.failing_since = time.monotonic(), None

    def failing_for(self) -> float:
        """For how many seconds it has failed without a commit in between."""
        return 0.0 if self.failing_since is None else time.monotonic() - self.failing_since

    def _failed(self, context: ExceptionContext) -> None:
        error = context.sqlalchemy_exception
        if not isinstance(error, DBAPIError) or isinstance(error, IntegrityError):
            return
        self.errors[type(error).__name__] += 1
        if self.failing_since is None:
            self.failing_since = time.monotonic()
