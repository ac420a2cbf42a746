"""What goes out to Telegram, without the library's objects, is what these would have made of it."""

import json
from typing import Any

import pytest
from telegram import Bot, LinkPreviewOptions
from telegram.constants import ParseMode

from bot.adapters.telegram import render
from bot.adapters.telegram.posting import Posting
from bot.adapters.telegram.transport import AiohttpRequest, _body
from bot.core.outgoing import Written, WrittenBlock, WrittenButton
from bot.core.platform import Address, Sent

SAID = (WrittenBlock("heading", "Ensi kerralla"), WrittenBlock("quote", "Katso <b> & tg://resolve ja https://piiri.fi"))
COME = WrittenButton("Tulen ✓", "coming:m1:")
LONG = WrittenButton("En pääse tällä kertaa paikalle", "absent:m1:")
LINK = WrittenButton("Kartta", url="https://kartta.fi")


class Overheard(AiohttpRequest):
    """The transport, with what it was last asked to carry."""

    said: tuple[Any, ...] = ()

    async def do_request(
        self, url: str, method: str, request_data: Any = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        self.said = (url, method, *_body(request_data))
        return 200, b'{"ok":true,"result":{"message_id":7,"date":1,"chat":{"id":-5,"type":"group"}}}'


@pytest.mark.parametrize("place", ["-5", "-5/12"])
@pytest.mark.parametrize(
    "written",
    [
        Written(SAID),
        Written(SAID, ((COME, LONG), (LINK,))),
        Written(SAID[:1], ((COME, COME, LINK),)),
    ],
)
async def test_a_post_is_what_the_library_would_have_made_of_it(written: Written, place: str) -> None:
    request = Overheard()
    bot = Bot("1:token", request=request, get_updates_request=request)
    assert await Posting(bot).post(Address("telegram", place, private=False), written) == Sent("7")
    ours = request.said
    chat, _, topic = place.partition("/")
    await bot.send_message(
        int(chat),
        render.html(written),
        parse_mode=ParseMode.HTML,
        reply_markup=render.keyboard(written),
        message_thread_id=int(topic) if topic else None,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )
    assert _read(ours) == _read(request.said)


def _read(said: tuple[Any, ...]) -> tuple[Any, ...]:
    url, method, body, headers = said
    return url, method, json.loads(body), headers
