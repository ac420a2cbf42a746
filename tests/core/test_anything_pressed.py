"""Whatever is pressed, typed or handed in, by anybody, about anything: an answer, and nothing of another group.

Every act starts from the same two groups and is undone afterwards. The acts are drawn at random:
presses of buttons that somebody was really offered, the same with ids and values of either group mixed in, and rubbish.
Every use is tried by everybody, in one of the three lives of a group each.
"""

import random
from collections import deque
from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.core.hear import hear
from bot.core.incoming import Act, Command, Filled, Incoming, Press, Sender, Typing
from bot.core.model import Life
from bot.core.outgoing import Form, Message, Offers, Reply, Toast, say
from bot.core.register import COMMANDS, USES
from tests.core.core_desk import LIBRARY, Desk, phrases, words

NAME, OTHER = "Salattujen asioiden piiri", "Toinen piiri"
PLACE = "Hirsitalo 14 B"
PRIVATE = ("Omaehtoinen huomio", "Toivoo rauhaa", "Syy vain sille")
"""What only Veikko may ever read (the last one: he and the conveners)."""

OURS = ("Veikko", "Aino", "Salme", "Oiva", "Taisto", "Outi", "Irma", PLACE, "Kirja hyllyltä", "Toive hiljaisuudesta",
        "Sovittu näin itse", "Oma aiheemme", "Vieras Valma", "Vieraan asia", *PRIVATE)  # fmt: skip
INSIDERS = {"Taisto": "convener", "Veikko": "lead", "Aino": "member", "Outi": "facilitator", "Irma": "convening member"}
OUTSIDERS = {"Urho": "stranger", "Pirkko": "former member", "Helmi": "another group's convener", "Sampo": "its member"}
REFUSED = {"refused-stranger", "refused-not-member", "refused-convener", "refused-lead", "refused-facilitator",
           "refused-only-facilitator"}  # fmt: skip
KEPT = ("groups", "members", "conveners", "facilitators", "meetings", "comings", "notes", "polls", "ballots", "batches",
        "outcomes", "questions", "votes", "papers", "agreements", "subscriptions", "notices")  # fmt: skip
RUBBISH = ("", ":", "nowhere", "x" * 16, "ä" * 15, "=", "1", "-1", "all", "yes", "0.0.0", "\u202e🙂", "99999999999", "²",
           "202612241700", "undo.x", "heard=9", "a=b=c")  # fmt: skip
TYPED = ("", " ", "x", "🙂" * 40, "<b>&amp;</b>", "ti 22.9. klo 17", "1.8.2026 klo 17", "15.10.", "3, 1, 2", "2h30", "99",
         "-5", "\u202e\u0000", "ä" * 4000, "http://example.org", "{ $name }", "Tukholma", "yes")  # fmt: skip


class Undo(Exception):
    """What was done in this transaction is not to stand."""


@dataclass
class Stage:
    """Two groups with everything in them, and all ids that there are."""

    desk: Desk
    ours: str
    theirs: str
    ids: tuple[str, ...] = ()
    kept: dict[str, list[list[Any]]] = field(default_factory=dict)
    offered: dict[str, list[str]] = field(default_factory=dict)

    async def does(self, name: str, act: Act, channel: str | None = None) -> Reply:
        """One act whose outcome is looked at and then undone; the other group is as it was."""
        reply: Reply = None
        try:
            async with self.desk.work() as work:
                sender = Sender("memory", name, name, "fi", may_convene=True)
                incoming = Incoming(f"k{next(self.desk.keys)}", sender, channel, act)
                reply = (await hear(work, self.desk.house, incoming)).reply
                told = isinstance(reply, Message | Toast) and not phrases(reply)[0].startswith("refused-")
                if told and self.kept:
                    other = self.theirs if name in INSIDERS else self.ours
                    assert await self.rows(work, other) == self.kept[other], f"{act} by {name} in {channel}"
                raise Undo
        except Undo:
            return reply

    async def rows(self, work: Any, group_id: str) -> list[list[Any]]:
        """What belongs to a group, as far as a group's id says so; the other rows hang on one of these."""
        found = [await work.groups.find(id=group_id)]
        for name in KEPT[1:]:
            rows = await getattr(work, name).find()
            found.append(sorted((r for r in rows if getattr(r, "group_id", group_id) == group_id), key=lambda r: r.id))
        return found


async def _stage(desk: Desk, life: Life) -> Stage:
    group = await desk.group(
        "Taisto", "Veikko", "Aino", "Salme", "Oiva", "Irma", "Pirkko", name=NAME, channel="secret", place=PLACE
    )
    other = await desk.group("Helmi", "Helmi", "Sampo", name=OTHER, channel="other", place="Kirjasto")
    first, second, *_ = await desk.meetings(group)
    for name, form, about, values in (
        ("Veikko", "note", first.id, {"text": PRIVATE[0]}),
        ("Veikko", "expect", group.id, {"hope": PRIVATE[1]}),
        ("Aino", "material", group.id, {"title": "Kirja hyllyltä", "more": ""}),
        ("Aino", "agreement-rule", group.id, {"text": "Toive hiljaisuudesta"}),
        ("Aino", "agreement-write", f"{group.id}:time.0", {"text": "Sovittu näin itse"}),
        ("Aino", "own-theme-add", group.id, {"theme": "Oma aiheemme"}),
        ("Taisto", "guest", first.id, {"name": "Vieras Valma", "about": "Vieraan asia"}),
    ):
        assert not isinstance(await desk.fills(name, form, about, **values), Form), form
    for name, press in (
        ("Veikko", f"absent:{second.id}:"), ("Salme", f"late:{first.id}:"), ("Pirkko", f"leave-sure:{group.id}:quiet"),
        ("Irma", f"convene:{group.id}:"), ("Taisto", f"vote-open:{group.id}:"),
    ):  # fmt: skip
        await desk.does(name, press)
    await desk.fills("Veikko", "reason", f"{second.id}:convener", reason=PRIVATE[2])
    await desk.does("Outi", f"facilitate:{group.id}:", "secret")
    async with desk.work() as work:
        asked = await work.questions.find(group_id=group.id, kind="facilitator")
    await desk.does("Taisto", f"facilitator-in:{group.id}:{asked[0].id}")
    async with desk.work() as work:
        irma = next(m for m in await work.members.find(group_id=group.id) if m.name == "Irma")
    await desk.does("Taisto", f"seat-ask:{group.id}:with={irma.id}")
    await desk.does("Irma", f"seat-yes:{group.id}:{(await _latest(desk, 'seat'))}")
    if life is Life.PAUSED:
        await desk.does("Taisto", f"pause:{group.id}:")
    if life is Life.ENDED:
        await desk.does("Taisto", f"end-sure:{group.id}:")
    stage = Stage(desk, group.id, other.id)
    async with desk.work() as work:
        kept = await work.groups.get(group.id)
        assert kept is not None
        assert kept.life is life
        assert "Pirkko" not in {member.name for member in await work.members.find()}
        stage.kept = {each.id: await stage.rows(work, each.id) for each in (group, other)}
        ours = [row.id for rows in stage.kept[group.id] for row in rows]
        theirs = [row.id for rows in stage.kept[other.id] for row in rows if row.id not in ours]
    half = min(len(ours), len(theirs), 60)
    stage.ids = (*ours[:half], *theirs[:half])
    return stage


async def _latest(desk: Desk, kind: str) -> str:
    async with desk.work() as work:
        return next(iter([q.id for q in await work.questions.find(kind=kind, closed=False)]), "")


def _buttons(reply: Reply) -> list[str]:
    if not isinstance(reply, Message):
        return []
    return [button.data for row in LIBRARY.write(reply, "fi").buttons for button in row if button.data]


async def _explore(stage: Stage, most: int) -> None:
    """Press what is offered, from the menu on; nothing that somebody is offered is refused to them."""
    refused = []
    for name in INSIDERS:
        ahead = deque([f"menu:{stage.ours}:"])
        seen: dict[str, str] = {}
        while ahead and len(seen) < most:
            data = ahead.popleft()
            reply = await stage.does(name, Press(data))
            if set(phrases(reply)[:1]) & REFUSED:
                refused.append(f"{name} is refused {data}, offered by {seen.get(data)}: {phrases(reply)}")
            for following in _buttons(reply):
                if following not in seen:
                    seen[following] = data
                    if data.split(":")[0] not in {"join", "lead-take"}:  # undone by now, with what follows from it
                        ahead.append(following)
        stage.offered[name] = [*seen]
    assert not refused, "\n".join(refused)


def _said(reply: Reply, chance: random.Random) -> str:
    language = chance.choice(("fi", "en", "sv"))
    if isinstance(reply, Offers):
        return "\n".join(LIBRARY.text(option.label, language) for option in reply.offers)
    return words(reply, language)


def _acts(stage: Stage, chance: random.Random, word: str) -> list[Act]:
    """A press and a filled form about something of our group, both with any value, and now and then a command."""
    shown = [data for offered in stage.offered.values() for data in offered if data.startswith(f"{word}:")]
    about = chance.choice([stage.ours, *stage.ids])
    value = chance.choice([*RUBBISH, *stage.ids])
    data = chance.choice([*shown, f"{word}:{about}:{value}", f"{word}:{about}:", f"{word}:{value}"])
    data = data.encode()[:64].decode(errors="ignore")
    use, acts = USES[word], [Press(data)]
    if use.take:
        fields = ("text", "reason", "when", "first", "last", "order", "hope", "title", "more", "theme", "name", "about",
                  "times", "until", "zone", "where", "length", "carry", "sentence", "word", "best")  # fmt: skip
        values = {each: chance.choice(TYPED) for each in fields}
        acts.append(Filled(word, data.partition(":")[2], values))
    if word in COMMANDS:
        options = {chance.choice(("meeting", "when", "zone", "x")): chance.choice([*RUBBISH, *stage.ids])}
        typed = LIBRARY.text(say(f"command-{word}"), "fi")
        acts += [Command(typed, "", options), Typing(typed, "meeting", "")]
    return acts


@pytest.mark.parametrize("life", list(Life))
async def test_whatever_anybody_does_is_answered_and_tells_and_changes_nothing_of_another_group(
    desk: Desk, life: Life
) -> None:
    stage = await _stage(desk, life)
    await _explore(stage, 60)
    chance = random.Random(f"{life}")
    turn = list(Life).index(life)
    for number, word in enumerate(sorted(USES)):
        for place, name in enumerate((*OUTSIDERS, *INSIDERS)):
            if (number + place) % len(Life) != turn:  # the three lives share the work: all of it takes a minute
                continue
            # Whoever is in a group's own channel may ask to come along there.
            own = "secret" if name in INSIDERS or word not in {"join", "facilitate"} else "other"
            channel = chance.choice((None, None, own, "nowhere"))
            for act in _acts(stage, chance, word):
                reply = await stage.does(name, act, channel)
                said = _said(reply, chance)
                assert said or reply is None or isinstance(reply, Offers), f"{act} by {name} is not answered"
                hidden = OURS if name in OUTSIDERS else () if name in {"Veikko", "Irma", "Taisto"} else PRIVATE
                told = [each for each in hidden if each in said]
                assert not told, f"{act} by {name} in {channel} tells {told}"
                if name in INSIDERS and name != "Veikko":
                    assert not [each for each in PRIVATE[:2] if each in said], f"{act} by {name}"
