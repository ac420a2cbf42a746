"""Members' calendars, asked for by their calendar programs; an address is its own proof, and is never logged."""

from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.app import Piiri
from bot.core.outgoing import say
from bot.core.uses.oneself.calendar import feed_of

PATH = "/calendar"
HEADERS = {"cache-control": "private, max-age=900", "referrer-policy": "no-referrer", "x-robots-tag": "noindex"}


def calendar_route(piiri: Piiri) -> Route:
    """One route; an address that is good for nothing is answered like any that never was."""

    async def calendar(request: Request) -> Response:
        async with piiri.store.begin() as work:
            found = await feed_of(work, piiri.house, request.path_params["secret"])
        if found is None:
            return Response(status_code=404)
        from bot.content.calendar import write_feed  # noqa: PLC0415 - icalendar is slow to import

        files, language = found
        library = piiri.house.library
        body = write_feed(
            files, [library.text(f.title, language) for f in files], library.text(say("calendar-note"), language)
        )
        tag = f'"{sha256(body).hexdigest()[:32]}"'
        headers = HEADERS | {"etag": tag}
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        return Response(body, media_type="text/calendar; charset=utf-8", headers=headers)

    return Route(f"{PATH}/{{secret}}.ics", calendar, methods=["GET"])
