"""What could not be whispered waits for its person's next press, and for nobody else's."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.delivery import Said, aftermath, verdict
from bot.core.model import Group, Meeting, State
from bot.core.outgoing import Message
from bot.core.platform import SHUT, Outcome, Unreachable
from bot.core.tell import tell
from tests.core.core_desk import Desk, buttons, phrases, words

CHANNEL = "1/2"


CLOSED: Outcome = Unreachable(SHUT)


async def shut(desk: Desk, kind: str, outcome: Outcome = CLOSED) -> str:
    """The waiting whisper of this kind meets a closed door; its id."""
    (notice,) = await desk.notices(kind)
    async with desk.work() as work:
        settled = verdict(notice, outcome, parts=0, posts=(), machine_now=desk.clock.now(), marks=True)
        await work.notices.save(replace(notice, state=settled.state, why=settled.why))
        await aftermath(work, notice, settled, outcome, desk.house)
    return notice.id


async def noted(desk: Desk) -> tuple[Group, Meeting]:
    group = await desk.group("Kaarina", "Aino", "Veikko", channel=CHANNEL, platform="pages")
    (meeting, *_) = await desk.meetings(group)
    await desk.fills("Aino", "note", meeting.id, CHANNEL, platform="pages", text="Pohdin rahaa")
    return group, meeting


async def test_notes_wait_behind_a_button_of_the_next_answer_and_can_be_read_again(desk: Desk) -> None:
    group, meeting = await noted(desk)
    await shut(desk, "notes")
    answer = await desk.does("Aino", f"coming:{meeting.id}:", CHANNEL, platform="pages")
    label = "Lue muistiinpanosi"
    read = await desk.does("Aino", buttons(answer)[label], CHANNEL, platform="pages")
    assert "Pohdin rahaa" in words(read)
    assert label not in buttons(read)
    assert "Pohdin rahaa" in words(await desk.does("Aino", buttons(answer)[label], CHANNEL, platform="pages"))
    later = await desk.does("Aino", f"menu:{group.id}:", CHANNEL, platform="pages")
    assert label not in buttons(later), "once fetched, it is not offered again"


async def test_nobody_else_sees_that_anything_waits_nor_opens_it(desk: Desk) -> None:
    _, meeting = await noted(desk)
    notice = await shut(desk, "notes")
    answer = await desk.does("Veikko", f"coming:{meeting.id}:", CHANNEL, platform="pages")
    assert not any("waiting" in data for data in buttons(answer).values())
    forged = await desk.does("Veikko", f"waiting::{notice}", CHANNEL, platform="pages")
    assert phrases(forged) == ["refused-old"]
    assert "Pohdin" not in words(forged)


async def test_what_is_past_its_use_no_longer_waits(desk: Desk) -> None:
    group, meeting = await noted(desk)
    notice = await shut(desk, "notes")
    desk.clock.move(meeting.ends(group.tz) + timedelta(minutes=1))
    answer = await desk.does("Aino", f"menu:{group.id}:", CHANNEL, platform="pages")
    assert not any("waiting" in data for data in buttons(answer).values())
    assert phrases(await desk.does("Aino", f"waiting::{notice}", CHANNEL, platform="pages")) == ["refused-old"]


async def test_a_lost_permission_waits_for_the_convener_with_its_name(desk: Desk) -> None:
    group, meeting = await noted(desk)
    async with desk.work() as work:
        (plan,) = await work.notices.find(kind="plan")
        lost = Unreachable("lacks-send")
        settled = verdict(plan, lost, parts=0, posts=(), machine_now=desk.clock.now(), marks=True)
        await work.notices.save(replace(plan, state=settled.state, why=settled.why))
        await aftermath(work, plan, settled, lost, desk.house)
    await shut(desk, "trouble")
    answer = await desk.does("Kaarina", f"menu:{group.id}:", CHANNEL, platform="pages")
    said = words(await desk.does("Kaarina", buttons(answer)["Mikä ei mennyt perille?"], CHANNEL, platform="pages"))
    assert "(Send Messages)" in said
    assert "Salli se minulle kanavan asetuksissa" in said
    other = await desk.does("Aino", f"coming:{meeting.id}:", CHANNEL, platform="pages")
    assert "perille" not in words(other)


@pytest.mark.parametrize("platform", ["memory", "steps"])
async def test_where_an_answer_is_no_more_private_than_a_whisper_nothing_waits_so(desk: Desk, platform: str) -> None:
    group = await desk.group("Kaarina", "Aino", platform=platform)
    (meeting, *_) = await desk.meetings(group)
    await desk.does("Aino", "Pohdin rahaa", platform=platform)
    await shut(desk, "notes")
    answer = await desk.does("Aino", f"coming:{meeting.id}:", "main", platform=platform)
    assert isinstance(answer, Message)
    assert not any("waiting" in data for data in buttons(answer).values())


async def test_a_whisper_that_failed_for_another_reason_does_not_wait(desk: Desk) -> None:
    group, _ = await noted(desk)
    (notice,) = await desk.notices("notes")
    async with desk.work() as work:
        await work.notices.save(replace(notice, state=State.FAILED, why="bad-request"))
    answer = await desk.does("Aino", f"menu:{group.id}:", CHANNEL, platform="pages")
    assert not any("waiting" in data for data in buttons(answer).values())


@pytest.mark.parametrize(
    ("kind", "label", "word"), [("seat", "Koollekutsujat", "seat"), ("let-in", "Lue, pääsetkö mukaan", "join")]
)
async def test_what_concerns_a_seat_waits_on_the_next_post_and_tells_the_channel_nothing(
    desk: Desk, kind: str, label: str, word: str
) -> None:
    group = await desk.group("Kaarina", "Aino", "Veikko")
    async with desk.work() as work:
        (person,) = await work.persons.find(name="Aino")
        due, until = desk.clock.now(), desk.clock.now() + timedelta(days=7)
        await tell(work, desk.house, group, kind, due=due, expires=until, person_id=person.id, ref="x.in")
    await shut(desk, kind)
    post = await desk.says("pretask", (await desk.meetings(group))[0])
    assert isinstance(post, Said)
    assert buttons(post.message)[label] == f"{word}:{group.id}:"
    assert "Aino" not in label


async def test_what_waits_can_be_fetched_at_any_hour(desk: Desk) -> None:
    _, meeting = await noted(desk)
    await shut(desk, "notes")
    answer = await desk.does("Aino", f"coming:{meeting.id}:", CHANNEL, platform="pages")
    desk.clock.move(desk.clock.now().replace(hour=20))  # eleven at night
    read = await desk.does("Aino", buttons(answer)["Lue muistiinpanosi"], CHANNEL, platform="pages")
    assert "Pohdin rahaa" in words(read)
