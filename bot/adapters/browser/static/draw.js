// A message as the server tells it, drawn.
import { clock, size } from "./dates.js";
import { make } from "./make.js";
import { spoken, word } from "./words.js";

// `press(button, data, label)` is called for a press; without it the buttons are only shown.
export function drawMessage(message, press = null) {
  const body = make("div", { class: "message" });
  drawBlocks(body, message.blocks);
  const files = message.files.map(drawFile);
  if (files.length) body.append(make("ul", { class: "files" }, ...files));
  drawButtons(body, message.buttons, press);
  return body;
}

// Rows stay rows: what stands side by side belongs together. Short taps, as of a scale, share the width evenly.
function drawButtons(body, rows, press) {
  for (const row of rows) {
    const drawn = row.map((button) => drawButton(button, press)).filter((button) => button);
    const taps = row.length >= 4 && row.every((button) => button.label.length <= 4);
    body.append(make("div", { class: taps ? "row taps" : "row" }, ...drawn));
  }
}

export function drawBlocks(body, blocks) {
  let list = null;
  let headings = 0;
  for (const block of blocks) {
    if (block.kind === "item") {
      if (!list) body.append((list = make("ul", { class: "items" })));
      list.append(make("li", { dir: "auto", text: block.text }));
      continue;
    }
    list = null;
    if (block.kind === "heading") {
      body.append(make(headings ? "h4" : "h3", { dir: "auto", text: block.text }));
      headings += 1;
    } else if (block.kind === "quote") body.append(make("blockquote", { dir: "auto", text: block.text }));
    else if (block.kind === "scale") body.append(drawScale(block));
    else body.append(make("p", { dir: "auto", text: block.text }));
  }
}

// The first line is the question; the rest draws the same in text, and is what a screen reader hears.
function drawScale(block) {
  const [question, ...rest] = block.text.split("\n");
  const most = Math.max(1, ...block.counts);
  const steps = block.counts.map((count, index) => {
    const bar = make("span", { class: "bar" });
    bar.style.setProperty("--share", String(count / most));
    return make("li", {}, make("span", { class: "step", text: String(index + 1) }), make("span", { class: "track" }, bar), make("span", { class: "count", text: String(count) }));
  });
  const told = rest.length ? rest.join("\n") : `${word("page-scale-counts")}: ${block.counts.join(", ")}`;
  return make(
    "figure",
    { class: "scale" },
    make("figcaption", { dir: "auto", text: question }),
    make("ol", { class: "steps", "aria-hidden": "true" }, ...steps),
    make("p", { class: "hidden", text: told }),
  );
}

function drawButton(button, press) {
  if (button.url) {
    if (!button.url.startsWith("https://")) return null;
    return make(
      "a",
      { class: "button", href: button.url, target: "_blank", rel: "noopener noreferrer", dir: "auto" },
      button.label,
      make("span", { class: "hidden", text: ` (${word("page-link-opens")})` }),
    );
  }
  if (!press) return make("span", { class: "button shown", dir: "auto", text: button.label });
  const drawn = make("button", { type: "button", dir: "auto", text: button.label });
  drawn.addEventListener("click", () => press(drawn, button.data, button.label));
  return drawn;
}

function drawFile(file) {
  const name = make("bdi", { text: file.name });
  if (!file.href) return make("li", {}, make("span", { class: "file" }, name));
  const link = make("a", { class: "file", href: file.href, download: file.name }, make("span", { class: "get", text: word("page-file-get") }), name, make("span", { class: "size", text: size(file.size, spoken()) }));
  if (!file.mime.startsWith("image/")) return make("li", {}, link);
  return make("li", {}, make("img", { src: file.href, alt: file.name, loading: "lazy" }), link);
}

// One page of the shelf: what the bot said, a line to the channel, or what one did oneself.
export function drawPage(page, { press, me, own }) {
  const at = new Date(page.at);
  const time = make("time", { datetime: page.at, text: clock(at, spoken()) });
  if (page.who === "you") {
    const text = own.get(page.key);
    const what = make("p", { class: "did" }, word(`page-you-${page.did}`));
    if (page.label) what.append(": ", make("bdi", { text: page.label }));
    const entry = make("li", { class: "entry mine", "data-number": page.number }, what, time);
    if (text) entry.prepend(make("p", { class: "line", dir: "auto", text }));
    return entry;
  }
  if (page.who === "person") {
    const name = page.name || word("page-someone");
    const by = make("p", { class: "by" }, make("bdi", { text: name }), " ", time);
    const kind = page.handle === me ? "entry line-entry mine" : "entry line-entry";
    return make("li", { class: kind, "data-number": page.number }, by, make("p", { class: "line", dir: "auto", text: page.text }));
  }
  const by = make("p", { class: "by" }, make("img", { src: "/static/piiri.svg", alt: "", width: 18, height: 18 }), make("b", { text: "Piiri" }), " ", time);
  if (page.changed) by.append(" ", make("span", { class: "changed", text: word("page-changed") }));
  return make("li", { class: "entry said", "data-number": page.number, tabindex: "-1" }, by, drawMessage(page, press));
}

// What a screen reader is told of a page that just came.
export const inShort = (page) => (page.text ?? (page.blocks ?? []).map((block) => block.text).join(" ")).slice(0, 160);
