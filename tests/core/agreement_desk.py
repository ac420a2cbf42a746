"""Acts about the agreement, for the tests of the core."""

from typing import Any

from bot.core.agreeing import unfinished
from bot.core.agreement_content import (
    Content,
    Point,
    mark,
    read,
    standing,
)
from bot.core.model import Agreement, Group
from tests.core.core_desk import Desk, phrases


async def circle(desk: Desk, **more: Any) -> Group:
    return await desk.group("Kaarina", "Kaarina", "Aino", "Veikko", **more)


async def draft(desk: Desk, group: Group) -> Agreement:
    async with desk.work() as work:
        found = await unfinished(work, group)
    assert found is not None
    return found


async def content_of(desk: Desk, group: Group) -> Content:
    return read(await draft(desk, group))


async def wishes(desk: Desk, group: Group, name: str, text: str, rule: str = "") -> list[str]:
    return phrases(await desk.fills(name, "agreement-rule", f"{group.id}:{rule}", text=text))


async def writes(desk: Desk, group: Group, name: str, point: str, text: str, base: str = "") -> list[str]:
    about = f"{group.id}:{point}.{base or Point().mark}"
    return phrases(await desk.fills(name, "agreement-write", about, text=text))


async def offered(desk: Desk, group: Group, name: str = "Aino") -> str:
    """The draft is put to the group; the press that accepts it."""
    await desk.does(name, f"agreement-put:{group.id}:{mark((await draft(desk, group)).content)}")
    async with desk.work() as work:
        found = [q for q in await work.questions.find(group_id=group.id, kind="agreement") if not q.closed]
    return f"agreement-accept:{group.id}:{found[0].id}"


async def agreed(desk: Desk, group: Group) -> str:
    await writes(desk, group, "Aino", "contact", "Sähköpostilla")
    await wishes(desk, group, "Aino", "Kahvia")
    press = await offered(desk, group)
    for name in ("Kaarina", "Aino", "Veikko"):
        await desk.does(name, press)
    return press


async def in_force(desk: Desk, group: Group) -> Agreement | None:
    async with desk.work() as work:
        return await standing(work, group)
