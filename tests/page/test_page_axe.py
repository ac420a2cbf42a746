import pytest
from axe_playwright_python.sync_playwright import Axe
from page_stand import DESK, PHONE

pytestmark = pytest.mark.page
MIDDLE, SMALL = (900, 800), (360, 640)


def found_by_axe(page, *, colours_only=False):
    options = {"resultTypes": ["violations"]} | ({"runOnly": ["color-contrast"]} if colours_only else {})
    found = Axe().run(page, options=options).response["violations"]
    return [(rule["id"], [node["html"][:120] for node in rule["nodes"]]) for rule in found]


def spills(page):
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


def to_tab(page, name):
    tab = page.locator("#tabs").get_by_role("button", name=name)
    if tab.is_visible():
        tab.click()


def open_a_form_with_problems(page):
    page.select_option("#who", "aino")
    to_tab(page, "Sinä")
    page.click("#menu")
    page.locator("#you-posts button", has_text="En pääse").click()
    page.locator(".card [type=submit]").click()
    page.locator(".card .problem").first.wait_for()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_nothing(serve, look, size, dark):
    page = look(serve().url, size, dark=dark)
    page.locator(".said").first.wait_for()
    assert not found_by_axe(page, colours_only=dark)
    open_a_form_with_problems(page)
    if size == PHONE:
        assert not found_by_axe(page, colours_only=dark)
    to_tab(page, "Tulossa")
    page.locator("#coming-list summary").first.click()
    assert not found_by_axe(page, colours_only=dark)
    page.click("#add-person")
    assert not found_by_axe(page, colours_only=dark)


@pytest.mark.parametrize("size", [MIDDLE, SMALL], ids=["middle", "small"])
def test_nothing_spills_over_the_side(serve, look, size):
    page = look(serve().url, size)
    page.locator(".said").first.wait_for()
    assert not spills(page)
    open_a_form_with_problems(page)
    assert not spills(page)
    to_tab(page, "Tulossa")
    page.locator("#coming-list summary").first.click()
    assert not spills(page)


def test_axe_finds_nothing_where_there_is_nothing_yet(serve, look):
    stand = serve(empty=True, rehearsal=False, people=())
    page = look(stand.url)
    page.locator("#setup").wait_for()
    assert not found_by_axe(page)


def test_all_channels(serve, look):
    stand = serve()
    page = look(stand.url, path="/")
    assert page.url.endswith("/c/piiri")
    page.evaluate("""fetch('/api/rooms', {method: 'POST', headers: {'content-type': 'application/json'},
                     body: JSON.stringify({name: 'Toinen'})})""")
    page.goto(stand.url + "/")
    page.get_by_role("link", name="Toinen").wait_for()
    assert not found_by_axe(page)
    page.get_by_label("Uuden kanavan nimi").fill("Kolmas")
    page.get_by_role("button", name="Tee kanava").click()
    page.get_by_role("heading", name="Kolmas").wait_for()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_theme_switch_turns_what_the_system_says_and_is_remembered(serve, look, dark):
    page = look(serve().url, dark=dark)
    switch = page.get_by_role("button", name="Tumma teema")
    background = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(background)
    assert switch.get_attribute("aria-pressed") == str(dark).lower()
    switch.click()
    assert switch.get_attribute("aria-pressed") == str(not dark).lower()
    turned = page.evaluate(background)
    assert turned != before
    page.reload()
    page.locator(".said").first.wait_for()
    assert page.evaluate(background) == turned
