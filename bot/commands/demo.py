"""piiri demo: a sample group of seven, in the browser, on a clock that one moves by hand."""

import tempfile
from datetime import timedelta
from pathlib import Path

from bot.adapters.browser.adapter import BrowserAdapter
from bot.app import Piiri
from bot.commands.output import log_to_stderr, say
from bot.core.hear import hear
from bot.core.incoming import Incoming, Press, Sender
from bot.core.model import Floor
from bot.core.people import person_for
from bot.core.ports import Rhythm
from bot.core.turn import press
from bot.core.uses.founding.setup import Spec, found, not_in_programme
from bot.serving.serve import bound, running, serve, told_to_stop
from bot.settings import Settings
from scheduler.clock import HeldClock

ROOM = "demo"
SEVEN = ("Kaarina", "Aino", "Veikko", "Salme", "Oiva", "Helmi", "Taisto")
GUEST = "Urho"
NAMES = {"fi": "Torstain vertaisryhmä", "sv": "Torsdagens grupp", "en": "The Thursday circle"}
PLACES = {"fi": "Kulttuuritalo, 2. krs", "sv": "Kulturhuset, vån. 2", "en": "Arts centre, 2nd floor"}


async def show(*, port: int, language: str) -> None:
    """Serve the sample group until stopped; what was done in it is gone afterwards."""
    stopping = told_to_stop()
    with bound(port) as door, tempfile.TemporaryDirectory(prefix="piiri-demo-") as folder:
        settings = Settings(
            database_url=f"sqlite:///{folder}/demo.db",
            key_file=str(Path(folder) / "demo.key"),
            port=port,
            log_level="warning",
        )
        log_to_stderr(settings)
        async with running(settings, held=True) as (piiri, browser):
            await sample_group(piiri, browser, language)
            door.listen()  # whoever reads the next line may come at once
            say(f"A sample group is waiting at http://127.0.0.1:{port}/  (Ctrl-C ends it; nothing is kept)")
            await serve(piiri, browser, {"page": door}, stopping)


async def sample_group(piiri: Piiri, browser: BrowserAdapter, language: str) -> None:
    """Seven members on Vahvistin, Kaarina convening, and one guest who has not joined."""
    house = piiri.house
    programme = house.library.programme("vahvistin")
    if language not in programme.languages:
        raise not_in_programme(programme)
    await browser.add_room(NAMES.get(language, NAMES["en"]), ROOM)
    for name in (*SEVEN, GUEST):
        await browser.add_person(name, language, name.lower())
    async with piiri.store.begin() as work:
        convener = await person_for(work, house, Sender("browser", SEVEN[0].lower(), SEVEN[0], language))
        zone = house.typed.zone("Europe/Helsinki")
        first = house.clock.now().astimezone(zone).replace(tzinfo=None, hour=17, minute=0) + timedelta(days=16)
        group = await found(
            work,
            house,
            Spec(
                name=NAMES.get(language, NAMES["en"]),
                platform="browser",
                channel=ROOM,
                programme=programme.slug,
                language=language,
                zone=zone,
                first=first,
                rhythm=Rhythm(2, "week"),
                minutes=150,
                meetings=6,
                place=PLACES.get(language, PLACES["en"]),
                link="",
                themes=programme.themes()[:4],
                floor=Floor.FIVE,
            ),
            convener,
        )
    for name in SEVEN:
        if isinstance(house.clock, HeldClock):  # a minute apart, so that the turn to lead goes round in this order
            house.clock.move(house.clock.now() + timedelta(minutes=1))
        joins = Press(press("join", group.id))
        sender = Sender("browser", name.lower(), name, language)
        async with piiri.store.begin() as work:
            await hear(work, house, Incoming(f"demo-{name}", sender, ROOM, joins))
    piiri.dispatcher.ring()
    await piiri.dispatcher.settled(10)
