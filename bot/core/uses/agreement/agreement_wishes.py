"""Ground rules in the members' own words: each adds theirs, one at a time, and may change or take them back."""

from dataclasses import replace

from bot.core.agreeing import unfinished
from bot.core.agreement_content import RULE_MOST, RULES_MOST, Content, Rule, read, standing
from bot.core.letters import one_line
from bot.core.outgoing import Block, Button, Field, Form, Heading, Items, Message, Own, Para, Quote, Reply, say
from bot.core.refusal import Refusal
from bot.core.turn import GroupTurn, Problems, Values, button
from bot.core.uses.agreement.agreement import closed, keep, writable

SHOWN = 6
"""How many wishes with their buttons stand on one page."""


async def _written(turn: GroupTurn) -> Content:
    going = await unfinished(turn.work, turn.group)
    return read(going) if going else Content()


async def ask_rule(turn: GroupTurn) -> Reply:
    """The form for a wish; with an id in the press, for that wish of one's own."""
    rule = (await _written(turn)).rule(turn.value) if turn.value else None
    if rule and rule.by != turn.me.id:
        raise Refusal("refused-old")
    field = Field(
        "text", say("agreement-rule-label"), say("agreement-rule-hint"), most=RULE_MOST, value=rule.text if rule else ""
    )
    about = f"{turn.group.id}:{turn.value}"
    return Form("agreement-rule", about, say("agreement-rule-title"), (field,), (Para(say("agreement-rule-ask")),))


async def check_rule(turn: GroupTurn, values: Values) -> Problems:
    """It says something, and there is room for it."""
    content, typed = await _written(turn), values.get("text", "x")
    if not one_line(typed):
        return {"text": say("field-empty")}
    full = len(content.rules) >= RULES_MOST and content.rule(turn.value) is None
    return {"text": say("agreement-rules-full", most=RULES_MOST)} if full else {}


async def take_rule(turn: GroupTurn, values: Values) -> Reply:
    """Keep the wish; said already, in whatever letters, it is not said twice."""
    text = one_line(values["text"])
    draft = await writable(turn)
    if draft is None:
        return await closed(turn, text)
    content = read(draft)
    if any(r.text.casefold() == text.casefold() and r.id != turn.value for r in content.rules):
        return _kept(turn, "agreement-rule-same", text)
    rule = content.rule(turn.value) if turn.value else None
    if rule is None:
        rules = (*content.rules, Rule(turn.house.chance.new_id(), text, turn.me.id))
    else:
        rules = tuple(replace(r, text=text) if r.id == rule.id else r for r in content.rules)
    await keep(turn, draft, replace(content, rules=rules))
    return _kept(turn, "agreement-rule-kept", text)


def _kept(turn: GroupTurn, phrase: str, text: str) -> Message:
    group_id = turn.group.id
    rows = (
        (button(say("button-agreement-rule"), "agreement-rule", group_id),),
        (
            button(say("button-agreement-wishes"), "agreement-wishes", group_id),
            button(say("button-agreement-draft"), "agreement-change", group_id),
        ),
    )
    return Message((Para(say(phrase)), Quote(text)), rows)


async def wishes(turn: GroupTurn) -> Reply:
    """The wishes that one may do something about: one's own, and those that have no author (any more)."""
    if await writable(turn) is None:
        return await closed(turn)
    return await _wishes_page(turn)


async def _wishes_page(turn: GroupTurn, *first: Block) -> Message:
    me = turn.member.id if turn.member else ""
    mine = [rule for rule in (await _written(turn)).rules if not rule.by or rule.by == me]
    start = int(turn.value) if turn.value.isdecimal() and int(turn.value) < len(mine) else 0
    here = list(enumerate(mine, 1))[start : start + SHOWN]
    group_id = turn.group.id
    blocks: list[Block] = [*first, Heading(say("agreement-wishes"))]
    if here:
        numbered = (say("agreement-wording", number=n, text=Own(rule.text)) for n, rule in here)
        blocks += [Items(tuple(numbered)), Para(say("agreement-wishes-until"))]
    else:
        blocks.append(Para(say("agreement-wishes-none")))
    rows: list[tuple[Button, ...]] = []
    for number, rule in here:
        drop = button(say("button-agreement-rule-drop", number=number), "agreement-rule-drop", group_id, rule.id)
        change = button(say("button-agreement-rule-change", number=number), "agreement-rule", group_id, rule.id)
        rows.append((change, drop) if rule.by else (drop,))
    if start + SHOWN < len(mine):
        rows.append((button(say("button-agreement-more"), "agreement-wishes", group_id, str(start + SHOWN)),))
    last = (button(say("button-agreement-draft"), "agreement-change", group_id),)
    add = (button(say("button-agreement-rule"), "agreement-rule", group_id),) if turn.member else ()
    return Message(tuple(blocks), (*rows, (*add, *last)))


async def drop_rule(turn: GroupTurn) -> Reply:
    """Take a wish of one's own back, or one out that has no author; its words are shown once more."""
    draft = await writable(turn)
    if draft is None:
        return await closed(turn)
    content = read(draft)
    rule = content.rule(turn.value)
    if rule is None or (rule.by and (turn.member is None or rule.by != turn.member.id)):
        raise Refusal("refused-old")
    await keep(turn, draft, replace(content, rules=tuple(r for r in content.rules if r.id != rule.id)))
    page = _kept(turn, "agreement-rule-dropped", rule.text)
    if rule.by:
        return page
    stands = await standing(turn.work, turn.group)
    if stands is None or read(stands).rule(rule.id) is None:
        return page
    back = (button(say("button-agreement-rule-back"), "agreement-rule-back", turn.group.id, rule.id),)
    return replace(page, buttons=(back, *page.buttons))


async def restore_rule(turn: GroupTurn) -> Reply:
    """Put a rule that is in force back into the proposal that left it out, where it was before."""
    draft, stands = await writable(turn), await standing(turn.work, turn.group)
    rule = read(stands).rule(turn.value) if stands else None
    if rule is None or stands is None:
        raise Refusal("refused-old")
    if draft is None:
        return await closed(turn)
    content = read(draft)
    if content.rule(rule.id) is None:
        if len(content.rules) >= RULES_MOST:
            raise Refusal("agreement-rules-full", most=RULES_MOST)
        order = [each.id for each in read(stands).rules]
        before = [r for r in content.rules if r.id in order and order.index(r.id) < order.index(rule.id)]
        at = content.rules.index(before[-1]) + 1 if before else 0
        rules = (*content.rules[:at], rule, *content.rules[at:])
        await keep(turn, draft, replace(content, rules=rules))
    return _kept(turn, "agreement-rule-kept", rule.text)
