"""A document as one page that needs nothing from anywhere and lets nothing run."""

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256

from jinja2 import Environment
from markupsafe import Markup

from bot.content.charts import ACCENT, INK
from bot.content.document_parts import Part

STYLE = f"""\
:root{{--ink:{INK};--paper:#fff;--accent:{ACCENT};--soft:#5b6268;--faint:#c9ced2;color-scheme:light dark}}
@media (prefers-color-scheme:dark){{
:root{{--ink:#e6e4df;--paper:#1a1c1e;--accent:#8cc5dc;--soft:#a9b0b5;--faint:#4a5157}}}}
body{{font:1.0625rem/1.65 Georgia,"Iowan Old Style","Noto Serif",serif;color:var(--ink);background:var(--paper);
max-width:36rem;margin:3rem auto 5rem;padding:0 1.25rem;overflow-wrap:anywhere}}
h1{{font-size:1.9rem;line-height:1.25;font-weight:normal;margin:0 0 2rem;padding-bottom:.9rem;
border-bottom:2px solid var(--accent)}}
h2{{font-size:1.3rem;line-height:1.35;font-weight:normal;color:var(--accent);margin:2.6rem 0 .6rem}}
p,ul,blockquote{{margin:0 0 1rem;white-space:pre-line}}
ul{{padding-inline-start:1.3rem;white-space:normal}}li{{margin:.3rem 0;white-space:pre-line}}
blockquote{{border-inline-start:3px solid var(--accent);padding-block:.1rem;padding-inline:1rem 0;margin-block:1.3rem}}
figure{{margin:2rem 0;break-inside:avoid}}
figcaption{{font-weight:bold;line-height:1.4;margin-bottom:.5rem}}
figure p{{color:var(--soft);font-size:.95rem;margin:.3rem 0 0}}
table{{width:100%;border-collapse:collapse;table-layout:fixed;margin:1.5rem 0}}
td{{width:50%;border:1px solid var(--accent);padding:.9rem 1rem;vertical-align:top}}td ul{{margin:0}}
h3{{font-size:1.05rem;line-height:1.35;margin:0 0 .5rem}}td p{{color:var(--soft);margin:0}}
@media (max-width:30rem){{tr,td{{display:block;width:auto}}tr+tr td,td+td{{border-top:0}}}}
svg{{display:block;width:100%;max-width:27rem;height:auto}}
svg text{{fill:var(--ink);font-family:inherit}}svg .tick line{{stroke:var(--faint)}}
svg>g>rect{{fill:none}}svg .bars rect,svg .dots circle{{fill:var(--accent)}}svg .lines path{{stroke:var(--accent)}}
@media print{{body{{margin:0 auto;font-size:11.5pt}}}}
"""

# The page shuts out by itself what it must not have, wherever it is opened; its one style sheet is let in by its sum.
POLICY = f"default-src 'none'; style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'"

PAGE = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string("""\
<!doctype html>
<html lang="{{ language }}">
<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{{ policy }}">
<meta name="viewport" content="width=device-width"><title>{{ title }}</title>
<style>{{ style }}</style></head>
<body><main>
<h1 dir="auto">{{ title }}</h1>
{% for part in parts %}
{% if part.kind == "heading" %}
<h2 dir="auto">{{ part.text }}</h2>
{% elif part.kind == "items" %}
<ul>
{% for line in part.lines %}
<li dir="auto">{{ line }}</li>
{% endfor %}
</ul>
{% elif part.kind == "quote" %}
<blockquote dir="auto">{{ part.text }}</blockquote>
{% elif part.kind == "fields" %}
<table><tbody>
{% for row in part.cells|batch(2) %}
<tr>
{% for title, said in row %}
<td><h3 dir="auto">{{ title }}</h3>
{% if said %}
<ul>
{% for line in said %}
<li dir="auto">{{ line }}</li>
{% endfor %}
</ul>
{% else %}
<p dir="auto">{{ part.text }}</p>
{% endif %}
</td>
{% endfor %}
</tr>
{% endfor %}
</tbody></table>
{% elif part.kind == "picture" %}
<figure><figcaption dir="auto">{{ part.text }}</figcaption>
{{ drawn(part) }}
{% for line in part.lines %}
<p dir="auto">{{ line }}</p>
{% endfor %}
</figure>
{% else %}
<p dir="auto">{{ part.text }}</p>
{% endif %}
{% endfor %}
</main></body></html>
""")


def page(title: str, parts: Sequence[Part], language: str) -> str:
    """The whole page as HTML."""
    return PAGE.render(
        title=title,
        parts=parts,
        language=language,
        policy=POLICY,
        style=Markup(STYLE),  # noqa: S704 - ours, and known by its sum
        drawn=lambda part: Markup(part.svg),  # noqa: S704 - written as XML, with every word escaped there
    )
