"""A person whom the bot may not write to: what is private waits for their next press, what is personal on a post."""

from collections.abc import Callable

import pytest

from bot.core.model import State
from bot.core.uses.oneself.waiting import READ
from tests.discord.post_office_discord import PostOffice
from tests.fakes.discord.world import Channel, Message, Person
from tests.office import words

pytest_plugins = ["tests.discord.office_discord"]

Shuts = Callable[[PostOffice, Person, Channel], None]
SECRET = "Sammakko istuu kivellä."


def _refuse(office: PostOffice, person: Person, place: Channel) -> None:
    office.fake.closes_dms(person)


def _leave(office: PostOffice, person: Person, place: Channel) -> None:
    assert place.guild
    office.fake.leaves(person, place.guild)


SHUT = {50007: _refuse, 50278: _leave}
"""Discord's code for a person who is shut, and how it comes about."""


async def _noted(office: PostOffice, person: Person, place: Channel) -> None:
    """The person writes a note on the first theme, from the pre-task."""
    pretask = next(post for post in reversed(office.posts(place)) if words("button-note") in post.labels)
    form = await office.presses(person, pretask, words("button-note"))
    assert form.kind == "modal"
    kept = await office.fake.submits(form, {form.modal.fields[0].custom_id: SECRET})  # type: ignore[union-attr]
    assert kept.kind == "ephemeral"


def _everywhere(office: PostOffice, place: Channel, *others: Person) -> str:
    """All that stands where anybody but the one person could read it."""
    seen: list[Message] = [*office.posts(place), *(m for who in others for m in office.posts(office.fake.dm(who)))]
    return "\n".join(f"{post.text} {post.labels}" for post in seen)


@pytest.mark.parametrize("code", SHUT)
async def test_what_is_personal_waits_behind_a_button_on_the_next_post(office: PostOffice, code: int) -> None:
    kaarina, aino = office.person("Kaarina"), office.person("Aino")
    place = await office.place(kaarina, aino)
    group_id = await office.founds(place, kaarina, aino)
    SHUT[code](office, aino, place)
    await office.moves_to("2026-09-12 10:00")
    brief = await office.notice("brief", group_id)
    assert (brief.state, brief.why) == (State.FAILED, "shut")
    assert [each.code for each in office.tried(office.fake.dm(aino))] == [code]
    assert await office.unreachable(group_id) is None
    assert office.texts(kaarina) == [], "whom somebody lets write to them is their own affair"
    await office.moves_to("2026-09-14 10:00")
    assert words("button-brief") in office.last(place).labels
    assert words("brief-heading", theme="").strip() not in _everywhere(office, place, kaarina)
    assert len(office.tried(office.fake.dm(aino))) == 1, "a person who is shut is not tried again with it"
    if code == 50007:
        shown = await office.presses(aino, office.last(place), words("button-brief"))
        assert shown.kind == "ephemeral"
        assert words("brief-heading", theme="").strip() in shown.text


async def test_notes_wait_for_their_authors_next_press_and_are_never_in_the_channel(office: PostOffice) -> None:
    kaarina, aino = office.person("Kaarina"), office.person("Aino")
    place = await office.place(kaarina, aino)
    group_id = await office.founds(place, kaarina, kaarina, aino)
    await office.moves_to("2026-09-10 10:00")
    await _noted(office, aino, place)
    office.fake.closes_dms(aino)
    await office.moves_to("2026-09-15 16:00")
    notes = await office.notice("notes", group_id)
    assert (notes.state, notes.why) == (State.FAILED, "shut")
    assert await office.unreachable(group_id) is None
    theirs = await office.invokes(kaarina, "privacy", place)
    assert words("waits-notes") not in theirs.labels
    answer = await office.presses(aino, office.last(place), words("button-theme"))
    await office.comes(lambda: words("waits-notes") in answer.holding(words("waits-notes")).labels)
    holding = answer.holding(words("waits-notes"))
    shown = await office.presses(aino, answer, words("waits-notes"))
    assert shown.kind == "ephemeral"
    assert SECRET in shown.text
    assert (await office.notice("notes", group_id)).why == READ
    assert words("waits-notes") not in (await office.invokes(aino, "privacy", place)).labels, "it has been read"
    assert SECRET not in _everywhere(office, place, kaarina)
    assert words("waits-notes") not in _everywhere(office, place, kaarina)
    data = next(button.custom_id for button in holding.buttons if button.label == words("waits-notes"))
    assert data
    forged = await office.does(kaarina, data)
    assert words("refused-old") in forged[0].blocks[0].text, "and nobody else's press opens it"


async def test_notes_of_somebody_who_shares_no_server_any_more_go_nowhere(office: PostOffice) -> None:
    kaarina, aino = office.person("Kaarina"), office.person("Aino")
    place = await office.place(kaarina, aino)
    group_id = await office.founds(place, kaarina, kaarina, aino)
    await office.moves_to("2026-09-10 10:00")
    await _noted(office, aino, place)
    assert place.guild
    office.fake.leaves(aino, place.guild)
    await office.moves_to("2026-09-15 16:00")
    assert (await office.notice("notes", group_id)).why == "shut"
    assert [each.code for each in office.tried(office.fake.dm(aino))] == [50278]
    assert SECRET not in _everywhere(office, place, kaarina)


async def test_notes_reach_somebody_who_lets_the_bot_write_in_private_alone(office: PostOffice) -> None:
    kaarina, aino = office.person("Kaarina"), office.person("Aino")
    place = await office.place(kaarina, aino)
    await office.founds(place, kaarina, kaarina, aino)
    await office.moves_to("2026-09-10 10:00")
    await _noted(office, aino, place)
    await office.moves_to("2026-09-15 16:00")
    assert SECRET in "".join(office.texts(aino))
    assert SECRET not in _everywhere(office, place, kaarina)


async def test_a_word_to_a_convener_who_is_shut_waits_for_their_next_press(office: PostOffice) -> None:
    kaarina, aino = office.person("Kaarina", dms=False), office.person("Aino")
    place = await office.place(kaarina, aino)
    group_id = await office.founds(place, kaarina, kaarina, aino)
    told = await office.invokes(aino, "absent", place)
    form = await office.presses(aino, told, words("button-reason-convener"))
    await office.fake.submits(form, {"reason": SECRET})
    await office.moves_to("2026-09-02 10:00")
    word = await office.notice("word", group_id)
    assert (word.state, word.why) == (State.FAILED, "shut")
    answer = await office.invokes(kaarina, "privacy", place)
    shown = await office.presses(kaarina, answer, words("waits-word"))
    assert SECRET in shown.text
    await office.moves_to("2026-09-14 10:00")
    assert SECRET not in _everywhere(office, place, aino)
    assert words("waits-word") not in _everywhere(office, place, aino)


async def test_the_question_to_a_shut_convener_whether_to_meet_waits_on_the_next_post_too(office: PostOffice) -> None:
    kaarina = office.person("Kaarina", dms=False)
    others = [office.person(name) for name in ("Aino", "Eino", "Taimi")]
    place = await office.place(kaarina, *others)
    group_id = await office.founds(place, kaarina, kaarina, *others)
    meeting = await office.meeting(group_id)
    for other in others:
        await office.does(other, f"absent:{meeting.id}:")
    await office.settles()
    await office.moves_to("2026-09-02 10:00")
    assert (await office.notice("few", group_id)).why == "shut"
    answer = await office.invokes(kaarina, "privacy", place)
    assert words("waits-few") in answer.labels
    await office.moves_to("2026-09-10 10:00")
    assert words("button-few") in office.last(place).labels


async def test_somebody_who_opens_their_door_is_written_to_again(office: PostOffice) -> None:
    kaarina, aino = office.person("Kaarina"), office.person("Aino", dms=False)
    place = await office.place(kaarina, aino)
    group_id = await office.founds(place, kaarina, aino)
    await office.moves_to("2026-09-12 10:00")
    assert (await office.notice("brief", group_id)).why == "shut"
    office.fake.opens_dms(aino)
    await office.moves_to("2026-10-03 10:00")
    assert words("brief-heading", theme="").strip() in "".join(office.texts(aino))


async def test_trouble_that_a_convener_cannot_be_told_waits_on_the_next_post(office: PostOffice) -> None:
    kaarina = office.person("Kaarina", dms=False)
    place = await office.place(kaarina)
    group_id = await office.founds(place, kaarina)
    office.fake.fails("400", "POST", f"/channels/{place.id}/messages", code=50035)
    await office.moves_to("2026-09-14 10:00")
    pretask = await office.notice("pretask", group_id)
    assert (pretask.state, pretask.why) == (State.FAILED, "bad-request")
    assert await office.unreachable(group_id) is None
    assert words("button-trouble") in office.last(place).labels
    shown = await office.presses(kaarina, office.last(place), words("button-trouble"))
    assert f"pre-task, Thu 10 Sept at 10:00: {words('why-other')}" in shown.text
