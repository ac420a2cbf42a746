"""What no database or file takes: a half of a character, and the character that is none."""

import logging

import pytest

from bot.core.incoming import Command, Filled, Incoming, Press, Sender, Wrote, keepable
from tests.core.core_desk import Desk, phrases

ODD = "a\x00b\ud800c"


def test_every_text_that_comes_in_is_mended_and_nothing_else_is_touched() -> None:
    sender = Sender("memory", ODD, ODD, "fi", may_convene=True)
    came = keepable(Incoming(ODD, sender, ODD, Filled(ODD, ODD, {ODD: ODD}), ODD))
    assert came == Incoming(
        "abc", Sender("memory", "abc", "abc", "fi", True), "abc", Filled("abc", "abc", {"abc": "abc"}), "abc"
    )
    sound = Incoming("k", Sender("memory", "1", "Åsa 👩‍👧"), None, Command("plan", "", {"when": "\u202e\u200d\n"}))
    assert keepable(sound) == sound


async def test_a_press_a_name_and_a_note_with_halves_of_characters_are_heard(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Aino")
    assert phrases((await desk.hears("Aino", Press(f"menu:{ODD}:"))).reply) == ["refused-old"]
    assert phrases((await desk.hears("Aino", Wrote(f"Huomio {ODD}"))).reply) == ["note-kept"]
    await desk.hears("Aino", Press(f"menu:{group.id}:"), handle="Aino", language=ODD)
    async with desk.work() as work:
        assert [note.text for note in await work.notes.find()] == ["Huomio abc"]
        assert "\ud800" not in repr(await work.persons.find())


async def test_an_answer_that_cannot_be_put_in_words_is_said_to_be_lost(
    tmp_path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from bot.adapters.memory.adapter import MemoryAdapter
    from bot.app import opened
    from bot.content.library import Library

    library = Library()
    write, broken = library.write, [True]

    def once_broken(*args: object) -> object:
        if broken.pop() if broken else False:
            raise ValueError("Vain minulle")
        return write(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(library, "write", once_broken)
    url = f"sqlite:///{tmp_path / 'piiri.db'}"
    async with opened(
        url, tmp_path / "piiri.key", lambda _: [MemoryAdapter()], held=True, wakes=False, library=library
    ) as piiri:
        with caplog.at_level(logging.ERROR):
            answer = await piiri.hear(Incoming("k1", Sender("memory", "1", "Aino", "en"), None, Press("help::")))
    assert isinstance(answer, tuple)
    assert "The menu tells you what has been saved" in answer[0].blocks[0].text
    assert "Vain minulle" not in caplog.text
