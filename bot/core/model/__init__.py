"""What a group is made of. Plain frozen rows; every instant is aware UTC unless a name says local."""

from bot.core.model.agreed import Agreement, Paper, Question, Standing, Subscription, Vote
from bot.core.model.feedback import Ballot, Batch, Poll
from bot.core.model.group import Edition, Floor, Group, Life, Newcomers, Subgroup
from bot.core.model.meeting import Coming, How, Meeting, Note, Outcome, Seen, to_utc
from bot.core.model.notice import Notice, State
from bot.core.model.people import Convener, Facilitator, Member, Person, Role
from bot.core.model.platform import Channel, Draft, Opening, chat_of

__all__ = [
    "Agreement",
    "Ballot",
    "Batch",
    "Channel",
    "Coming",
    "Convener",
    "Draft",
    "Edition",
    "Facilitator",
    "Floor",
    "Group",
    "How",
    "Life",
    "Meeting",
    "Member",
    "Newcomers",
    "Note",
    "Notice",
    "Opening",
    "Outcome",
    "Paper",
    "Person",
    "Poll",
    "Question",
    "Role",
    "Seen",
    "Standing",
    "State",
    "Subgroup",
    "Subscription",
    "Vote",
    "chat_of",
    "to_utc",
]
