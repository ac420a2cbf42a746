"""What the group is called, and the language in which the bot speaks to it: changed as it was once set up."""

from dataclasses import replace

from bot.core.outgoing import Field, Form, Option, Reply, say
from bot.core.refusal import Refusal
from bot.core.replan import edit_plan, replan
from bot.core.season import ahead
from bot.core.turn import GroupTurn, Problems, Values, told
from bot.core.uses.founding.setup import NAME_MOST, read_name
from bot.core.uses.meetings.meetings import refusal_as_problem


async def ask_naming(turn: GroupTurn) -> Reply:
    """The form for the name, and for the language where the programme has several."""
    fields = [Field("name", say("setup-name"), most=NAME_MOST, value=turn.group.name)]
    spoken = [code for code in turn.house.library.languages() if code in turn.programme.languages]
    if len(spoken) > 1:
        options = tuple(Option(code, say("language-name", code=code)) for code in spoken)
        fields.append(Field("language", say("setup-language"), options=options, value=turn.group.language))
    return Form("naming", turn.group.id, say("button-naming"), tuple(fields))


async def check_naming(_turn: GroupTurn, values: Values) -> Problems:
    """A name with something in it."""
    try:
        read_name(values.get("name", ""))
    except Refusal as refusal:
        return {"name": refusal_as_problem(refusal)}
    return {}


async def take_naming(turn: GroupTurn, values: Values) -> Reply:
    """Keep it; the plan that stands in the channel, calendars and events have it from now on, and nothing is posted."""
    language = values.get("language") or turn.group.language
    group = replace(turn.group, name=read_name(values["name"]), language=language)
    if group != turn.group:
        await turn.work.groups.save(group)
        # Calendars and events bear the group's name, in its language.
        for meeting in ahead(group, (await turn.view(group)).meetings, turn.now):
            await turn.work.meetings.save(replace(meeting, revision=meeting.revision + 1))
        await replan(turn.work, turn.house, group)
        await edit_plan(turn.work, turn.house, group)
    return told("naming-kept", group=group.name, language=say("language-name", code=language))
