"""A guild's scheduled events."""

from datetime import datetime
from typing import Any

from tests.fakes.discord import places, shapes
from tests.fakes.discord.check import hold, one_of
from tests.fakes.discord.errors import Refused, Wrongs, missing_permissions, unknown
from tests.fakes.discord.permissions import CREATE_EVENTS, MANAGE_EVENTS, permissions
from tests.fakes.discord.rules import EVENT_KINDS, EVENT_STATUSES, EVENTS
from tests.fakes.discord.world import Event, Guild

ELSEWHERE = 3
SCHEDULED, ACTIVE, COMPLETED, CANCELLED = 1, 2, 3, 4
NEXT = {SCHEDULED: {SCHEDULED, ACTIVE, CANCELLED}, ACTIVE: {ACTIVE, COMPLETED}}
MONTHLY, WEEKLY = 1, 2


def create(call: Any) -> Any:
    """A new event."""
    state, guild = call.state, places.guild(call.state, call.number(0))
    _checked(call, "event", call.body)
    if not permissions(guild, state.bot.id) & CREATE_EVENTS:
        raise missing_permissions()
    if sum(each.status in {SCHEDULED, ACTIVE} for each in guild.events.values()) >= EVENTS:
        raise Refused(400, 30038, "Maximum number of uncompleted guild scheduled events reached (100)")
    made = Event(state.clock.snowflake(), guild, state.bot.id, dict(call.body))
    guild.events[made.id] = made
    state.hub.tell("GUILD_SCHEDULED_EVENT_CREATE", shapes.event(made))
    return shapes.event(made)


def change(call: Any) -> Any:
    """An event becomes another, begins, or is called off."""
    state = call.state
    guild, event = _found(call)
    _may_change(call, guild, event)
    if event.status not in NEXT:
        raise Refused(400, 180000, "Cannot update a finished event")
    _checked(call, "event change", event.fields | call.body, given=call.body)
    status = call.body.get("status")
    if status is not None:
        if status not in NEXT[event.status]:
            raise Refused(400, 50035, "Invalid Form Body", errors={"status": {"_errors": [{"code": "BASE_TYPE_CHOICES", "message": "Invalid status change"}]}}, broken=True)  # fmt: skip
        event.status = status
    event.fields |= {name: value for name, value in call.body.items() if name != "status"}
    state.hub.tell("GUILD_SCHEDULED_EVENT_UPDATE", shapes.event(event))
    return shapes.event(event)


def delete(call: Any) -> None:
    """An event is gone."""
    guild, event = _found(call)
    _may_change(call, guild, event)
    del guild.events[event.id]
    call.state.hub.tell("GUILD_SCHEDULED_EVENT_DELETE", shapes.event(event))


def get(call: Any) -> Any:
    """One event."""
    return shapes.event(_found(call)[1])


def every(call: Any) -> Any:
    """A guild's events that are still to come, or are on."""
    guild = places.guild(call.state, call.number(0))
    return [shapes.event(each) for each in guild.events.values() if each.status in NEXT]


def _found(call: Any) -> tuple[Guild, Event]:
    guild = places.guild(call.state, call.number(0))
    event = guild.events.get(call.number(1))
    if event is None:
        raise unknown("Guild Scheduled Event")
    return guild, event


def _may_change(call: Any, guild: Guild, event: Event) -> None:
    may = permissions(guild, call.state.bot.id)
    own = event.creator_id == call.state.bot.id and may & CREATE_EVENTS
    if not (own or may & MANAGE_EVENTS):
        raise missing_permissions()


def _checked(call: Any, form: str, whole: dict[str, Any], given: dict[str, Any] | None = None) -> None:
    """`whole` is the event as it would be; `given` what was sent of it, all of it where that is left out."""
    given = whole if given is None else given
    wrong = Wrongs()
    hold(form, given, (), wrong)
    if given.get("privacy_level") is not None:
        one_of(given["privacy_level"], {2}, ("privacy_level",), wrong)
    if given.get("entity_type") is not None:
        one_of(given["entity_type"], EVENT_KINDS, ("entity_type",), wrong)
    if given.get("status") is not None:
        one_of(given["status"], EVENT_STATUSES, ("status",), wrong)
    start = _time(given, "scheduled_start_time", wrong) or _time(whole, "scheduled_start_time", Wrongs())
    end = _time(given, "scheduled_end_time", wrong) or _time(whole, "scheduled_end_time", Wrongs())
    if whole.get("entity_type") == ELSEWHERE:
        hold("event place", whole.get("entity_metadata") or {}, ("entity_metadata",), wrong)
        if end is None:
            wrong.add(("scheduled_end_time",), "BASE_TYPE_REQUIRED", "This field is required")
        if whole.get("channel_id"):
            wrong.add(("channel_id",), "BASE_TYPE_INVALID", "An event elsewhere has no channel")
    elif whole.get("entity_type") is not None and not whole.get("channel_id"):
        wrong.add(("channel_id",), "BASE_TYPE_REQUIRED", "This field is required")
    if start and given.get("scheduled_start_time") and start <= call.state.today():
        wrong.add(
            ("scheduled_start_time",), "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST", "Cannot schedule event in the past."
        )
    if start and end and end <= start:
        wrong.add(
            ("scheduled_end_time",),
            "GUILD_SCHEDULED_EVENT_END_BEFORE_START",
            "Cannot schedule event to end before start.",
        )
    rule = given.get("recurrence_rule")
    if isinstance(rule, dict):
        every_other = rule.get("frequency") == WEEKLY
        one_of(rule.get("interval", 1), {1, 2} if every_other else {1}, ("recurrence_rule", "interval"), wrong)
        for name in ("count", "end"):
            if rule.get(name) is not None:
                wrong.add(("recurrence_rule", name), "BASE_TYPE_INVALID", f"{name} cannot be set")
    wrong.refuse()


def _time(fields: dict[str, Any], name: str, wrong: Wrongs) -> datetime | None:
    value = fields.get(name)
    if not isinstance(value, str):
        return None
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        at = None
    if at is None or at.tzinfo is None:
        wrong.add((name,), "DATE_TIME_TYPE_PARSE", f"Could not parse {value}. Should be ISO8601.")
        return None
    return at


ROUTES = {
    ("POST", "/guilds/{}/scheduled-events"): create,
    ("GET", "/guilds/{}/scheduled-events"): every,
    ("GET", "/guilds/{}/scheduled-events/{}"): get,
    ("PATCH", "/guilds/{}/scheduled-events/{}"): change,
    ("DELETE", "/guilds/{}/scheduled-events/{}"): delete,
}
