"""A group keeps the programme as it was when it began."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from bot.content.edition import read, written
from bot.content.library import PROGRAMMES, Library, library_with
from bot.content.pack_file import PackProblem
from bot.core import editions
from bot.core.editions import settle_old
from bot.core.model import Edition, Group
from bot.core.outgoing import Pack
from bot.core.refusal import Refusal
from bot.core.uses.season.deletion import see_to_ended
from bot.core.view import view
from tests.core.core_desk import Desk


def a_folder(tmp_path: Path, name: str = "Oma ohjelma") -> Path:
    """An operator's folder with one programme in it."""
    folder = tmp_path / "packs"
    shutil.copytree(PROGRAMMES / "vahvistin", folder / "oma", dirs_exist_ok=True)
    for file in (folder / "oma").glob("*.yaml"):
        text = file.read_text(encoding="utf-8").replace("slug: vahvistin", "slug: oma")
        file.write_text(text.replace("name: Vahvistin", f"name: {name}"), encoding="utf-8")
    return folder


def restarted(desk: Desk, folder: Path | None) -> None:
    """The same store with whatever the folder has in it now."""
    desk.house = replace(desk.house, library=library_with(folder))


async def names(desk: Desk, group: Group) -> tuple[str, int]:
    """What the programme is called in this group, and how long its meetings are by default."""
    async with desk.store.begin() as work:
        there = await work.groups.get(group.id)
        assert there
        seen = await view(work, desk.house, there)
    return desk.house.library.text(Pack(seen.programme.pack, "name"), "fi"), seen.programme.minutes.usual


async def test_editing_the_files_changes_no_group_that_is_there_and_every_one_that_begins_later(
    desk: Desk, tmp_path: Path
) -> None:
    folder = a_folder(tmp_path)
    restarted(desk, folder)
    before = await desk.group("Kaarina", channel="yksi", programme="oma")
    assert await names(desk, before) == ("Oma ohjelma", 150)
    a_folder(tmp_path, "Toinen nimi")
    shape = folder / "oma" / "programme.yaml"
    shape.write_text(shape.read_text(encoding="utf-8").replace("usual: 150", "usual: 120"), encoding="utf-8")
    assert await names(desk, before) == ("Oma ohjelma", 150), "what runs has read its files"
    restarted(desk, folder)
    after = await desk.group("Kaarina", channel="kaksi", programme="oma")
    assert await names(desk, before) == ("Oma ohjelma", 150)
    assert await names(desk, after) == ("Toinen nimi", 120)


async def test_a_group_goes_on_when_its_programme_is_taken_away(desk: Desk, tmp_path: Path) -> None:
    restarted(desk, a_folder(tmp_path))
    group = await desk.group("Kaarina", programme="oma")
    restarted(desk, None)
    assert await names(desk, group) == ("Oma ohjelma", 150)
    with pytest.raises(Refusal):
        desk.house.library.programme("oma")


async def test_groups_of_the_same_edition_keep_it_once_and_the_last_one_takes_it_along(desk: Desk) -> None:
    first = await desk.group("Kaarina", channel="yksi")
    second = await desk.group("Kaarina", channel="kaksi")
    assert first.edition == second.edition != ""
    async with desk.store.begin() as work:
        await work.groups.drop(id=first.id)
        await editions.let_go(work, first.edition)
        assert await work.editions.get(second.edition)
        await work.groups.drop(id=second.id)
        await editions.let_go(work, second.edition)
        assert await work.editions.get(second.edition) is None


async def test_a_group_from_before_there_were_editions_keeps_what_stands_at_the_next_start(
    desk: Desk, tmp_path: Path
) -> None:
    restarted(desk, a_folder(tmp_path))
    group = await desk.group("Kaarina", programme="oma")
    async with desk.store.begin() as work:
        await work.groups.save(replace(group, edition=""))
        await work.editions.drop(id=group.edition)
    await settle_old(desk.store, desk.house)
    async with desk.store.begin() as work:
        there = await work.groups.get(group.id)
    assert there
    assert there.edition == group.edition
    a_folder(tmp_path, "Toinen nimi")
    restarted(desk, tmp_path / "packs")
    assert await names(desk, there) == ("Oma ohjelma", 150)


def test_an_edition_is_read_back_as_it_was_written() -> None:
    library = Library()
    for slug in library.programmes():
        edition = library.edition(slug)
        programme, words = read(edition)
        assert programme == replace(library.programme(slug), edition=edition.id)
        assert written(replace(programme, edition=""), words) == edition


def test_two_programmes_of_one_name_are_told_at_the_start(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    (folder / "oma").rename(folder / "vahvistin")
    with pytest.raises(PackProblem, match="another name"):
        library_with(folder)


def test_a_programme_of_the_operator_with_something_amiss_is_told_at_the_start(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    (folder / "oma" / "fi.yaml").write_text("language: fi\n", encoding="utf-8")
    with pytest.raises(PackProblem, match=r"fi\.yaml"):
        library_with(folder)
    with pytest.raises(PackProblem, match="is no folder"):
        library_with(tmp_path / "nowhere")


async def test_an_edition_that_no_group_has_any_more_is_let_go_at_night(desk: Desk) -> None:
    group = await desk.group("Aino", "Aino")
    async with desk.work() as work:
        await work.editions.add(Edition("vanha@0f", b"packed"))
    await see_to_ended(desk.store, desk.house)
    async with desk.work() as work:
        assert [edition.id for edition in await work.editions.find()] == [group.edition]
