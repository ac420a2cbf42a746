"""The agreement accepted, in force, changed and left: only what everybody has pressed for ever stands."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.core.agreeing import draft_from, rule_in_turn
from bot.core.agreement_content import (
    read,
    standing,
    standing_blocks,
)
from bot.core.delivery import Said, aftermath, verdict
from bot.core.model import Group, Life, Meeting, Standing
from bot.core.platform import SHUT, Outcome, Unreachable
from bot.core.register import USES
from tests.core.agreement_desk import agreed, circle, content_of, draft, in_force, offered, wishes
from tests.core.core_desk import Desk, buttons, phrases, words

WORDS = [word for word in USES if word.startswith("agreement")]


async def test_what_was_not_shown_is_not_put_to_the_group(desk: Desk) -> None:
    group = await circle(desk)
    await wishes(desk, group, "Aino", "Kahvia")
    press = buttons(await desk.does("Aino", f"agreement-offer:{group.id}:"))["Laita ryhmän keskusteluun"]
    await wishes(desk, group, "Veikko", "Teetä")
    assert phrases(await desk.does("Aino", press))[0] == "agreement-written-on"
    assert await desk.notices("agreement") == []


async def test_an_acceptance_of_other_words_counts_for_nothing(desk: Desk) -> None:
    group = await circle(desk)
    await wishes(desk, group, "Aino", "Kahvia")
    first = await offered(desk, group)
    await desk.does("Kaarina", first)
    await desk.does("Aino", f"agreement-rewrite:{group.id}:{(await draft(desk, group)).id}")
    await wishes(desk, group, "Aino", "Teetä")
    second = await offered(desk, group)
    assert second != first
    for name in ("Aino", "Veikko"):
        await desk.does(name, second)
    assert phrases(await desk.does("Kaarina", first)) == ["agreement-moved-on"]
    assert await in_force(desk, group) is None


async def test_an_offer_that_was_taken_back_is_never_posted(desk: Desk) -> None:
    group = await circle(desk)
    await wishes(desk, group, "Aino", "Kahvia")
    desk.clock.move(datetime(2026, 9, 1, 20, tzinfo=UTC))  # eleven at night there
    await offered(desk, group)
    (notice,) = await desk.notices("agreement")
    assert notice.due == datetime(2026, 9, 2, 5, tzinfo=UTC)
    await desk.does("Veikko", f"agreement-rewrite:{group.id}:{(await draft(desk, group)).id}")
    assert await desk.notices("agreement") == []


async def test_while_paused_or_ended_it_can_be_read_and_not_changed(desk: Desk) -> None:
    group = await circle(desk)
    press = await agreed(desk, group)
    readable = {"agreement", "agreement-old", "agreement-space"}
    for life in (Life.PAUSED, Life.ENDED):
        async with desk.work() as work:
            await work.groups.save(replace(group, life=life))
        before = await in_force(desk, group)
        for word in WORDS:
            said = phrases(await desk.does("Aino", f"{word}:{group.id}:"))
            assert (said == [f"refused-{life.value}"]) is (word not in readable), word
        assert phrases(await desk.does("Veikko", press)) == [f"refused-{life.value}"]
        shown = await desk.does("Aino", f"agreement:{group.id}:")
        assert "Sähköpostilla" in words(shown)
        assert set(buttons(shown)) == {"Turvallisempi tila"}
        assert await in_force(desk, group) == before


async def test_whoever_leaves_leaves_no_trace_in_it_and_is_not_waited_for(desk: Desk) -> None:
    group = await circle(desk)
    await wishes(desk, group, "Veikko", "Teetä")
    press = await offered(desk, group)
    for name in ("Kaarina", "Aino"):
        await desk.does(name, press)
    async with desk.work() as work:
        (veikko,) = await work.members.find(group_id=group.id, name="Veikko")
    assert veikko.id in (await draft(desk, group)).content
    await desk.does("Veikko", f"leave-sure:{group.id}:quiet")
    stands = await in_force(desk, group)
    assert stands is not None
    assert veikko.id not in stands.content
    assert "Teetä" in stands.content
    assert len(await desk.notices("agreement-copy")) == 2


async def test_a_leavers_wish_in_a_draft_is_the_groups_to_take_out(desk: Desk) -> None:
    group = await circle(desk)
    await wishes(desk, group, "Veikko", "Teetä")
    (rule,) = (await content_of(desk, group)).rules
    await desk.does("Veikko", f"leave-sure:{group.id}:quiet")
    assert (await content_of(desk, group)).rules == (replace(rule, by=""),)
    await desk.does("Aino", f"agreement-rule-drop:{group.id}:{rule.id}")
    assert (await content_of(desk, group)).rules == ()


async def test_one_who_joins_meanwhile_is_waited_for(desk: Desk) -> None:
    group = await circle(desk)
    await wishes(desk, group, "Aino", "Kahvia")
    press = await offered(desk, group)
    await desk.does("Salme", f"join:{group.id}:", "main")
    for name in ("Kaarina", "Aino", "Veikko"):
        await desk.does(name, press)
    assert await in_force(desk, group) is None
    assert phrases(await desk.does("Salme", press)) == ["agreement-accepted-all"]


async def test_one_stands_at_a_time_and_the_older_ones_are_kept_without_votes(desk: Desk) -> None:
    group = await circle(desk)
    old = await agreed(desk, group)
    first = await in_force(desk, group)
    await desk.does("Veikko", f"agreement-change:{group.id}:")
    await desk.does("Veikko", f"agreement-change:{group.id}:")
    await wishes(desk, group, "Veikko", "Teetä")
    press = await offered(desk, group)
    assert await in_force(desk, group) == first, "until then the old one stands"
    for name in ("Kaarina", "Aino", "Veikko"):
        await desk.does(name, press)
    now = await in_force(desk, group)
    assert now is not None
    assert first is not None
    async with desk.work() as work:
        assert sorted((a.version, a.standing) for a in await work.agreements.find()) == [(1, "past"), (2, "standing")]
        assert len(await work.questions.find(kind="agreement")) == 1
        assert {v.item for v in await work.votes.find()} == {now.id}
        assert await rule_in_turn(work, group, 0) == "Kahvia"
        assert await rule_in_turn(work, group, 5) == "Teetä"
    assert phrases(await desk.does("Aino", old)) == ["agreement-moved-on"]
    assert "Teetä" not in words(await desk.does("Aino", f"agreement-old:{group.id}:{first.id}"))


async def test_a_change_can_be_given_up_as_it_was_shown(desk: Desk) -> None:
    group = await circle(desk)
    await agreed(desk, group)
    await desk.does("Veikko", f"agreement-change:{group.id}:")
    press = buttons(await desk.does("Aino", f"agreement-undo:{group.id}:"))["Kyllä, luovutaan"]
    await wishes(desk, group, "Veikko", "Teetä")
    assert phrases(await desk.does("Aino", press))[0] == "agreement-written-on"
    press = buttons(await desk.does("Aino", f"agreement-undo:{group.id}:"))["Kyllä, luovutaan"]
    assert phrases(await desk.does("Aino", press)) == ["agreement-undone"]
    assert phrases(await desk.does("Aino", press)) == ["agreement-undone"]
    stands = await in_force(desk, group)
    assert stands is not None
    assert "Teetä" not in stands.content


async def test_a_new_season_begins_with_what_the_one_before_had_agreed(desk: Desk) -> None:
    group = await circle(desk)
    new = await desk.group("Kaarina", channel="other", name="Toinen kausi")
    async with desk.work() as work:
        assert await draft_from(work, desk.house, group, new) is None
        assert await standing_blocks(work, group) == ()
    await agreed(desk, group)
    async with desk.work() as work:
        made = await draft_from(work, desk.house, group, new)
        assert made is not None
        assert (made.group_id, made.key_id, made.standing) == (new.id, new.key_id, Standing.DRAFT)
        assert [(r.text, r.by) for r in read(made).rules] == [("Kahvia", "")]
        assert await draft_from(work, desk.house, group, new) is None
        assert len(await standing_blocks(work, group)) > 2
        assert await standing_blocks(work, new) == ()


async def test_the_pinned_post_is_said_once_and_not_of_a_version_that_is_past(desk: Desk) -> None:
    group = await circle(desk)
    await agreed(desk, group)
    said = await desk.says("agreement-stands")
    assert isinstance(said, Said)
    assert said.message.pin
    (notice,) = await desk.notices("agreement-stands")
    async with desk.work() as work:
        stands = await standing(work, group)
        assert stands is not None
        assert notice.ref == stands.id
        await work.agreements.save(replace(stands, standing=Standing.PAST))
    assert not isinstance(await desk.says("agreement-stands"), Said)


async def offers_beside(desk: Desk, group: Group, number: int) -> set[str]:
    """The agreement's buttons on the short post before a meeting and on its theme's page."""
    meeting = (await desk.meetings(group))[number]
    said = await desk.says("soon", meeting)
    assert isinstance(said, Said)
    page = await desk.does("Aino", f"theme:{meeting.id}:")
    found = [
        {label for label, data in buttons(m).items() if data.startswith("agreement")} for m in (said.message, page)
    ]
    assert found[0] == found[1]
    return found[0]


async def test_meetings_offer_to_write_to_go_on_or_to_read_and_then_nothing(desk: Desk) -> None:
    group = await circle(desk)
    assert await offers_beside(desk, group, 0) == {"Kirjoitetaan sopimus"}
    assert await offers_beside(desk, group, 1) == set()
    await wishes(desk, group, "Aino", "Kahvia")
    assert await offers_beside(desk, group, 1) == {"Kirjoitetaan sopimus"}
    press = await offered(desk, group)
    assert await offers_beside(desk, group, 1) == {"Sopimus luettavana"}
    for name in ("Kaarina", "Aino", "Veikko"):
        await desk.does(name, press)
    assert await offers_beside(desk, group, 0) == set()


async def test_the_ground_rule_is_the_packs_until_the_group_has_its_own(desk: Desk) -> None:
    group = await circle(desk)
    (first, second, third, *_) = await desk.meetings(group)

    async def rule(meeting: Meeting) -> str:
        said = await desk.says("soon", meeting)
        assert isinstance(said, Said)
        return words(said.message)

    assert "jää tänne" in await rule(first)
    await wishes(desk, group, "Aino", "Kahvia ensin")
    assert "jää tänne" in await rule(first)
    await wishes(desk, group, "Veikko", "Teetä sitten")
    press = await offered(desk, group)
    for name in ("Kaarina", "Aino", "Veikko"):
        await desk.does(name, press)
    assert "Kahvia ensin" in await rule(first)
    assert "Teetä sitten" in await rule(second)
    assert "Kahvia ensin" in await rule(third)


async def test_a_copy_that_cannot_be_whispered_waits_as_a_button_in_the_channel(desk: Desk) -> None:
    group = await circle(desk)
    await agreed(desk, group)
    (notice, *_) = await desk.notices("agreement-copy")
    outcome: Outcome = Unreachable(SHUT)
    async with desk.work() as work:
        settled = verdict(notice, outcome, parts=0, posts=(), machine_now=desk.clock.now())
        await work.notices.save(replace(notice, state=settled.state, why=settled.why))
        await aftermath(work, notice, settled, outcome, desk.house)
    said = await desk.says("pretask", (await desk.meetings(group))[0])
    assert isinstance(said, Said)
    press = buttons(said.message)["Lue ryhmän sopimus"]
    assert "Sähköpostilla" in words(await desk.does("Aino", press, "main"))
    assert phrases(await desk.does("Urho", press, "main")) == ["refused-stranger"]
