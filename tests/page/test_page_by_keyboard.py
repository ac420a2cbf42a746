"""A convener and a member on the real page, from agreement to a time that suits, without ever touching a mouse."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.cli.command import PIIRI, Place, Running, free_port

pytestmark = [pytest.mark.page, pytest.mark.timeout(180)]


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Running]:
    """The sample group of seven, as a founder first meets it."""
    port = free_port()
    process = subprocess.Popen(
        [PIIRI, "demo", "--port", str(port), "--language", "fi"],
        cwd=tmp_path, env=Place(tmp_path).environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    running = Running(process, port)
    try:
        running.wait_for("A sample group is waiting")
        yield running
    finally:
        process.kill()
        process.wait(10)


def tabs_to(page: Page, selector: str) -> None:
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement?.matches(wanted)", selector):
            return
    raise AssertionError(f"the keyboard does not reach {selector}")


def becomes(page: Page, name: str) -> None:
    tabs_to(page, "#who")
    page.keyboard.type(name)
    expect(page.locator("#who option:checked")).to_have_text(name)


LATEST = """label => {
    const named = [...document.querySelectorAll("#you button, #group button")].filter(b => b.textContent.trim() === label);
    return named.length > 0 && document.activeElement === named.at(-1);
}"""


def presses(page: Page, label: str, *, hears: str) -> None:
    """Go to the latest button of this name by Tab alone, once it is there; press it, and read what comes."""
    page.locator("#you button, #group button").filter(has_text=label).last.wait_for()
    for _ in range(400):  # looked for anew at each step: a post may come meanwhile, and the page be drawn again
        page.keyboard.press("Tab")
        if page.evaluate(LATEST, label):
            break
    else:
        raise AssertionError(f"the keyboard does not reach “{label}”")
    page.keyboard.press("Enter")
    expect(page.locator("#you-posts, .card, #toast").filter(has_text=re.compile(hears)).first).to_be_visible()


def opens_menu(page: Page, *, hears: str) -> None:
    tabs_to(page, "#menu")
    page.keyboard.press("Enter")
    expect(page.locator("#you-posts .said").last).to_contain_text(re.compile(hears))


def hands_in(page: Page, typed: dict[str, str], *, hears: str) -> None:
    """Fill in the form that is open: to each field by Tab, in any order that the page has them."""
    card = page.locator(".card").last
    expect(card).to_be_visible()
    for name, text in typed.items():
        tabs_to(page, f".card [name='{name}']")
        page.keyboard.press("ControlOrMeta+a")
        for number, line in enumerate(text.split("\n")):
            if number:
                page.keyboard.press("Shift+Enter")
            page.keyboard.type(line)
    tabs_to(page, ".card [type=submit]")
    page.keyboard.press("Enter")
    expect(page.locator("#you-posts")).to_contain_text(re.compile(hears))


def test_a_group_agrees_and_finds_a_time_by_keyboard_alone(demo: Running, look) -> None:
    page = look(demo.url, path="/c/demo")
    page.locator(".said").first.wait_for()
    becomes(page, "Aino")
    opens_menu(page, hears="Torstain vertaisryhmä")
    presses(page, "Kirjoita itselleni", hears="Kirjoita itsellesi")
    hands_in(page, {"text": "Muista kysyä Salmelta taukohuoneesta."}, hears="Tallessa")
    opens_menu(page, hears="Torstain vertaisryhmä")
    presses(page, "Ryhmän asiat", hears="Mitä ryhmässä voi tehdä")
    presses(page, "Ryhmän sopimus", hears="Ryhmän sopimus: luonnos")
    presses(page, "Jatketaan: Aikataulu", hears="Kuinka usein")
    presses(page, "Sovitaan näin", hears="Missä teidän on hyvä tavata")

    becomes(page, "Kaarina")
    opens_menu(page, hears="Torstain vertaisryhmä")
    presses(page, "Koollekutsujan asiat", hears="Koollekutsujalle")
    presses(page, "Etsi yhteinen aika", hears="Mille etsitään aikaa")
    presses(page, "Aika uudelle tapaamiselle", hears="Mitkä ajat sopisivat")
    hands_in(page, {"times": "20.1.2027 klo 17\n21.1.2027 klo 18"}, hears="Ymmärsin nämä ajat")
    presses(page, "Kysy ryhmältä", hears="Kysyn tätä ryhmältä")

    becomes(page, "Aino")
    presses(page, "Kerro, mitkä ajat käyvät", hears="20.1.")
    presses(page, "Käy", hears="20.1.")
