"""Whatever a press, a command or a form claims to be about, the core looks up who its person is there."""

import pytest

from bot.core.incoming import Filled, Press
from bot.core.model import Role
from bot.core.outgoing import Form, Message
from bot.core.register import COMMANDS, USES
from tests.core.core_desk import Desk, buttons, phrases, words

SECRET = "Salattujen asioiden piiri"
ROLES = {
    "Urho": frozenset({Role.STRANGER}),
    "Helmi": frozenset({Role.STRANGER}),  # a member of another group
    "Taisto": frozenset({Role.CONVENER}),  # and not a member
    "Aino": frozenset({Role.MEMBER}),
    "Veikko": frozenset({Role.MEMBER, Role.LEAD}),
}
REFUSED = ("refused-stranger", "refused-not-member", "refused-convener", "refused-only-facilitator")


@pytest.fixture
async def two_groups(desk: Desk) -> tuple[Desk, str, str]:
    """A desk with two groups; the ids of the secret one and of its first meeting."""
    group = await desk.group("Taisto", "Veikko", "Aino", name=SECRET, channel="secret")
    await desk.group("Helmi", "Helmi", "Salme", name="Toinen piiri", channel="other")
    return desk, group.id, (await desk.meetings(group))[0].id


async def test_every_use_asks_for_the_role_that_it_needs(two_groups: tuple[Desk, str, str]) -> None:
    desk, group_id, meeting_id = two_groups
    before = await desk.rows()
    for word, use in USES.items():
        for name, roles in ROLES.items():
            if not use.needs or roles & use.needs:
                continue
            for about in (group_id, meeting_id):
                for channel in (None, "other"):
                    reply = await desk.does(name, f"{word}:{about}:", channel)
                    assert phrases(reply)[0] in REFUSED, f"{word} by {name} in {channel}: {words(reply)}"
                    if Role.STRANGER in roles:
                        assert SECRET not in words(reply), f"{word} tells {name} the group's name"
    assert await desk.rows() == before, "a refusal changes nothing"


async def test_every_form_asks_again_when_it_is_handed_in(two_groups: tuple[Desk, str, str]) -> None:
    desk, group_id, meeting_id = two_groups
    before = await desk.rows()
    forms = {word: use for word, use in USES.items() if use.take and use.needs}
    assert forms
    for word, use in forms.items():
        for name, roles in ROLES.items():
            if roles & use.needs:
                continue
            about = meeting_id if use.about == "meeting" else group_id
            reply = await desk.fills(name, word, about, text="x", reason="x", when="ti 22.9. klo 17", order="1")
            assert phrases(reply)[0] in REFUSED, f"{word} by {name}: {words(reply)}"
    assert await desk.rows() == before


async def test_what_anyone_may_do_tells_a_stranger_nothing_of_the_group(two_groups: tuple[Desk, str, str]) -> None:
    desk, group_id, meeting_id = two_groups
    for word, use in USES.items():
        if use.needs or word in {"join", "forget-sure"}:
            continue
        for about in (group_id, meeting_id):
            for name in ("Urho", "Helmi"):
                reply = await desk.does(name, f"{word}:{about}:", "other")
                said = words(reply)
                assert SECRET not in said, f"{word} tells {name}"
                assert "Veikko" not in said, f"{word} tells {name} who is in it"
                ways_in = isinstance(reply, Message) and [data for data in buttons(reply).values() if group_id in data]
                assert not ways_in, f"{word} opens a door for {name}: {ways_in}"


async def test_commands_never_lead_into_another_group(two_groups: tuple[Desk, str, str]) -> None:
    desk, _, _ = two_groups
    for word in COMMANDS:
        for name in ("Urho", "Helmi"):
            for channel in (None, "secret", "other"):
                if (word, channel) == ("join", "secret"):  # whoever is in the channel is who may join there
                    continue
                said = words(await desk.does(name, f"/{word}", channel))
                assert SECRET not in said, f"/{word} in {channel} tells {name}"


async def test_who_may_is_let_through(two_groups: tuple[Desk, str, str]) -> None:
    desk, group_id, meeting_id = two_groups
    gentle = {word for word in USES if word not in {"leave-sure", "end-sure", "cancel-sure", "forget-sure", "pause",
              "seat-down-sure"}}  # fmt: skip
    for word in sorted(gentle):
        use = USES[word]
        for name, roles in ROLES.items():
            if use.needs and roles & use.needs:
                reply = await desk.does(name, f"{word}:{meeting_id if use.about == 'meeting' else group_id}:")
                assert not set(phrases(reply)) & set(REFUSED), f"{word} by {name}: {words(reply)}"


async def test_the_lead_and_the_convener_alone_have_the_brief_and_the_last_word(
    two_groups: tuple[Desk, str, str],
) -> None:
    desk, _, meeting_id = two_groups
    assert phrases(await desk.does("Aino", f"brief:{meeting_id}:"))[0] == "refused-lead"
    assert phrases(await desk.does("Aino", f"done:{meeting_id}:"))[0] == "refused-lead"
    assert phrases(await desk.does("Aino", f"lead-pass:{meeting_id}:"))[0] == "refused-lead"
    assert phrases(await desk.does("Veikko", f"brief:{meeting_id}:"))[0] == "brief-heading"
    assert phrases(await desk.does("Taisto", f"brief:{meeting_id}:"))[0] == "brief-heading"


async def test_a_brief_offers_its_reader_nothing_that_would_be_refused(two_groups: tuple[Desk, str, str]) -> None:
    desk, _, meeting_id = two_groups
    offered = {}
    for name in ("Veikko", "Taisto"):
        offered[name] = set(buttons(await desk.does(name, f"brief:{meeting_id}:")).values())
        for data in sorted(offered[name], key=lambda data: data.startswith("lead-pass")):  # the turn is passed on last
            assert not set(phrases(await desk.does(name, data))) & {*REFUSED, "refused-lead"}, f"{data} by {name}"
    assert {data.split(":")[0] for data in offered["Veikko"]} == {"theme", "clock", "lead-pass", "done"}
    assert {data.split(":")[0] for data in offered["Taisto"]} == {"theme", "done"}


async def test_what_is_about_the_last_meeting_says_before_the_first_that_there_was_none(
    two_groups: tuple[Desk, str, str],
) -> None:
    desk, group_id, _ = two_groups
    for word in ("carry-open", "held", "outcome", "catchup", "feedback", "sentence"):
        assert phrases(await desk.does("Veikko", f"{word}:{group_id}:")) == ["refused-none-yet"], word


async def test_another_members_note_cannot_be_read_changed_or_deleted(two_groups: tuple[Desk, str, str]) -> None:
    desk, _, meeting_id = two_groups
    await desk.does("Veikko", "Vain minulle")
    async with desk.work() as work:
        note = (await work.notes.find())[0]
    for act in (f"note:{meeting_id}:{note.id}", f"note-drop:{meeting_id}:{note.id}"):
        assert phrases(await desk.does("Aino", act)) == ["refused-old"]
    assert phrases(await desk.fills("Aino", "note", f"{meeting_id}:{note.id}", text="Muutettu")) == ["refused-old"]
    assert "Vain minulle" not in words(await desk.does("Aino", f"notes:{meeting_id}:"))
    async with desk.work() as work:
        assert await work.notes.find() == [note]


async def test_whoever_cannot_press_in_the_groups_own_channel_cannot_join_it(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Aino", channel="1/2")
    for channel in (None, "main", "1/3", "2", "1/2/3", ""):
        reply = await desk.does("Outi", f"join:{group.id}:", channel)
        assert phrases(reply) == ["join-in-channel"], channel
        assert group.name not in words(reply), "an id alone tells nobody whose it is"
    assert phrases(await desk.does("Outi", f"join:{group.id}:", "1"))[0] == "joined", "an old post tells no topic"
    assert phrases(await desk.does("Kaarina", f"join:{group.id}:"))[0] == "joined", "a convener is known already"


@pytest.mark.parametrize(
    "data",
    ["", ":", "::", "nonsense:x:y", "join:nowhere:", "coming:nowhere:", "move-sure:{meeting}:yesterday", "form-pick::0",
     "move-sure:{meeting}:999999999999", "rate:{meeting}:heard=9", "rate:{meeting}:nothing=1", "absences:{group}:maybe",
     "pick:{group}:nowhere.0.1", "vote-accept:{group}:nowhere", "own-theme-drop:{group}:nowhere",
     "quote:{meeting}:feedback.sentence=all", "quote-drop:{group}:nowhere",
     "note-drop:{meeting}:nowhere", "form-keep::", "form-back::", "setup-sure::", "add-sure:{group}:", "swap-yes:{meeting}:nowhere", "swap-no:{meeting}:",
     "swap-back:{meeting}:nowhere", "swap:{meeting}:nowhere", "rota-part:{group}:maybe", "away:{group}:nine",
     "away:{group}:undo.x", "clock:{meeting}:more.x", "reason:{meeting}:everybody",
     "times-answer:{group}:nowhere", "times-set:{group}:nowhere.0.works", "times-post:{group}:nowhere",
     "times-close:{group}:nowhere", "times-withdraw-sure:{group}:", "times-pick:{group}:nowhere.0",
     "seasons-last:{group}:this", "seasons-last-sure:{group}:now", "seasons-on:{group}:", "seasons-count:{group}:6",
     "times-pick-sure:{group}:{meeting}.0", "times-who:{group}:maybe", "times-names:{group}:maybe"],
)  # fmt: skip
async def test_nonsense_in_a_button_is_refused_kindly_and_changes_nothing(
    two_groups: tuple[Desk, str, str], data: str
) -> None:
    desk, group_id, meeting_id = two_groups
    before = await desk.rows()
    for name in ("Urho", "Aino", "Taisto"):
        reply = (await desk.hears(name, Press(data.format(meeting=meeting_id, group=group_id)))).reply
        assert phrases(reply)[0].startswith(("refused-", "feedback-", "channel-")), words(reply)
    assert await desk.rows() == before


async def test_a_form_that_was_never_offered_is_refused(two_groups: tuple[Desk, str, str]) -> None:
    desk, group_id, _ = two_groups
    before = await desk.rows()
    for form in ("menu", "nonsense", "upcoming", "help"):
        assert phrases(await desk.fills("Taisto", form, group_id)) == ["refused-old"], form
    for form in ("pause", "end-sure", "cancel-sure", "leave-sure", "absences"):
        assert phrases(await desk.fills("Taisto", form, group_id))[0].startswith("refused-"), form
    assert await desk.rows() == before, "a form is not another way to press a button"
    assert isinstance(await desk.does("Taisto", f"add:{group_id}:"), Form)


async def test_a_forged_form_erases_nobody(two_groups: tuple[Desk, str, str]) -> None:
    desk, _, _ = two_groups
    before = await desk.rows()
    heard = await desk.hears("Aino", Filled("forget-sure", ""))
    assert phrases(heard.reply) == ["refused-old"]
    assert heard.erased == (), "what was undone is not carried out on the platform either"
    assert await desk.rows() == before


@pytest.mark.parametrize("word", ["join", "facilitate", "newcomer-withdraw"])
async def test_a_group_that_is_over_tells_a_stranger_with_its_id_nothing(
    two_groups: tuple[Desk, str, str], word: str
) -> None:
    desk, group_id, _ = two_groups
    await desk.does("Taisto", f"end-sure:{group_id}:")
    for channel in (None, "other"):
        assert SECRET not in words(await desk.does("Urho", f"{word}:{group_id}:", channel))
