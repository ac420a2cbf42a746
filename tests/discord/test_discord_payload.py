"""What goes out to Discord, without the library's objects, is what these would have made of it."""

import pytest
from discord.flags import MessageFlags
from discord.http import handle_message_parameters

from bot.adapters.discord import render
from bot.content.library import Library
from bot.core.outgoing import Written, WrittenBlock, WrittenButton

LIBRARY = Library()
SAID = (WrittenBlock("heading", "Ensi kerralla"), WrittenBlock("para", "Katso /valikko *ja* https://piiri.fi/a_b"))
TWICE = WrittenButton("Tulen", "coming:m1:")
LINK = WrittenButton("Kartta", url="https://kartta.fi")


@pytest.mark.parametrize(
    "written",
    [
        Written(SAID),
        Written(SAID, mention="123"),
        Written(SAID, ((TWICE, TWICE), (LINK,))),
        Written(SAID, ((LINK, TWICE), (TWICE,))),
        Written((), ((TWICE,),)),
    ],
)
def test_a_post_is_what_the_library_would_have_made_of_it(written: Written) -> None:
    mark = "aaaabbbbccccdddd:0"
    said = {"view": render.view(written, mark)} if written.buttons else {}
    with handle_message_parameters(
        content=render.text(written, LIBRARY) or None,
        nonce=mark[: render.NONCE],
        flags=MessageFlags(suppress_embeds=True),
        allowed_mentions=render.mentions(written),
        previous_allowed_mentions=None,
        **said,
    ) as theirs:
        assert render.post(written, LIBRARY, mark) == theirs.payload
