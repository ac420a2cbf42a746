from dataclasses import replace
from datetime import timedelta

from bot.core.delivery import Said, aftermath
from bot.core.incoming import Act, Closed, Departed, LetIn, Opened, Press, Relocated, ShutOut, Unread
from bot.core.model import State
from bot.core.outgoing import Door, Message
from bot.core.platform import Unreachable
from bot.core.ports import Settlement
from tests.core.core_desk import Desk, phrases, words
from tests.core.subgroup_desk import follows


async def act(desk: Desk, name: str, what: Act, channel: str | None = "main") -> list[str]:
    return phrases((await desk.hears(name, what, channel)).reply)


async def test_a_new_channel_is_greeted_once_in_the_language_of_whoever_let_us_in(desk: Desk) -> None:
    greeting = await desk.hears("Aino", LetIn(), "-100", language="en")
    assert "I'm Piiri" in words(greeting.reply, greeting.language)
    assert "Perusta ryhmä" in words(greeting.reply, "fi")
    assert await act(desk, "Veikko", LetIn(), "-100") == []
    assert await act(desk, "Veikko", ShutOut("removed"), "-100") == []
    assert await act(desk, "Veikko", LetIn(), "-100") == ["greet-heading", "greet-what", "greet-how"]
    assert await desk.rows() == {name: [] for name in await desk.rows()}, "nobody is kept for having let us in"


async def test_whoever_let_us_in_may_set_up_without_being_an_administrator(desk: Desk) -> None:
    await desk.hears("Aino", LetIn(), "-100")
    assert phrases((await desk.hears("Aino", Press("setup::"), "-100", may_convene=False)).reply) != [
        "refused-may-not-convene"
    ]
    in_a_topic = await desk.hears("Aino", Press("setup::"), "-100/7", may_convene=False)
    assert phrases(in_a_topic.reply) != ["refused-may-not-convene"]
    other = await desk.hears("Veikko", Press("setup::"), "-100", may_convene=False)
    assert phrases(other.reply) == ["refused-may-not-convene"]


async def test_a_channel_that_shuts_us_out_pauses_its_groups_and_their_conveners_hear_why_and_what_to_do(
    desk: Desk,
) -> None:
    group = await desk.group("Kaarina", "Kaarina", "Aino", channel="-100/7")
    await act(desk, "Veikko", ShutOut("removed"), "-100")
    said = await desk.says("shut")
    assert isinstance(said, Said)
    assert (said.to.id, said.to.private) == ("Kaarina", True)
    assert "minut on poistettu keskustelusta" in words(said.message)
    assert "Lisää minut keskusteluun uudelleen" in words(said.message)
    assert (await desk.says("reminder")).state is State.FAILED  # type: ignore[union-attr]
    await act(desk, "Veikko", ShutOut("removed"), "-100")
    assert len(await desk.notices("shut")) == 1
    assert await act(desk, "Veikko", LetIn(), "-100") == []
    asked = await desk.says("go-on")
    assert isinstance(asked, Said)
    assert asked.to.id == "-100/7", "where the group lives"
    assert phrases(asked.message) == ["let-in-again"]
    assert phrases(await desk.does("Aino", f"resume:{group.id}:", "-100/7")) == ["refused-convener"]
    assert phrases(await desk.does("Kaarina", f"resume:{group.id}:", "-100/7")) == ["resumed-done"]
    assert isinstance(await desk.says("reminder"), Said)


async def test_the_question_whether_to_go_on_is_not_put_where_the_door_has_closed_again(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Kaarina", channel="-100")
    await act(desk, "Veikko", ShutOut("removed"), "-100")
    await act(desk, "Veikko", LetIn(), "-100")
    assert phrases(await desk.does("Kaarina", f"resume:{group.id}:", "-100")) == ["resumed-done"]
    await act(desk, "Veikko", ShutOut("removed"), "-100")
    assert await desk.notices("go-on") == [], "and we were shut out once more"
    await act(desk, "Veikko", LetIn(), "-100")
    assert phrases(await desk.does("Kaarina", f"resume:{group.id}:", "-100")) == ["resumed-done"]
    resumed = (await desk.notices("resumed"))[-1]
    await follows(desk, resumed, Unreachable("removed"), State.FAILED)
    assert await desk.notices("go-on") == []


async def test_a_channel_that_moves_takes_everything_with_it(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Kaarina", channel="-1")
    await desk.hears("Aino", LetIn(), "-2")
    await desk.hears("Aino", Press("setup::"), "-2", platform="steps")
    await act(desk, "", Relocated("-100"), "-1")
    await act(desk, "", Relocated("-100"), "-1")
    async with desk.work() as work:
        assert (await work.groups.get(group.id)).channel == "-100"  # type: ignore[union-attr]


async def test_a_channel_that_moves_to_where_another_group_has_begun_leaves_that_one_alone(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Kaarina", channel="-1")
    other = await desk.group("Salme", "Salme", channel="-100")
    for _ in range(2):
        assert await act(desk, "", Relocated("-100"), "-1") == []
    async with desk.work() as work:
        there = {each.id: (each.channel, each.unreachable) for each in await work.groups.find()}
    assert there == {group.id: ("-1", "channel-gone"), other.id: ("-100", None)}
    assert len(await desk.notices("shut")) == 1
    said = await desk.says("shut")
    assert isinstance(said, Said)
    assert said.to.id == "Kaarina"
    assert "perusta ryhmä siellä" in words(said.message)


async def test_a_channel_that_moves_to_itself_stays_as_it_is(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Kaarina", channel="-1")
    await act(desk, "", Relocated("-1"), "-1")
    async with desk.work() as work:
        assert (await work.groups.get(group.id)).unreachable is None  # type: ignore[union-attr]


async def test_whoever_leaves_the_channel_leaves_the_group_and_takes_what_was_private_along(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Kaarina", "Aino")
    await desk.does("Aino", "Tämä on vain minun.")
    assert await act(desk, "Aino", Departed()) == ["departed"]
    async with desk.work() as work:
        assert [m.name for m in await work.members.find(group_id=group.id)] == ["Kaarina"]
        assert await work.notes.find() == []
    assert await act(desk, "Aino", Departed()) == []
    assert await act(desk, "Kaarina", Departed()) == ["departed"]
    assert await desk.notices("vacancy"), "a group without a convener asks for one"


async def test_the_way_in_is_good_once_for_its_person_and_for_a_day(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Kaarina", "Aino")
    (first, *_) = await desk.meetings(group)

    async def door(name: str) -> str:
        reply = (await desk.hears(name, Closed(f"note:{first.id}:"), "main")).reply
        assert isinstance(reply, Door)
        return reply.token

    token = await door("Aino")
    assert len(token) == 32
    assert await act(desk, "Kaarina", Opened(token), None) == ["refused-link"]
    assert "note-title" in await act(desk, "Aino", Opened(token), None)
    assert await act(desk, "Aino", Opened(token), None) == ["refused-link"]
    old, new = await door("Aino"), await door("Aino")
    assert await act(desk, "Aino", Opened(old), None) == ["refused-link"]
    desk.clock.move(desk.clock.now() + timedelta(hours=25))
    assert await act(desk, "Aino", Opened(new), None) == ["refused-link"]


async def test_the_way_in_carries_no_right_that_its_person_has_not(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Kaarina", "Aino")
    (first, *_) = await desk.meetings(group)
    reply = (await desk.hears("Urho", Closed(f"note:{first.id}:"), "main")).reply
    assert isinstance(reply, Door)
    assert await act(desk, "Urho", Opened(reply.token), None) == ["refused-stranger"]


async def test_who_is_forgotten_leaves_no_way_in_and_no_name_on_a_channel(desk: Desk) -> None:
    await desk.hears("Aino", LetIn(), "-100")
    await desk.hears("Aino", Closed("privacy::"), "-100")
    assert '"let_in": [\n    "-100"\n  ]' in words(await desk.does("Aino", "mydata::"))
    await desk.does("Aino", "forget-sure::")
    async with desk.work() as work:
        assert await work.openings.find() == []
        assert [channel.adder for channel in await work.channels.find()] == [""]


async def test_somebody_without_a_name_is_asked_for_one_and_changes_nothing(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Kaarina")
    before = await desk.rows()
    assert phrases((await desk.hears("", Press(f"join:{group.id}:"), "main")).reply) == ["refused-nameless"]
    assert await desk.rows() == before


async def test_what_is_not_read_is_said_to_be_so(desk: Desk) -> None:
    await desk.group("Kaarina", "Kaarina")
    assert await act(desk, "Kaarina", Unread("file"), None) == ["unread-file"]
    assert await act(desk, "Kaarina", Unread("edit"), None) == ["unread-edit"]


async def shut_away(desk: Desk, kind: str) -> None:
    """The person whom this is for has not opened their private side."""
    notice = (await desk.notices(kind))[0]
    async with desk.work() as work:
        settled = Settlement(notice.id, State.FAILED, why="shut")
        await desk.store.outbox.settle(work, [settled])
        await aftermath(work, notice, settled, Unreachable("shut"), desk.house)


async def test_a_brief_that_cannot_be_whispered_waits_behind_a_button_on_the_next_post(desk: Desk) -> None:
    await desk.group("Kaarina", "Kaarina", "Aino")
    await shut_away(desk, "brief")
    assert await desk.notices("trouble") == [], "whom somebody lets write to them is their own affair"
    said = [await desk.says("pretask", index=n) for n in range(2)]
    buttons = [[b.data for row in each.message.buttons for b in row] for each in said if isinstance(each, Said)]  # type: ignore[union-attr]
    assert [any(data.startswith("brief:") for data in each) for each in buttons] == [True, False]


async def test_notes_that_cannot_be_whispered_go_nowhere_and_nobody_hears_of_them(desk: Desk) -> None:
    await desk.group("Kaarina", "Kaarina", "Aino")
    await desk.does("Aino", "Tämä on vain minun.")
    await shut_away(desk, "notes")
    assert await desk.notices("trouble") == []
    assert all(notice.ref == "" for notice in await desk.notices("pretask"))


async def test_the_plan_is_edited_once_for_all_that_changes_within_a_minute(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Kaarina")
    first, second, *_ = await desk.meetings(group)
    assert (await desk.says("plan")).message.pin  # type: ignore[union-attr]
    await desk.does("Kaarina", f"move-sure:{first.id}:202609161700")
    await desk.does("Kaarina", f"cancel-sure:{second.id}:")
    (edit,) = await desk.notices("plan-edit")
    assert edit.due - desk.clock.now() <= timedelta(minutes=1)
    assert (await desk.says("plan-edit")).state is State.DROPPED  # type: ignore[union-attr]
    async with desk.work() as work:
        (plan,) = await work.notices.find(kind="plan")
        await work.notices.save(replace(plan, state=State.SENT, posts=("41",)))
    said = await desk.says("plan-edit")
    assert isinstance(said, Said)
    assert said.replaces == ("41",)
    assert isinstance(said.message, Message)
    assert "ke 16.9. klo 17" in words(said.message)
    assert "ti 6.10." not in words(said.message)


async def test_after_a_move_the_plan_is_posted_anew_and_no_other_post_is_overwritten(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Kaarina", channel="-1")
    first, *_ = await desk.meetings(group)
    async with desk.work() as work:
        (plan,) = await work.notices.find(kind="plan")
        await work.notices.save(replace(plan, state=State.SENT, posts=("41",)))
    await act(desk, "", Relocated("-100"), "-1")
    await desk.does("Kaarina", f"move-sure:{first.id}:202609161700")
    said = await desk.says("plan-edit")
    assert isinstance(said, Said)
    assert said.replaces == ("",), "41 is another post there"


async def test_whoever_leaves_the_channel_leaves_a_group_that_is_over_too(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Kaarina", "Aino")
    await desk.does("Kaarina", f"end-sure:{group.id}:")
    assert await act(desk, "Kaarina", Departed()) == ["departed"]
    assert phrases(await desk.does("Kaarina", f"report:{group.id}:"))[0].startswith("refused-")
    async with desk.work() as work:
        assert await work.conveners.find(group_id=group.id) == []
        assert [member.name for member in await work.members.find(group_id=group.id)] == ["Aino"]
