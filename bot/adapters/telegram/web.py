"""The door that Telegram knocks at in webhook mode. Whoever does not show the secret is told nothing."""

import hmac
import logging

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from bot.adapters.telegram.adapter import TelegramAdapter

log = logging.getLogger("piiri.telegram")

PATH = "/telegram"
SECRET = "x-telegram-bot-api-secret-token"  # noqa: S105 - a header's name
MOST_BYTES = 1024 * 1024


def routes(adapter: TelegramAdapter) -> list[Route]:
    """One route; what it acknowledges has been committed."""

    async def knock(request: Request) -> Response:
        secret = adapter.webhook.secret if adapter.webhook else ""
        shown = request.headers.get(SECRET, "")
        if not secret or not hmac.compare_digest(shown.encode(), secret.encode()):
            return Response(status_code=403)
        body = bytearray()
        try:
            async for piece in request.stream():
                body += piece
                if len(body) > MOST_BYTES:
                    return Response(status_code=413)
            await adapter.take(bytes(body))
        except ClientDisconnect:
            return Response(status_code=400)
        except Exception as error:  # Telegram sends it again
            log.error("an update could not be kept: %s", type(error).__name__)
            return Response(status_code=500)
        return Response(status_code=200)

    return [Route(PATH, knock, methods=["POST"])]
