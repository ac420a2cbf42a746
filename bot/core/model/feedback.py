"""What the group says of a meeting without saying who said it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Poll:
    """One round of questions while it is open; its key is kept outside the database and destroyed at close.

    `kind` is "feedback" on a meeting, or after the last one "evaluation", "followup-3" or "followup-6"; `floor` is how
    many different people it needs, as they were told when it opened.
    """

    id: str
    group_id: str
    meeting_id: str
    key_id: str
    closed: bool = False
    kind: str = "feedback"
    floor: int = 0


@dataclass(frozen=True)
class Ballot:
    """One member's feedback while the poll is open: sealed, and tied to its member only so that it can be changed."""

    id: str
    poll_id: str
    member_id: str
    key_id: str
    answers: str


@dataclass(frozen=True)
class Batch:
    """Counted feedback without author, time or order; sealed, and shown only once published.

    `content` is JSON: counts by scale and step, sentences mixed, and, only until publication, who is in it.
    """

    id: str
    group_id: str
    meeting_id: str
    key_id: str
    content: str
    published: bool = False
    kind: str = "feedback"
