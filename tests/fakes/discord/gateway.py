"""The gateway: who listens, what they have heard, and what they missed."""

import asyncio
import contextlib
import secrets
import socket
import struct
import zlib
from collections import deque
from typing import Any, NamedTuple

import msgspec
from aiohttp import WSMsgType, web

from tests.fakes.discord import shapes
from tests.fakes.discord.intents import ALL_INTENTS, CONTENT, GUILDS, MEMBERS, PRIVILEGED, wanted
from tests.fakes.discord.permissions import sees
from tests.fakes.discord.world import Guild

encode = msgspec.json.Encoder().encode
DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID, HELLO, ACK = 0, 1, 2, 6, 7, 9, 10, 11
# As Discord: more sends than this in a minute end the connection.
SENDS_A_MINUTE = 120
PRESENCE, VOICE, MEMBERS_ASKED = 3, 4, 8


class Connect(NamedTuple):
    """One who came: `how` is "identify", "resume", "resume refused", "refused" or "turned away"."""

    at: float
    how: str


class Session:
    """One listener, whether its socket stands or not; what it missed is kept for a while."""

    def __init__(self, intents: int, keep: int) -> None:
        self.id = secrets.token_hex(16)
        self.intents = intents
        self.seq = 0
        self.told: deque[tuple[int, bytes]] = deque(maxlen=keep)
        self.link: Link | None = None

    def tell(self, event: str, data: Any) -> None:
        """An event, now or when the listener comes back."""
        self.seq += 1
        line = encode({"op": DISPATCH, "s": self.seq, "t": event, "d": data})
        self.told.append((self.seq, line))
        if self.link is not None:
            self.link.say(line)


class Link:
    """One socket."""

    def __init__(self, ws: web.WebSocketResponse, request: web.BaseRequest, compress: str | None) -> None:
        self.ws = ws
        self.request = request
        self.session: Session | None = None
        self.heartbeats = 0
        # Whether whoever listened said goodbye in good order, and was not sent away.
        self.goodbye = self.sent_away = False
        self.sends: deque[float] = deque(maxlen=SENDS_A_MINUTE)
        self._lines: asyncio.Queue[bytes | tuple[int, bytes] | None] = asyncio.Queue()
        self._squeeze = _squeezer(compress)
        self.writer = asyncio.create_task(self._write())

    def say(self, line: bytes) -> None:
        """Sends a line behind those that wait."""
        self._lines.put_nowait(line)

    def op(self, op: int, data: Any = None) -> None:
        """Sends an opcode."""
        self.say(encode({"op": op, "d": data, "s": None, "t": None}))

    def close(self, code: int, reason: str = "") -> None:
        """Ends the connection in good order, behind what waits to be said."""
        self.sent_away = True
        self._lines.put_nowait((code, reason.encode()))

    def drop(self) -> None:
        """The connection is gone, and nobody says so."""
        self.writer.cancel()
        transport = self.request.transport
        if transport is not None:
            wire: socket.socket = transport.get_extra_info("socket")
            wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            transport.abort()

    async def _write(self) -> None:
        with contextlib.suppress(ConnectionError, RuntimeError):
            while (line := await self._lines.get()) is not None:
                if isinstance(line, tuple):
                    await self.ws.close(code=line[0], message=line[1])
                    return
                if self._squeeze is None:
                    await self.ws.send_str(line.decode())
                else:
                    await self.ws.send_bytes(self._squeeze(line))


def _squeezer(compress: str | None) -> Any:
    if compress == "zstd-stream":
        zstd = _zstd()
        squeeze = zstd.ZstdCompressor().compressobj()

        def packed(line: bytes) -> bytes:
            return squeeze.compress(line) + squeeze.flush(zstd.COMPRESSOBJ_FLUSH_BLOCK)

        return packed
    if compress == "zlib-stream":
        stream = zlib.compressobj(1)

        def deflated(line: bytes) -> bytes:
            return stream.compress(line) + stream.flush(zlib.Z_SYNC_FLUSH)

        return deflated
    return None


def _zstd() -> Any:
    try:
        import zstandard  # type: ignore[import-not-found, unused-ignore]
    except ImportError:
        return None
    return zstandard


class Hub:
    """Every listener of one stand-in."""

    def __init__(self, state: Any) -> None:
        self.state = state
        self.sessions: dict[str, Session] = {}
        self.links: set[Link] = set()
        self.connects: list[Connect] = []
        self.ready = asyncio.Event()
        self.heartbeat_seconds = 41.25
        self.acknowledges = True
        self.refusing_until = float("-inf")
        self.refuses_resumes = False
        self.identifies_left = 1000
        self.keep_told = 5000
        # Whether to turn away a listener that came before: Discord lets one identify in five seconds.
        self.identify_every = 0.0

    def tell(
        self, event: str, data: Any, *, dm: bool = False, always: bool = False, without_content: Any = None
    ) -> None:
        """An event to everyone who wants to hear of such.

        `without_content` is the same for those who have not asked for what people write.
        """
        for session in self.sessions.values():
            if always or wanted(event, session.intents, dm=dm):
                blind = without_content is not None and not session.intents & CONTENT
                session.tell(event, without_content if blind else data)

    async def serve(self, request: web.BaseRequest) -> web.StreamResponse:
        """One connection, from its beginning to its end."""
        now = self.state.clock.now()
        if now < self.refusing_until:
            self.connects.append(Connect(now, "refused"))
            return web.Response(status=503, text="the gateway is down")
        compress = request.query.get("compress")
        if compress == "zstd-stream" and _zstd() is None:
            raise NotImplementedError(
                "the listener asks for zstd, and no library for that is here: pip install zstandard"
            )
        ws = web.WebSocketResponse(compress=False, max_msg_size=16384)
        await ws.prepare(request)
        link = Link(ws, request, compress)
        self.links.add(link)
        link.op(HELLO, {"heartbeat_interval": int(self.heartbeat_seconds * 1000), "_trace": []})
        try:
            await self._listen(link)
        finally:
            self.links.discard(link)
            link.writer.cancel()
            self._left(link)
        return ws

    async def _listen(self, link: Link) -> None:
        while True:
            # A listener that has no heart any more is let go.
            wait = self.heartbeat_seconds * 1.5 + 1
            try:
                message = await link.ws.receive(timeout=wait)
            except TimeoutError:
                await link.ws.close(code=4009)
                return
            if message.type is not WSMsgType.TEXT:
                closed = message.type is WSMsgType.CLOSE and message.data in {1000, 1001}
                link.goodbye = closed and not link.sent_away
                return
            now = self.state.clock.now()
            if len(link.sends) == SENDS_A_MINUTE and link.sends[0] > now - 60:
                link.close(4008, "Rate limited.")
                continue
            link.sends.append(now)
            try:
                said = msgspec.json.decode(message.data)
                op, data = said["op"], said.get("d")
            except (msgspec.MsgspecError, KeyError, TypeError):
                link.close(4002, "Error while decoding payload.")
                continue
            self._heard(link, op, data)

    def _heard(self, link: Link, op: int, data: Any) -> None:
        if op == HEARTBEAT:
            link.heartbeats += 1
            if self.acknowledges:
                link.op(ACK)
        elif op == IDENTIFY:
            self._identify(link, data)
        elif op == RESUME:
            self._resume(link, data)
        elif op not in {PRESENCE, VOICE, MEMBERS_ASKED}:
            link.close(4001, "Unknown opcode.")
        elif link.session is None:
            link.close(4003, "Not authenticated.")

    def _identify(self, link: Link, data: dict[str, Any]) -> None:
        now, state = self.state.clock.now(), self.state
        if link.session is not None:
            link.close(4005, "Already authenticated.")
            return
        earlier = max((each.at for each in self.connects if each.how == "identify"), default=None)
        if self.identify_every and earlier is not None and now - earlier < self.identify_every:
            self.connects.append(Connect(now, "turned away"))
            link.op(INVALID, False)
            return
        self.connects.append(Connect(now, "identify"))
        intents = data.get("intents")
        self.identifies_left -= 1
        if self.identifies_left < 0:
            # Discord makes such a bot a new token, and the old one opens nothing any more.
            state.token_valid = False
        if data.get("token") != state.token or not state.token_valid:
            link.close(4004, "Authentication failed.")
        elif isinstance(intents, bool) or not isinstance(intents, int) or intents & ~ALL_INTENTS:
            link.close(4013, "Invalid intent(s).")
        elif intents & PRIVILEGED & ~state.privileged:
            link.close(4014, "Disallowed intent(s).")
        else:
            self._welcome(link, intents)

    def _welcome(self, link: Link, intents: int) -> None:
        state = self.state
        session = Session(intents, self.keep_told)
        self.sessions[session.id] = session
        session.link, link.session = link, session
        guilds = state.bot_guilds()
        session.tell(
            "READY",
            {
                "v": 10,
                "user": state.account(),
                "guilds": [{"id": str(each.id), "unavailable": True} for each in guilds],
                "session_id": session.id,
                "resume_gateway_url": state.gateway,
                "session_type": "normal",
                "application": {"id": str(state.application_id), "flags": state.application_flags},
                "private_channels": [], "presences": [], "relationships": [], "geo_ordered_rtc_regions": [],
            },
        )  # fmt: skip
        if intents & GUILDS:
            for each in guilds:
                self._shows(session, each, back=True)
        self.ready.set()

    def shows(self, guild: Guild, *, back: bool) -> None:
        """A guild, to everyone who listens: one that the bot has come into, or one that is `back` within reach."""
        for session in self.sessions.values():
            if session.intents & GUILDS:
                self._shows(session, guild, back=back)

    def _shows(self, session: Session, guild: Guild, *, back: bool) -> None:
        bot_id = self.state.application_id
        seen = [each for each in guild.threads.values() if not each.archived and sees(each, bot_id)]
        told = shapes.guild_here(guild, bot_id, seen, bool(session.intents & MEMBERS))
        # Only of a guild that was out of reach it is said that it no longer is.
        session.tell("GUILD_CREATE", told | ({"unavailable": False} if back else {}))

    def _resume(self, link: Link, data: dict[str, Any]) -> None:
        now = self.state.clock.now()
        session = self.sessions.get(data.get("session_id", ""))
        seq = data.get("seq")
        if data.get("token") != self.state.token or not self.state.token_valid:
            link.close(4004, "Authentication failed.")
            return
        oldest = session.told[0][0] if session is not None and session.told else 1
        if session is None or self.refuses_resumes or not isinstance(seq, int) or seq + 1 < oldest:
            self.connects.append(Connect(now, "resume refused"))
            link.op(INVALID, False)
            return
        if seq > session.seq:
            link.close(4007, "Invalid seq.")
            return
        self.connects.append(Connect(now, "resume"))
        if session.link is not None:
            session.link.close(4000)
        session.link, link.session = link, session
        for number, line in session.told:
            if number > seq:
                link.say(line)
        session.tell("RESUMED", {"_trace": []})
        self.ready.set()

    def _left(self, link: Link) -> None:
        session = link.session
        if session is None or session.link is not link:
            return
        session.link = None
        # A listener that says goodbye in good order does not come back to that session.
        if link.goodbye:
            self.sessions.pop(session.id, None)
        if not any(each.link for each in self.sessions.values()):
            self.ready.clear()

    def forget(self) -> None:
        """No session can be resumed any more."""
        for session in list(self.sessions.values()):
            if session.link is None:
                del self.sessions[session.id]

    async def stop(self) -> None:
        """Every connection ends."""
        for link in list(self.links):
            link.drop()
        self.sessions.clear()
        self.ready.clear()
