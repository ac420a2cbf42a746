"""piiri group create, list, show, vacate, end: the operator's hand on the same core."""

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from typing import Any

from bot.chance import Chance
from bot.commands.founding import LANGUAGE, found_for, line, spec_of
from bot.commands.output import say as print_line
from bot.content.library import library_with
from bot.content.typed_port import TypedText
from bot.core.model import Group, Life
from bot.core.outgoing import say
from bot.core.ports import House
from bot.core.refusal import Refusal
from bot.core.uses.convening.life import end_group as end_in_core
from bot.core.uses.convening.seat import vacate
from bot.core.uses.founding.setup import Spec
from bot.core.view import view
from bot.settings import load_settings
from bot.store.store import SqlStore, open_store
from bot.store_time import clock_of, keep_time
from scheduler.clock import RealClock


@asynccontextmanager
async def open_house() -> AsyncIterator[tuple[SqlStore, House]]:
    """The store that the settings name, and all that founding and looking at groups needs."""
    settings, _ = load_settings()
    library = library_with(settings.content_folder)
    store = await open_store(settings.database_url, settings.key_path)
    try:
        yield store, House(library, TypedText(), await clock_of(store), Chance(), {})
    finally:
        await store.close()


async def create_group(typed: dict[str, Any]) -> None:
    """Found a group from the command's options; each that cannot stand is refused with what to write instead."""
    async with open_house() as (store, house):
        spec = spec_of(house, typed)
        await for_real(store, house)
        async with store.begin() as work:
            group = await found_for(work, house, spec, typed["convener"], typed["convener_name"] or "")
        if spec.platform == "browser":
            await browser_room(store, house, spec, typed["convener"], typed["convener_name"] or "")
    print_line(f"{group.id}  {line(house, spec)}")


async def for_real(store: SqlStore, house: House) -> None:
    """From its first group on a store keeps real time, unless it is a rehearsal's."""
    if isinstance(house.clock, RealClock):
        await keep_time(store, "real")


async def browser_room(store: SqlStore, house: House, spec: Spec, convener: str, name: str) -> None:
    """On the built-in chat a channel is there when somebody makes it; one that is there already stays as it is."""
    from bot.adapters.browser.adapter import BrowserAdapter  # noqa: PLC0415 - only groups of the browser need it

    browser = BrowserAdapter(store.shelf, house.clock, house.chance)
    await browser.add_room(spec.name, spec.channel)
    await browser.add_person(name or convener, spec.language, convener)


async def browser_full(store: SqlStore, house: House, channels: Collection[str], people: Collection[str]) -> bool:
    """Whether the built-in chat has no place for all of these besides those that it has."""
    from bot.adapters.browser.adapter import MOST_PEOPLE, MOST_ROOMS, BrowserAdapter  # noqa: PLC0415 - as above

    browser = BrowserAdapter(store.shelf, house.clock, house.chance)
    rooms = {room.id for room in await browser.rooms()}
    known = {someone.handle for someone in await browser.people()}
    return len(rooms.union(channels)) > MOST_ROOMS or len(known.union(people)) > MOST_PEOPLE


async def list_groups() -> None:
    """A line for each group: id, life, platform, channel, members, next meeting, name."""
    async with open_house() as (store, house), store.begin() as work:
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
    """A group's meetings from this season on, what is coming, what did not arrive. Nothing that members wrote."""
    async with open_house() as (store, house), store.begin() as work:
        group = await _group(work, group_id)
        seen = await view(work, house, group)
        print_line(f"{group.name} ({group.life}), {group.platform}:{group.channel}, {group.programme}, {group.zone}")
        if group.unreachable:
            print_line(f"The channel is closed to Piiri: {group.unreachable}")
        for meeting in seen.since(house.clock.now()):
            number = seen.number(meeting)
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
    async with open_house() as (store, house), store.begin() as work:
        group = await _group(work, group_id)
        if group.life is Life.ENDED:
            raise Refusal("refused-ended", group=group.name)
        await end_in_core(work, house, group)
        print_line(f"{group.name} has ended.")


async def vacate_group(group_id: str) -> None:
    """Empty the seats of a group whose convener has vanished, and have the group asked who would be one."""
    async with open_house() as (store, house), store.begin() as work:
        group = await _group(work, group_id)
        if group.life is Life.ENDED:
            raise Refusal("refused-ended", group=group.name)
        count = await vacate(work, house, group)
        print_line(f"{group.name}: conveners before {count}, now none. The group is asked who would be one.")


async def _group(work: Any, group_id: str) -> Group:
    group: Group | None = await work.groups.get(group_id)
    if group is None:
        raise Refusal("group-unknown")
    return group
