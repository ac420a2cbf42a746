"""A person's own data as a page to read and as JSON."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from jinja2 import Environment

from bot.core.outgoing import WrittenFile

PAGE = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string("""\
<!doctype html>
<html lang="{{ language }}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{ title }}</title>
<style>body{font:1rem/1.6 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
dt{font-weight:600;margin-top:.6rem}dd{margin:0 0 0 1rem;white-space:pre-wrap}</style></head>
<body><h1>{{ title }}</h1>
{% macro show(value) %}
{% if value is mapping %}<dl>{% for name, inner in value.items() %}<dt>{{ label(name) }}</dt><dd>{{ show(inner) }}</dd>
{% endfor %}</dl>
{% elif value is sequence and value is not string %}{% if value %}<ul>{% for inner in value %}<li>{{ show(inner) }}</li>
{% endfor %}</ul>{% else %}–{% endif %}
{% else %}<span dir="auto">{{ plain(value) }}</span>{% endif %}
{% endmacro %}
{{ show(data) }}
</body></html>
""")


def write_data(
    data: Mapping[str, object], language: str, phrase: Callable[[str, str, dict[str, Any]], str]
) -> Iterator[WrittenFile]:
    """The page first, then the same as JSON."""
    name = phrase("file-mydata", language, {})

    def label(key: str) -> str:
        try:
            return phrase(f"data-{key.replace('_', '-')}", language, {})
        except LookupError:  # a programme's own scale, or a form's field: its name is all there is
            return key

    def plain(value: object) -> str:
        if value is None or value == "":
            return "–"
        return phrase("data-time", language, {"when": value}) if isinstance(value, date) else str(value)

    page = PAGE.render(
        data=data, language=language, title=phrase("mydata-heading", language, {}), label=label, plain=plain
    )
    yield WrittenFile(f"{name}.html", "text/html; charset=utf-8", page.encode())
    body = json.dumps(data, ensure_ascii=False, indent=2, default=_plain_json)
    yield WrittenFile(f"{name}.json", "application/json", body.encode())


def _plain_json(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)
