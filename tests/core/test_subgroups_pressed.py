"""Whatever is pressed or handed in about sub-groups, by anybody: an answer, no right that is not theirs, nothing told."""

import random

import pytest

from bot.core.incoming import Press, Typing
from bot.core.model import Group
from bot.core.outgoing import Message, Offers
from bot.core.register import USES
from tests.core.core_desk import Desk, phrases, words
from tests.core.test_anything_pressed import INSIDERS, OUTSIDERS, RUBBISH, Stage, _acts

NAME, OWN = "Salattujen asioiden piiri", "Salaiset kuljettajat"
OURS = [word for word in USES if word.startswith(("subgroup", "my-subgroup"))]
REFUSED = {"refused-stranger", "refused-convener", "refused-not-member", "refused-facilitator", "refused-old"}


@pytest.fixture
async def stage(desk: Desk) -> Stage:
    """Two groups that split; in ours one sub-group has a channel, one is the convener's own, and two people chose."""
    split = {"programme": "keikkatyo", "meetings": 2, "themes": ()}
    group = await desk.group("Taisto", "Veikko", "Aino", "Irma", "Pirkko", name=NAME, channel="secret", **split)
    other = await desk.group("Helmi", "Helmi", "Sampo", name="Toinen piiri", channel="other", **split)
    await desk.does("Pirkko", f"leave-sure:{group.id}:quiet")
    await desk.does("Outi", f"facilitate:{group.id}:", "secret")
    await desk.fills("Taisto", "subgroup-add", group.id, title=OWN)
    stage = Stage(desk, group.id, other.id)
    ids = []
    for each in (group, other):
        async with desk.work() as work:
            there = sorted(await work.subgroups.find(group_id=each.id), key=lambda s: s.name or s.title)
            asked = await work.questions.find(group_id=each.id, kind="facilitator")
        for question in asked:
            await desk.does("Taisto", f"facilitator-in:{each.id}:{question.id}")
        ids += [each.id, *(one.id for one in there), *(m.id for m in await desk.meetings(each))]
    await _link(desk, group)
    async with desk.work() as work:
        stage.kept = {each.id: await stage.rows(work, each.id) for each in (group, other)}
    stage.ids = tuple(ids)
    return stage


async def _link(desk: Desk, group: Group) -> None:
    async with desk.work() as work:
        own = next(s for s in await work.subgroups.find(group_id=group.id) if s.title == OWN)
    assert phrases(await desk.does("Taisto", f"subgroup-link:{group.id}:{own.id}", "drivers"))[0] == "subgroup-linked"
    for name in ("Veikko", "Irma"):
        await desk.does(name, f"my-subgroup:{group.id}:{own.id}")


async def _walked(stage: Stage, name: str, start: str) -> list[str]:
    """Every press about sub-groups that somebody is led to from a page; none of them is refused."""
    ahead = [start]
    for data in ahead:
        reply = await stage.does(name, Press(data))
        assert phrases(reply)[0] not in REFUSED, f"{name} is refused {data}"
        found = [b.data for row in reply.buttons for b in row] if isinstance(reply, Message) else []
        ahead += [each for each in found if each.split(":")[0] in OURS and each not in ahead]
    return ahead


async def test_nothing_that_is_offered_is_refused_and_nobody_outside_hears_of_anything(stage: Stage) -> None:
    for name, page in (("Taisto", "subgroups"), ("Veikko", "my-subgroup")):
        stage.offered[name] = await _walked(stage, name, f"{page}:{stage.ours}:")
    offered = {data.split(":")[0] for each in stage.offered.values() for data in each}
    assert set(OURS) - {"subgroup", "subgroup-pick", "subgroup-link", "subgroup-back"} <= offered
    chance = random.Random("jako")
    for word in OURS:
        for name in (*OUTSIDERS, *INSIDERS):
            for channel in (None, "secret", "drivers", "nowhere"):
                for act in _acts(stage, chance, word):
                    reply = await stage.does(name, act, channel)
                    said = "" if isinstance(reply, Offers) else words(reply)
                    assert said or isinstance(act, Typing), f"{act} by {name} in {channel} is not answered"
                    if name in OUTSIDERS:
                        assert OWN not in said, f"{act} by {name} in {channel}"
                        assert not [other for other in INSIDERS if other in said], f"{act} by {name} in {channel}"


async def test_what_is_the_conveners_is_refused_to_everybody_else_and_rubbish_to_everybody(stage: Stage) -> None:
    before = await stage.desk.rows()
    for word in OURS:
        if word in {"subgroup", "my-subgroup"}:
            continue
        for name in ("Aino", "Veikko", "Outi", *OUTSIDERS):
            for channel in (None, "drivers"):
                reply = await stage.desk.does(name, f"{word}:{stage.ours}:{stage.ids[1]}", channel)
                assert phrases(reply)[0] in REFUSED, f"{word} by {name}: {words(reply)}"
    for word in ("subgroups", "subgroup-name", "subgroup-drop", "subgroup-drop-sure", "subgroup-link", "my-subgroup",
                 "subgroup-unlink", "subgroup-back"):  # fmt: skip
        for value in filter(None, RUBBISH):
            data = f"{word}:{stage.ours}:{value}".encode()[:64].decode(errors="ignore")
            reply = await stage.desk.does("Veikko" if word == "my-subgroup" else "Taisto", data, "nowhere")
            assert phrases(reply) == ["refused-old"], f"{data}: {words(reply)}"
    assert await stage.desk.rows() == before
