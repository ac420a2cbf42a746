"""The versions of a group's agreement: which there are, who has accepted, and when one comes into force."""

from dataclasses import replace

from bot.core.agreement_content import Content, read, standing, standing_blocks, write
from bot.core.model import Agreement, Group, Life, Meeting, Member, Question, Standing, Vote
from bot.core.outgoing import Block, Button, say
from bot.core.plan import polite
from bot.core.ports import House, UnitOfWork
from bot.core.tell import A_WEEK, tell
from bot.core.turn import button
from bot.core.view import View

QUESTION = "agreement"
YES = "yes"


async def unfinished(work: UnitOfWork, group: Group) -> Agreement | None:
    """The version that is being written or read through; there is at most one."""
    found = await work.agreements.find(group_id=group.id, standing=[Standing.DRAFT, Standing.OFFERED])
    return found[0] if found else None


async def versions(work: UnitOfWork, group: Group) -> list[Agreement]:
    """What is in force and what has been before it, latest first."""
    found = await work.agreements.find(group_id=group.id, standing=[Standing.STANDING, Standing.PAST])
    return sorted(found, key=lambda a: -a.version)


async def next_version(work: UnitOfWork, house: House, group: Group, content: Content) -> Agreement:
    """The next version with this content, not kept yet."""
    earlier = await work.agreements.find(group_id=group.id)
    return Agreement(
        id=house.chance.new_id(),
        group_id=group.id,
        key_id=group.key_id,
        version=max((a.version for a in earlier), default=0) + 1,
        standing=Standing.DRAFT,
        content=write(content),
        made=house.clock.now(),
    )


async def draft_from(work: UnitOfWork, house: House, old: Group, new: Group) -> Agreement | None:
    """Let a new season's group begin with what the group before it had agreed, as a draft that has no authors.

    None where nothing stood there, or the new group has begun with its own.
    """
    stood = await standing(work, old)
    if stood is None or await work.agreements.find(group_id=new.id):
        return None
    draft = await next_version(work, house, new, read(stood).agreed())
    await work.agreements.add(draft)
    return draft


async def question_of(work: UnitOfWork, agreement: Agreement) -> Question | None:
    """What the members were asked about this version, if it was put to them."""
    asked = await work.questions.find(group_id=agreement.group_id, kind=QUESTION)
    return next((question for question in asked if question.items == (agreement.id,)), None)


async def votes_on(work: UnitOfWork, question: Question) -> list[Vote]:
    """Who has accepted."""
    return await work.votes.find(question_id=question.id, value=YES)


async def forget_question(work: UnitOfWork, agreement: Agreement) -> None:
    """Take back that this version was put to the members: nobody has accepted it, and old buttons mean nothing."""
    question = await question_of(work, agreement)
    if question:
        await work.votes.drop(question_id=question.id)
        await work.questions.drop(id=question.id)
        await work.notices.drop(group_id=agreement.group_id, kind="agreement", ref=question.id, state="waiting")


async def settle(work: UnitOfWork, house: House, group: Group) -> bool:
    """Bring the version that is read through into force once every member there is has accepted it, and say so.

    Whether it did. Whoever leaves is not waited for, and nobody accepts by silence.
    """
    offered = await unfinished(work, group)
    if offered is None or offered.standing is not Standing.OFFERED or group.life is not Life.RUNNING:
        return False
    question = await question_of(work, offered)
    members = await work.members.find(group_id=group.id)
    if question is None or not members:
        return False
    accepted = {vote.member_id for vote in await votes_on(work, question)}
    if any(member.id not in accepted for member in members):
        return False
    now = house.clock.now()
    before = await standing(work, group)
    if before:
        await work.agreements.save(replace(before, standing=Standing.PAST))
        await forget_question(work, before)
    content = write(read(offered).agreed())
    await work.agreements.save(replace(offered, standing=Standing.STANDING, content=content, made=now))
    await work.questions.save(replace(question, closed=True))
    await work.notices.drop(group_id=group.id, kind="agreement", ref=question.id, state="waiting")
    due = polite(group, now)
    await tell(work, house, group, "agreement-stands", due=due, expires=due + A_WEEK, ref=offered.id)
    for member in members:
        person_id = member.person_id
        await tell(
            work, house, group, "agreement-copy", due=due, expires=due + A_WEEK, person_id=person_id, ref=offered.id
        )
    return True


async def without_author(work: UnitOfWork, member: Member) -> None:
    """Keep the wishes of somebody who leaves as the group's own, without any word of whose they were."""
    for agreement in await work.agreements.find(group_id=member.group_id, standing=[Standing.DRAFT, Standing.OFFERED]):
        content = read(agreement)
        rules = tuple(replace(rule, by="") if rule.by == member.id else rule for rule in content.rules)
        if rules != content.rules:
            await work.agreements.save(replace(agreement, content=write(replace(content, rules=rules))))


async def rule_in_turn(work: UnitOfWork, group: Group, pick: int) -> str:
    """One of the rules in force, each in its turn; empty where there are none."""
    stands = await standing(work, group)
    rules = read(stands).rules if stands else ()
    return rules[pick % len(rules)].text if rules else ""


async def ways_in(work: UnitOfWork, seen: View, meeting: Meeting) -> tuple[tuple[Button, ...], ...]:
    """A button beside a meeting: to begin at the first one, to go on later, to read what waits for acceptance.

    Nothing else reminds of it: a post of its own would count heads where nobody has asked.
    """
    going = await unfinished(work, seen.group)
    if going and going.standing is Standing.OFFERED:
        return ((button(say("button-agreement-read"), "agreement", seen.group.id),),)
    if (going or seen.begins_group(meeting)) and await standing(work, seen.group) is None:
        return ((button(say("button-agreement-write"), "agreement", seen.group.id),),)
    return ()


async def for_newcomer(work: UnitOfWork, group: Group) -> tuple[tuple[Block, ...], tuple[tuple[Button, ...], ...]]:
    """For whoever joins: the agreement in force with the press that accepts it, or the way to one that is read now."""
    stands, going = await standing(work, group), await unfinished(work, group)
    rows: list[tuple[Button, ...]] = []
    question = await question_of(work, stands) if stands else None
    if question:
        rows.append((button(say("button-agreement-accept"), "agreement-accept", group.id, question.id),))
    if going and going.standing is Standing.OFFERED:
        rows.append((button(say("button-agreement-read"), "agreement", group.id),))
    return await standing_blocks(work, group), tuple(rows)
