"""What is kept of a member in one group, as plain values for them to read."""

import json
from datetime import datetime
from typing import Any

from bot.core.agreement_content import read
from bot.core.model import Group, Member, Paper
from bot.core.ports import UnitOfWork

Told = dict[str, Any]


async def of_member(work: UnitOfWork, group: Group, member: Member) -> Told:
    """Everything that names this member, what they have written and answered included; secrets are named only."""
    meetings = {meeting.id: meeting for meeting in await work.meetings.find(group_id=group.id)}
    when = {meeting.id: meeting.starts for meeting in meetings.values()}
    return {
        "group": group.name,
        "programme": group.programme,
        "joined": member.joined,
        "name_shown": member.name,
        "in_rota": member.rota,
        "notes": [{"meeting": when[n.meeting_id], "text": n.text} for n in await work.notes.find(member_id=member.id)],
        "told_about_coming": [
            {
                "meeting": when[c.meeting_id],
                "told": c.how,
                "reason": c.reason,
                "reason_seen_by": c.seen if c.reason else "",
                "changed": c.changes,
                "at": c.told,
            }
            for c in await work.comings.find(member_id=member.id)
        ],
        "leads": [meeting.starts for meeting in meetings.values() if meeting.lead_id == member.id],
        "open_feedback": await _ballots(work, group, member, when),
        "votes": await _votes(work, member),
        "asked_of_you": [
            {"question": question.kind, "opened": question.opened, "closes": question.closes}
            for question in await work.questions.find(group_id=group.id)
            if member.id in question.items
        ],
        "papers": [_paper(paper, when) for paper in await work.papers.find(member_id=member.id)],
        "agreement": await _wishes(work, group, member),
        "calendar_address": [{"made": each.made} for each in await work.subscriptions.find(member_id=member.id)],
    }


async def _ballots(work: UnitOfWork, group: Group, member: Member, when: dict[str, datetime]) -> list[Told]:
    """What is still open and could be changed: after a round closes, nobody can tell whose an answer is."""
    found = []
    for poll in await work.polls.find(group_id=group.id, closed=False):
        for ballot in await work.ballots.find(poll_id=poll.id, member_id=member.id):
            found.append({"kind": poll.kind, "meeting": when[poll.meeting_id], **json.loads(ballot.answers)})
    return found


async def _votes(work: UnitOfWork, member: Member) -> list[Told]:
    found = []
    for vote in await work.votes.find(member_id=member.id):
        question = await work.questions.get(vote.question_id)
        kind = question.kind if question else ""
        found.append({"question": kind, "about": vote.item, "answer": vote.value})
    return sorted(found, key=lambda told: (told["question"], told["about"]))


def _paper(paper: Paper, when: dict[str, datetime]) -> Told:
    """Its words; where there are several things in it, each by its name."""
    told: Told = {"kind": paper.kind}
    if paper.meeting_id:
        told["meeting"] = when[paper.meeting_id]
    try:
        content = json.loads(paper.text)
    except ValueError:
        content = paper.text
    return {**told, **content} if isinstance(content, dict) else {**told, "text": paper.text}


async def _wishes(work: UnitOfWork, group: Group, member: Member) -> list[str]:
    """Their own wishes, as long as it is kept whose they are."""
    versions = await work.agreements.find(group_id=group.id)
    return [rule.text for version in versions for rule in read(version).rules if rule.by == member.id]
