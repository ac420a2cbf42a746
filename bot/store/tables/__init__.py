"""The tables: one for each row of bot.core.model, its columns named as the row's fields, and six of the store's own.

What may not stand twice is a unique key here, so that no race and no bug can make a double.
"""

import sqlalchemy as sa

from bot.store.tables.agreed import agreements, papers, questions, subscriptions, votes
from bot.store.tables.columns import metadata
from bot.store.tables.feedback import ballots, batches, polls
from bot.store.tables.groups import (
    comings,
    conveners,
    editions,
    facilitators,
    groups,
    meetings,
    members,
    notes,
    outcomes,
    persons,
    subgroups,
)
from bot.store.tables.notices import notices
from bot.store.tables.own import inbox, keys, leases, marks, seen, shelf
from bot.store.tables.platform import channels, drafts, openings

__all__ = [
    "agreements",
    "ballots",
    "batches",
    "channels",
    "comings",
    "conveners",
    "drafts",
    "editions",
    "facilitators",
    "groups",
    "inbox",
    "keys",
    "leases",
    "marks",
    "meetings",
    "members",
    "metadata",
    "notes",
    "notices",
    "openings",
    "outcomes",
    "papers",
    "persons",
    "polls",
    "questions",
    "seen",
    "shelf",
    "subgroups",
    "subscriptions",
    "votes",
]

SEALED: dict[sa.Table, str] = {
    comings: "reason",
    notes: "text",
    papers: "text",
    agreements: "content",
    ballots: "answers",
    batches: "content",
    drafts: "values",
    shelf: "body",
    inbox: "body",
}
"""The column of each table that is sealed with the key its own `key_id` names."""
