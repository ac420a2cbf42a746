import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from page_stand import DESK, Served, Stand
from playwright.sync_api import Browser, Page, expect, sync_playwright

PATIENCE = 20_000  # ms; only a page that is wrong waits so long, and a busy machine may be slow
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium() -> str:
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    pytest.skip("NO CHROMIUM HERE: the page was not driven at all. Install chromium and run these again.")


@pytest.fixture(scope="module")  # not longer: while Playwright is open its loop runs here, and no async test can
def browser(chromium: str) -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def serve() -> Iterator[Callable[..., Served]]:
    served: list[Served] = []

    def start(**how: Any) -> Served:
        served.append(Served(Stand(**how)).__enter__())
        return served[-1]

    yield start
    for one in served:
        one.__exit__()


@pytest.fixture
def look(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page that fails the test on any error of its own and on any request to another host."""
    contexts: list[Any] = []
    wrong: list[str] = []

    def open_page(url: str, size: tuple[int, int] = DESK, *, dark: bool = False, path: str = "/c/piiri") -> Page:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            locale="fi-FI",
            timezone_id="America/New_York",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        page.on("console", lambda said: wrong.append(f"console: {said.text}") if said.type == "error" else None)
        page.on("request", lambda asked: wrong.append(asked.url) if not asked.url.startswith(url) else None)
        page.goto(url + path)
        return page

    open_page.wrong = wrong  # type: ignore[attr-defined]
    yield open_page
    for context in contexts:
        context.close()
    assert not wrong
