"""What whoever looks after a Piiri asks it: is it alive, is it ready, and how has it been."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.app import Piiri
from bot.serving.health import Health


def operator_routes(piiri: Piiri) -> list[BaseRoute]:
    """Three routes; nothing of a group or a person is behind them."""
    health = Health(piiri)

    async def alive(_: Request) -> Response:
        return _told(health.stuck())

    async def ready(_: Request) -> Response:
        return _told(await health.amiss())

    async def metrics(_: Request) -> Response:
        from bot.serving.metrics import TYPE, Metrics  # noqa: PLC0415 - imported already where anybody counts

        if not isinstance(piiri.watch, Metrics):
            return Response(status_code=404)
        return Response(await piiri.watch.page(piiri), media_type=TYPE)

    found = {"/healthz": alive, "/readyz": ready, "/metrics": metrics}
    return [Route(path, answer, methods=["GET"]) for path, answer in found.items()]


def _told(amiss: dict[str, str]) -> Response:
    return JSONResponse({"ok": not amiss, "amiss": amiss}, status_code=503 if amiss else 200)
