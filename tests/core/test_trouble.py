from dataclasses import replace

from bot.core.delivery import Said, aftermath, compose, preview
from bot.core.model import Notice, State
from bot.core.platform import Moved, Unreachable
from bot.core.ports import Settlement, UnitOfWork
from tests.core.core_desk import Desk, words


async def fails(desk: Desk, notice: Notice, why: str) -> None:
    async with desk.work() as work:
        settled = Settlement(notice.id, State.FAILED, why=why)
        await desk.store.outbox.settle(work, [settled])
        await aftermath(work, notice, settled, None, desk.house)


async def test_several_things_that_failed_are_one_whisper(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Kaarina", "Aino")
    missed = [(await desk.notices(kind))[0] for kind in ("pretask", "reminder", "soon")]
    for notice, why in zip(missed, ("late", "crash", "never-heard-of"), strict=True):
        await fails(desk, notice, why)
    said = [await desk.says("trouble", index=n) for n in range(3)]
    told = [each for each in said if isinstance(each, Said)]
    assert len(told) == 1
    assert (told[0].to.id, told[0].to.private) == ("Kaarina", True)
    text = words(told[0].message)
    for part in (
        "ennakkotehtävä",
        "muistutus",
        "viesti juuri ennen",
        "olin poissa",
        "se ei mennyt läpi ryhmän keskusteluun",
    ):
        assert part in text
    assert group.name in text


async def test_what_fails_while_a_whisper_is_on_its_way_is_told_in_the_next_one(desk: Desk) -> None:
    await desk.group("Kaarina", "Kaarina", "Aino")
    missed = [(await desk.notices(kind))[0] for kind in ("pretask", "reminder", "soon")]
    await fails(desk, missed[0], "late")
    async with desk.work() as work:
        (first,) = await work.notices.find(kind="trouble")
        assert isinstance(await compose(work, first, desk.house), Said)
        await work.notices.save(replace(await _now(work, first), state=State.SENDING))
    await fails(desk, missed[1], "late")
    await fails(desk, missed[2], "late")
    async with desk.work() as work:
        second, third = (n for n in await work.notices.find(kind="trouble") if n.id != first.id)
        said = [await compose(work, each, desk.house) for each in (second, third, first)]
    told = [words(each.message) if isinstance(each, Said) else "" for each in said]
    assert ["ennakkotehtävä" in each for each in told] == [False, False, True], "tried again, it tells the same"
    assert ["muistutus" in each for each in told] == [True, False, False]
    assert ["viesti juuri ennen" in each for each in told] == [True, False, False]


async def test_a_look_at_what_is_coming_takes_nothing_from_it(desk: Desk) -> None:
    await desk.group("Kaarina", "Kaarina", "Aino")
    for kind in ("pretask", "reminder"):
        await fails(desk, (await desk.notices(kind))[0], "late")
    async with desk.work() as work:
        for notice in await work.notices.find(kind="trouble"):
            assert await preview(work, notice, desk.house)
    said = [await desk.says("trouble", index=n) for n in range(2)]
    (told,) = (words(each.message) for each in said if isinstance(each, Said))
    assert "ennakkotehtävä" in told
    assert "muistutus" in told


async def _now(work: UnitOfWork, notice: Notice) -> Notice:
    found = await work.notices.get(notice.id)
    assert found
    return found


async def test_what_failed_while_telling_of_a_failure_is_not_told(desk: Desk) -> None:
    await desk.group("Kaarina", "Kaarina")
    await fails(desk, (await desk.notices("pretask"))[0], "late")
    trouble = (await desk.notices("trouble"))[0]
    await fails(desk, trouble, "late")
    assert len(await desk.notices("trouble")) == 1


async def test_a_closed_channel_is_remembered_and_told_once_for_each_thing(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Kaarina")
    notice = (await desk.notices("pretask"))[0]
    async with desk.work() as work:
        settled = Settlement(notice.id, State.FAILED, why="kicked")
        await aftermath(work, notice, settled, Unreachable("kicked"), desk.house)
    async with desk.work() as work:
        assert (await work.groups.get(group.id)).unreachable == "kicked"  # type: ignore[union-attr]
    said = await desk.says("reminder")
    assert (said.state, said.why) == (State.FAILED, "kicked")  # type: ignore[union-attr]


async def test_a_channel_that_moved_keeps_its_group(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Kaarina")
    notice = (await desk.notices("pretask"))[0]
    async with desk.work() as work:
        settled = Settlement(notice.id, State.WAITING, why="moved")
        await aftermath(work, notice, settled, Moved("new-place"), desk.house)
    said = await desk.says("pretask")
    assert isinstance(said, Said)
    assert said.to.id == "new-place"
    assert group.channel == "main"


async def test_a_private_failure_does_not_close_the_channel(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Kaarina", "Aino")
    brief = (await desk.notices("brief"))[0]
    async with desk.work() as work:
        settled = Settlement(brief.id, State.FAILED, why="blocked")
        await aftermath(work, brief, settled, Unreachable("blocked"), desk.house)
        assert (await work.groups.get(group.id)).unreachable is None  # type: ignore[union-attr]
