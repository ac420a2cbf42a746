"""What a group may wish of a platform that has more than messages, and its events kept in step."""

from dataclasses import replace
from datetime import timedelta

from bot.core.delivery import Said
from bot.core.incoming import Command
from bot.core.model import Group, Notice, State
from bot.core.outgoing import Event, Form
from tests.core.core_desk import LIBRARY, Desk, phrases

CHANNEL = "1/2"


async def wishes(desk: Desk, **options: str) -> list[str]:
    heard = await desk.hears("Kaarina", Command("lisätoiminnot", options=options), CHANNEL, platform="pages")
    return phrases(heard.reply)


async def circle(desk: Desk) -> Group:
    return await desk.group("Kaarina", "Aino", channel=CHANNEL, platform="pages", meetings=3)


async def sent(desk: Desk) -> list[Event]:
    """What the waiting events say, which then stand."""
    said: list[Event] = []
    for notice in await desk.notices("event"):
        if notice.state is State.WAITING:
            what = await _said(desk, notice)
            over = True
            if isinstance(what, Said):
                assert what.message.event is not None
                said.append(what.message.event)
                over = what.message.event.over
            async with desk.work() as work:
                posts = ("",) if over else (f"e-{notice.meeting_id}",)
                await work.notices.save(replace(notice, state=State.SENT, posts=posts))
    return said


async def _said(desk: Desk, notice: Notice) -> object:
    from bot.core.delivery import compose

    async with desk.work() as work:
        return await compose(work, notice, desk.house)


def title(event: Event) -> str:
    return LIBRARY.text(event.title, "fi")


async def test_nothing_is_wished_for_until_a_convener_says_so(desk: Desk) -> None:
    group = await circle(desk)
    assert (group.events, group.threads, group.mention) == (False, False, "")
    assert await desk.notices("event") == []


async def test_one_wish_with_the_command_leaves_the_others_as_they_are(desk: Desk) -> None:
    group = await circle(desk)
    assert await wishes(desk, threads="on", role="77") == ["extras-kept"]
    assert await wishes(desk, events="on") == ["extras-kept"]
    async with desk.work() as work:
        kept = await work.groups.get(group.id)
    assert kept is not None
    assert (kept.events, kept.threads, kept.mention) == (True, True, "77")


async def test_without_any_they_are_asked_as_they_are_now(desk: Desk) -> None:
    await circle(desk)
    await wishes(desk, events="on", role="77")
    heard = await desk.hears("Kaarina", Command("lisätoiminnot"), CHANNEL, platform="pages")
    assert isinstance(heard.reply, Form)
    assert {field.name: field.value for field in heard.reply.fields} == {"events": "on", "threads": "off", "role": "77"}


async def test_a_role_that_everybody_has_is_never_mentioned(desk: Desk) -> None:
    group = await circle(desk)
    for role in ("1", "@everyone", "²", "7; drop"):
        heard = await desk.hears("Kaarina", Command("lisätoiminnot", options={"role": role}), CHANNEL, platform="pages")
        assert isinstance(heard.reply, Form), role
    async with desk.work() as work:
        kept = await work.groups.get(group.id)
    assert kept is not None
    assert kept.mention == ""


async def test_only_a_convener_may_wish_and_only_where_there_is_something_to_wish_for(desk: Desk) -> None:
    await circle(desk)
    act = Command("lisätoiminnot", options={"events": "on"})
    assert phrases((await desk.hears("Aino", act, CHANNEL, platform="pages")).reply) == ["refused-convener"]
    await desk.group("Kaarina", channel="main")
    assert phrases(await desk.does("Kaarina", "/lisätoiminnot", "main")) == ["extras-none"]


async def test_each_meeting_ahead_becomes_an_event_once(desk: Desk) -> None:
    await circle(desk)
    await wishes(desk, events="on")
    made = await sent(desk)
    assert [event.over for event in made] == [False] * 3
    assert len({event.starts for event in made}) == 3
    assert "Torstain piiri" in title(made[0])
    await wishes(desk, events="on")
    assert await sent(desk) == []


async def test_an_event_follows_its_meeting(desk: Desk) -> None:
    group = await circle(desk)
    await wishes(desk, events="on")
    await sent(desk)
    (first, second, third) = await desk.meetings(group)
    await desk.does("Kaarina", f"move-sure:{second.id}:202610071800", CHANNEL, platform="pages")
    (moved,) = await sent(desk)
    assert f"{moved.starts:%d %H}" == "07 15"
    await desk.fills("Kaarina", "change", third.id, CHANNEL, platform="pages", where="Kirjasto", length="2h00")
    (changed,) = await sent(desk)
    assert "Kirjasto" in LIBRARY.text(changed.place, "fi")
    assert changed.ends - changed.starts == timedelta(hours=2)
    await desk.does("Kaarina", f"cancel-sure:{first.id}:", CHANNEL, platform="pages")
    gone = [event for event in await sent(desk) if event.over]
    assert len(gone) == 1


async def test_events_are_taken_away_and_come_back_as_the_wish_does(desk: Desk) -> None:
    await circle(desk)
    await wishes(desk, events="on")
    await sent(desk)
    await wishes(desk, events="off")
    assert [event.over for event in await sent(desk)] == [True] * 3
    await wishes(desk, events="off")
    assert await sent(desk) == []
    await wishes(desk, events="on")
    assert [event.over for event in await sent(desk)] == [False] * 3


async def test_a_group_that_ends_leaves_no_events_behind(desk: Desk) -> None:
    group = await circle(desk)
    await wishes(desk, events="on")
    await sent(desk)
    await desk.does("Kaarina", f"end-sure:{group.id}:", CHANNEL, platform="pages")
    assert [event.over for event in await sent(desk)] == [True] * 3


async def test_one_that_never_stood_need_not_be_taken_away(desk: Desk) -> None:
    await circle(desk)
    await wishes(desk, events="on")
    await wishes(desk, events="off")
    assert await sent(desk) == []


async def test_a_reminder_mentions_the_role_and_a_pretask_names_its_thread(desk: Desk) -> None:
    group = await circle(desk)
    await wishes(desk, threads="on", role="77")
    (first, *_) = await desk.meetings(group)
    reminder, pretask = await desk.says("reminder", first), await desk.says("pretask", first)
    assert isinstance(reminder, Said)
    assert isinstance(pretask, Said)
    assert (reminder.message.mention, pretask.message.mention) == ("77", "")
    assert pretask.message.thread is not None
    assert LIBRARY.text(pretask.message.thread, "fi") == "Aloitus"
    assert reminder.message.thread is None
