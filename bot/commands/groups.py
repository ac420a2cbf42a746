"""piiri group create, list, show, end: the operator's hand on the same core."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from bot.chance import Chance
from bot.commands.output import say as print_line
from bot.content.library import Library
from bot.content.typed_port import TypedText
from bot.core.incoming import Sender
from bot.core.model import Floor, Group, Life
from bot.core.outgoing import say
from bot.core.people import person_for
from bot.core.ports import House
from bot.core.refusal import Refusal
from bot.core.uses.life import end_group as end_in_core
from bot.core.uses.meetings import place_or_link
from bot.core.uses.setup import Spec, count_within, found, length_within, not_in_programme, read_name
from bot.core.uses.theme import read_order
from bot.core.view import view
from bot.settings import load_settings
from bot.store.store import SqlStore, open_store
from bot.store_time import clock_of, keep_time
from scheduler.clock import RealClock

PLATFORMS = ("browser", "telegram", "discord")
LANGUAGE = "en"
"""The command line's own language."""


@asynccontextmanager
async def _store() -> AsyncIterator[tuple[SqlStore, House]]:
    settings, _ = load_settings()
    store = await open_store(settings.database_url, settings.key_path)
    try:
        yield store, House(Library(), TypedText(), await clock_of(store), Chance(), {})
    finally:
        await store.close()


async def create_group(typed: dict[str, Any]) -> None:
    """Found a group from the command's options; each that cannot stand is refused with what to write instead."""
    if typed["platform"] not in PLATFORMS:
        raise Refusal("platform-unknown", names=PLATFORMS)
    if typed["remote"] and typed["place"]:
        raise Refusal("remote-or-place")
    async with _store() as (store, house):
        spec = _spec(house, typed)
        if isinstance(house.clock, RealClock):
            await keep_time(store, "real")
        async with store.begin() as work:
            sender = Sender(
                spec.platform, typed["convener"], typed["convener_name"] or typed["convener"], spec.language
            )
            group = await found(work, house, spec, await person_for(work, house, sender))
        if spec.platform == "browser":
            await _browser_room(store, house, spec.channel, spec.name, sender)
    print_line(f"{group.id}  {group.name}: {spec.meetings} meetings from {spec.first:%Y-%m-%d %H:%M}, {spec.zone.key}")


async def _browser_room(store: SqlStore, house: House, channel: str, name: str, convener: Sender) -> None:
    """On the built-in chat a channel is there when somebody makes it."""
    from bot.adapters.browser.adapter import BrowserAdapter  # noqa: PLC0415 - only groups of the browser need it

    browser = BrowserAdapter(store.shelf, house.clock, house.chance)
    await browser.add_room(name, channel)
    await browser.add_person(convener.name, convener.language or LANGUAGE, convener.handle)


def _spec(house: House, typed: dict[str, Any]) -> Spec:
    programme = house.library.programme(typed["programme"])
    if typed["language"] not in programme.languages:
        raise not_in_programme(programme)
    zone = house.typed.zone(typed["zone"])
    first = house.typed.when(typed["first"], language=LANGUAGE, zone=zone, now=house.clock.now())
    minutes = programme.minutes.usual
    if typed["length"]:
        minutes = int(house.typed.length(typed["length"], language=LANGUAGE).total_seconds() // 60)
    place, link = place_or_link(typed["remote"] or typed["place"] or "")
    if typed["remote"] and not link:
        raise Refusal("link-not-https")
    themes = read_order(typed["themes"] or "", programme.themes())
    if typed["themes"] and not themes:
        raise Refusal("themes-unknown", names=programme.themes())
    return Spec(
        name=read_name(typed["name"]),
        platform=typed["platform"],
        channel=typed["channel"],
        programme=programme.slug,
        language=typed["language"],
        zone=zone,
        first=first,
        rhythm=house.typed.rhythm(typed["every"], language=LANGUAGE, first=first),
        minutes=length_within(programme, minutes),
        meetings=count_within(programme, typed["meetings"] or programme.meetings.usual),
        place=place,
        link=link,
        themes=themes,
        floor=Floor(typed["feedback"]),
    )


async def list_groups() -> None:
    """A line for each group: id, life, platform, channel, members, next meeting, name."""
    async with _store() as (store, house), store.begin() as work:
        groups = await work.groups.find()
        for group in sorted(groups, key=lambda g: (g.life, g.name, g.id)):
            seen = await view(work, house, group)
            following = seen.next(house.clock.now())
            when = f"{following.starts:%Y-%m-%d %H:%M}" if following and group.life is not Life.ENDED else "-"
            cells = (group.id, group.life, f"{group.platform}:{group.channel}", f"members {len(seen.members)}", when)
            print_line("  ".join((*cells, group.name)))
    if not groups:
        print_line("No groups yet. Create one with: piiri group create --help")


async def show_group(group_id: str) -> None:
    """A group's meetings, what is coming, and what did not arrive. Nothing that members wrote."""
    async with _store() as (store, house), store.begin() as work:
        group = await _group(work, group_id)
        seen = await view(work, house, group)
        print_line(f"{group.name} ({group.life}), {group.platform}:{group.channel}, {group.programme}, {group.zone}")
        if group.unreachable:
            print_line(f"The channel is closed to Piiri: {group.unreachable}")
        for number, meeting in enumerate(seen.meetings, 1):
            theme = house.library.text(seen.title(meeting), LANGUAGE)
            print_line(f"{number:>3}. {meeting.starts:%Y-%m-%d %H:%M}  {meeting.minutes} min  {theme}")
        for title, states in (("Coming", {"waiting", "sending"}), ("Did not arrive", {"skipped", "failed", "unsure"})):
            rows = [n for n in await work.notices.find(group_id=group.id) if n.state in states]
            print_line(f"{title}: {len(rows) or 'nothing'}")
            for notice in sorted(rows, key=lambda n: (n.due, n.rank)):
                kind = house.library.text(say(f"kind-{notice.kind}"), LANGUAGE)
                local = notice.due.astimezone(group.tz)
                print_line(f"     {local:%Y-%m-%d %H:%M}  {kind}{'  ' + notice.why if notice.why else ''}")


async def end_group(group_id: str) -> None:
    """End a group for good."""
    async with _store() as (store, house), store.begin() as work:
        group = await _group(work, group_id)
        if group.life is Life.ENDED:
            raise Refusal("refused-ended", group=group.name)
        await end_in_core(work, house, group)
        print_line(f"{group.name} has ended.")


async def _group(work: Any, group_id: str) -> Group:
    group: Group | None = await work.groups.get(group_id)
    if group is None:
        raise Refusal("group-unknown")
    return group
