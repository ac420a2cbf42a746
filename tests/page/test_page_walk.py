import re

import pytest
from page_stand import EVIL, PHONE, RESULTS
from playwright.sync_api import expect

from bot.core.outgoing import Written, WrittenBlock, WrittenButton
from bot.core.platform import Address

pytestmark = pytest.mark.page


def tab_to(page, selector, most=60):
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement?.matches(wanted)", selector):
            return
    raise AssertionError(f"the keyboard does not reach {selector}")


def tab_to_text(page, text, most=60):
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement?.textContent") == text:
            return
    raise AssertionError(f"the keyboard does not reach {text}")


def say(served, written, *, mark, to="piiri", private=False):
    import asyncio

    posted = served.stand.adapter.post(Address("browser", to, private), written, mark=mark)
    return asyncio.run_coroutine_threadsafe(posted, served.loop).result(5)


def plain(text):
    return Written((WrittenBlock("para", text),))


def test_by_keyboard_alone(serve, look):
    served = serve()
    page = look(served.url)
    page.locator(".said").first.wait_for()
    tab_to(page, "#who")
    page.keyboard.type("Aino")
    expect(page.locator("#you-write")).to_be_visible()

    tab_to(page, "#menu")
    page.keyboard.press("Enter")
    expect(page.locator("#you-posts")).to_contain_text("Mitä haluat tehdä?")
    tab_to_text(page, "En pääse")
    page.keyboard.press("Enter")
    expect(page.locator(".card h3")).to_be_focused()

    tab_to(page, ".card [type=submit]")
    page.keyboard.press("Enter")
    expect(page.locator(".card input[type=radio]").first).to_be_focused()
    told = page.locator(".card input[type=radio]").first.get_attribute("aria-describedby")
    expect(page.locator(f"#{told}")).to_have_text("Valitse kumpi.")

    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("Olkaa hyvillä mielin")
    tab_to(page, ".card [type=submit]")
    page.keyboard.press("Enter")
    expect(page.locator("#you-posts")).to_contain_text("Kerroin ryhmälle")
    expect(page.locator("#group-posts")).to_contain_text("Aino ei pääse tiistaina.")
    expect(page.locator(".card")).to_have_count(0)
    filled = served.stand.story.heard[-1].act
    assert dict(filled.values) == {"how": "absent", "reason": "Olkaa hyvillä mielin"}

    tab_to(page, "#clock-next")
    page.keyboard.press("Enter")
    expect(page.locator("#clock-day")).to_have_text(re.compile("maanantaina 9.11.2026"))
    expect(page.locator("#clock-time")).to_have_text("10.00")
    expect(page.locator("#group-posts")).to_contain_text("Huomenna tavataan")
    expect(page.locator("#coming-list > li")).to_have_count(3)
    page.locator("#group-scroll").focus()
    tab_to_text(page, "Olen tulossa")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Merkitty: olet tulossa.")).to_be_visible()


def test_a_form_can_be_left(serve, look):
    page = look(serve().url)
    page.get_by_role("button", name="Aino").click()
    page.click("#menu")
    page.locator("#you-posts button", has_text="En pääse").click()
    page.locator(".card").get_by_role("button", name="Peruuta").click()
    expect(page.locator(".card")).to_have_count(0)
    expect(page.locator("#you-scroll")).to_be_focused()


def test_on_a_phone_an_answer_opens_the_private_side(serve, look):
    served = serve()
    page = look(served.url, PHONE)
    page.locator(".said").first.wait_for()
    page.get_by_role("button", name="Kirjoita muistiin").click()
    expect(page.locator("#toast")).to_have_text("Valitse ensin, kuka olet.")
    expect(page.locator("#who")).to_be_focused()
    page.select_option("#who", "aino")
    page.get_by_role("button", name="Kirjoita muistiin").click()
    expect(page.locator("#you")).to_be_visible()
    expect(page.locator("#you-posts .said")).to_be_focused()
    expect(page.locator("#group")).to_be_hidden()
    say(served, plain("Uusi viesti ryhmälle."), mark="m1")
    expect(page.locator("#tabs [data-to=group]")).to_contain_text("uutta")
    expect(page.locator("#said")).to_contain_text("Uusi viesti kanavalla: Uusi viesti ryhmälle.")
    page.locator("#tabs [data-to=group]").click()
    expect(page.locator("#tabs [data-to=group]")).not_to_contain_text("uutta")


def test_text_stays_text(serve, look):
    served = serve(people=("Aino", EVIL))
    page = look(served.url)
    page.locator(".said").first.wait_for()
    page.locator("#choose button", has_text="img").click()
    page.fill("#group-text", EVIL)
    page.keyboard.press("Enter")
    expect(page.locator("#group-posts .line")).to_have_text(EVIL)
    expect(page.locator("#group-posts .by bdi")).to_have_text(EVIL)
    kinds = ("heading", "para", "item", "quote")
    blocks = (*(WrittenBlock(kind, EVIL) for kind in kinds), WrittenBlock("scale", EVIL, (1, 2)))
    evil = Written(blocks, ((WrittenButton(EVIL, "x:1"), WrittenButton("ei", url="javascript:alert(1)")),))
    say(served, evil, mark="evil")
    expect(page.locator("#group-posts h3").last).to_have_text(EVIL)
    assert page.locator("#group-posts .said").last.locator("button, a").count() == 1
    page.fill("#you-text", EVIL)
    page.keyboard.press("Enter")
    expect(page.locator("#you-posts .line")).to_have_text(EVIL)
    page.click("#add-person")
    page.fill("#add-name", "<b>Uusi</b>")
    page.select_option("#add-language", "sv")
    page.get_by_role("dialog").get_by_role("button", name="Lisää").click()
    expect(page.locator("#who option:checked")).to_have_text("<b>Uusi</b>")
    expect(page.locator("#group-title")).to_have_text("Gruppens kanal")
    assert page.evaluate("document.documentElement.lang") == "sv"
    assert page.evaluate("window.harmed") is None
    assert page.locator("img[src=x]").count() == 0


def test_what_one_wrote_in_private_is_not_there_after_a_reload_but_the_answers_are(serve, look):
    served = serve()
    page = look(served.url)
    page.get_by_role("button", name="Aino").click()
    page.fill("#you-text", "Salainen asia")
    page.keyboard.press("Enter")
    expect(page.locator("#you-posts")).to_contain_text("Salainen asia")
    expect(page.locator("#you-posts")).to_contain_text("Kirjoitin muistiin")
    page.reload()
    expect(page.locator("#you-posts")).to_contain_text("Kirjoitin muistiin")
    expect(page.locator("#you-posts")).to_contain_text("Kirjoitit viestin")
    expect(page.locator("#you-posts")).not_to_contain_text("Salainen asia")
    assert b"Salainen" not in b"".join(body for _, body in served.stand.shelf.kept.values())
    page.select_option("#who", "veikko")
    expect(page.locator("#you-posts li")).to_have_count(0)


def test_a_press_under_way_says_so_and_is_not_sent_twice(serve, look):
    served = serve()
    served.stand.story.slow = 2.0
    page = look(served.url)
    page.get_by_role("button", name="Aino").click()
    button = page.get_by_role("button", name="Kirjoita muistiin")
    button.click()
    expect(button).to_have_attribute("aria-busy", "true")
    button.click(force=True)
    page.keyboard.press("Enter")
    expect(button).not_to_have_attribute("aria-busy", "true")
    assert len(served.stand.story.heard) == 1


def test_an_answer_that_comes_late_is_not_shown_to_somebody_else(serve, look):
    served = serve()
    page = look(served.url)
    page.get_by_role("button", name="Aino").click()
    served.stand.story.slow = 0.5
    page.click("#menu")
    with page.expect_response("**/acts"):
        page.select_option("#who", "veikko")
    expect(page.locator("#menu")).not_to_have_attribute("aria-busy", "true")
    expect(page.locator("#you-posts li")).to_have_count(0)


def test_an_amended_post_changes_where_it_stands(serve, look):
    import asyncio

    served = serve()
    page = look(served.url)
    page.locator(".said").first.wait_for()
    sent = say(served, plain("Ensin näin."), mark="m1")
    expect(page.locator("#group-posts")).to_contain_text("Ensin näin.")
    page.locator("#group-posts .said").last.focus()
    amended = served.stand.adapter.amend(Address("browser", "piiri", False), sent.post, plain("Nyt näin."))
    asyncio.run_coroutine_threadsafe(amended, served.loop).result(5)
    expect(page.locator("#group-posts .said").last).to_contain_text("Nyt näin.")
    expect(page.locator("#group-posts .said").last).to_contain_text("muutettu")
    expect(page.locator("#group-posts")).not_to_contain_text("Ensin näin.")
    expect(page.locator("#group-posts .said").last).to_be_focused()


def test_a_scale_has_words_for_those_who_do_not_see_bars(serve, look):
    page = look(serve().url)
    scale = page.locator(".scale").first
    expect(scale.locator("figcaption")).to_have_text(RESULTS.blocks[1].text.split("\n")[0])
    expect(scale.locator("p.hidden")).to_contain_text("4: 3")
    expect(scale.locator(".steps")).to_have_attribute("aria-hidden", "true")


def test_the_clock_runs_stops_and_jumps_forward_only(serve, look):
    page = look(serve().url)
    clock, day = page.locator("#clock-time"), page.locator("#clock-day")
    expect(clock).to_have_text("12.30")
    page.get_by_role("button", name="Nopeuta").click()
    expect(clock).to_have_text("13.30")
    page.get_by_role("button", name="Pysäytä").click()
    expect(page.locator("#clock-pace")).to_have_text("Kello seisoo.")
    page.fill("#clock-to", "2026-11-01T12:00")
    page.evaluate("document.getElementById('clock-jump').noValidate = true")  # the page sets `min` again and again
    page.get_by_role("button", name="Siirrä", exact=True).click()
    expect(page.locator("#toast")).to_contain_text("vain eteenpäin")
    page.fill("#clock-to", "2026-11-10T17:05")
    page.get_by_role("button", name="Siirrä", exact=True).click()
    expect(clock).to_have_text("17.05")
    expect(day).to_have_text("tiistaina 10.11.2026")
    expect(page.locator("#coming-list > li")).to_have_count(1)


def test_when_the_server_goes_away_it_is_said_and_tried_again(serve, look):
    served = serve()
    page = look(served.url)
    page.locator(".said").first.wait_for()
    context = page.context
    context.set_offline(True)
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    expect(page.locator("#banner")).to_have_text("Yhteys katkesi. Yritetään uudelleen.")
    say(served, plain("Sillä välin sanottu."), mark="m1")
    context.set_offline(False)
    expect(page.locator("#banner")).to_have_text("")
    expect(page.locator("#group-posts")).to_contain_text("Sillä välin sanottu.")
    look.wrong.clear()  # the console tells of the lost connection
