import asyncio
import contextlib
from datetime import timedelta

import pytest
from browser_fakes import AINO, ROOM, full, plain

from bot.adapters.browser.adapter import MOST_PEOPLE, MOST_UNHEARD, Change, Full, NotListening
from bot.adapters.browser.read import Asked
from bot.core.incoming import Press, Wrote
from bot.core.outgoing import WrittenForm, WrittenToast
from bot.core.platform import Address, NotSent, Pages, Rejected, Sent, Unreachable

PRIVATE = Asked("k-1", "aino", True, Wrote("salaisuus"), "wrote")
PRESS = Asked("k-2", "aino", False, Press("absent:1"), "pressed", "En pääse")


@pytest.fixture
async def there(fakes):
    await fakes.fill()
    running = asyncio.create_task(fakes.adapter.run(fakes.hear))
    await asyncio.sleep(0)
    yield fakes
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running


async def act(fakes, asked):
    return await fakes.adapter.act(asked, (await fakes.adapter.people())[0], "piiri")


async def kept(fakes, address):
    return [page for _, page in await fakes.adapter.pages(address)]


async def test_a_part_posted_twice_under_one_mark_is_there_once(there):
    first = await there.adapter.post(ROOM, plain("hei"), mark="m1")
    again, other = await asyncio.gather(
        there.adapter.post(ROOM, plain("hei"), mark="m1"), there.adapter.post(ROOM, plain("hei"), mark="m2")
    )
    assert isinstance(first, Sent)
    assert again == first
    assert other != first
    assert len(await kept(there, "room:piiri")) == 2


async def test_where_nobody_is_nothing_is_sent(there):
    assert await there.adapter.post(Address("browser", "muu", False), plain("hei"), mark="m") == Unreachable("gone")
    assert await there.adapter.post(Address("browser", "muu", True), plain("hei"), mark="m") == Unreachable("gone")
    there.shelf.broken = True
    assert await there.adapter.post(ROOM, plain("hei"), mark="m") == NotSent("OSError")


async def test_amending(there):
    sent = await there.adapter.post(ROOM, plain("ensin"), mark="m1")
    assert await there.adapter.amend(ROOM, sent.post, plain("sitten")) == sent
    (page,) = await kept(there, "room:piiri")
    assert (page.written, page.mark, page.changed) == (plain("sitten"), "m1", True)
    assert await there.adapter.amend(AINO, sent.post, plain("x")) == Rejected("post-unknown")
    assert await there.adapter.amend(ROOM, "x", plain("x")) == Rejected("post-unknown")


async def test_what_is_answered_in_private_is_kept_without_what_was_written(there):
    there.answer = (plain("Kirjoitin muistiin."),)
    _, pages = await act(there, PRIVATE)
    did, said = await kept(there, "person:aino")
    assert (did.who, did.did, did.label) == ("you", "wrote", "")
    assert said.written == plain("Kirjoitin muistiin.")
    assert [page for _, page in pages] == [said]
    assert b"salaisuus" not in b"".join(body for _, body in there.shelf.kept.values())


async def test_the_same_act_again_is_kept_once(there):
    there.answer = (plain("Kirjoitin muistiin."),)
    await act(there, PRIVATE)
    await act(there, PRIVATE)
    assert len(await kept(there, "person:aino")) == 2


async def test_a_press_is_kept_only_when_it_is_answered_with_a_message(there):
    for passing in (None, WrittenToast("Merkitty."), WrittenForm("f", "", "t", (), (), "s")):
        there.answer = passing
        assert await act(there, PRESS) == (passing, [])
    assert await kept(there, "person:aino") == []
    there.answer = (plain("Hei"),)
    await act(there, PRESS)
    did, _ = await kept(there, "person:aino")
    assert did.label == "En pääse"


async def test_forgetting_takes_a_persons_pages_and_lines_but_nobody_elses(there):
    there.answer = (plain("Hei"),)
    await act(there, PRIVATE)
    await act(there, Asked("k-3", "aino", False, Wrote("hei kaikki"), "wrote", line="hei kaikki"))
    await there.adapter.post(ROOM, plain("pysyy"), mark="m")
    await there.adapter.post(Address("browser", "veikko", True), plain("pysyy"), mark="m")
    with there.adapter.listen("person:aino") as listener:
        await there.adapter.forget("aino")
        assert await listener.changes.get() == Change("person:aino")
    assert await kept(there, "person:aino") == []
    assert [page.who for page in await kept(there, "room:piiri")] == ["gone", "bot"]
    assert len(await kept(there, "person:veikko")) == 1
    assert b"kaikki" not in b"".join(body for _, body in there.shelf.kept.values())


async def test_what_is_older_than_a_later_season_is_cleared_and_the_rest_stays(there):
    await there.adapter.post(ROOM, plain("vanhaa"), mark="m1")
    (page,) = await kept(there, "room:piiri")
    await there.adapter.clear(Pages(ROOM, page.at))
    assert await kept(there, "room:piiri") == [page], "what stands since then"
    await there.adapter.clear(Pages(ROOM, page.at + timedelta(minutes=1)))
    assert [page.who for page in await kept(there, "room:piiri")] == ["gone"]
    assert b"vanhaa" not in b"".join(body for _, body in there.shelf.kept.values())


async def test_listeners_hear_only_of_what_they_look_at_and_are_let_go(there):
    with there.adapter.listen("room:piiri") as listener:
        await there.adapter.post(AINO, plain("salaisuus"), mark="m1")
        await there.adapter.post(ROOM, full(), mark="m2")
        change = await listener.changes.get()
        assert (change.address, change.page.written) == ("room:piiri", full())
        assert listener.changes.empty()
        for number in range(MOST_UNHEARD + 1):
            await there.adapter.add_room("uusi", f"r{number}") if number < 3 else None
            there.adapter._tell(change)
        assert listener.lost
    assert not there.adapter._listeners


async def test_people_and_rooms_of_known_names_are_not_doubled_and_have_an_end(there):
    assert (await there.adapter.add_person("Aino", "fi", "aino")).handle == "aino"
    assert len(await there.adapter.people()) == 2
    assert (await there.adapter.add_room("x", "piiri")).name == "Tiistain piiri"
    for number in range(MOST_PEOPLE - 2):
        await there.adapter.add_person(f"N{number}", "fi")
    with pytest.raises(Full):
        await there.adapter.add_person("Liikaa", "fi")


async def test_before_and_after_it_runs_nobody_hears(fakes):
    await fakes.fill()
    with pytest.raises(NotListening):
        await act(fakes, PRESS)
    running = asyncio.create_task(fakes.adapter.run(fakes.hear))
    await asyncio.sleep(0)
    await act(fakes, PRESS)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert fakes.adapter.closing.is_set()
    with pytest.raises(NotListening):
        await act(fakes, PRESS)
