// A form that the bot asks to be filled in, as a card.
import { drawBlocks } from "./draw.js";
import { busy, make } from "./make.js";
import { word } from "./words.js";

let count = 0;

// `hand(values, button)` sends it; `leave()` is called when it is cancelled. Returns the card and where to put the focus.
export function drawForm(form, hand, leave) {
  count += 1;
  const id = `form-${count}`;
  const wrong = form.fields.some((field) => field.problem);
  const title = make("h3", { id, tabindex: "-1", dir: "auto", text: form.title });
  const card = make("form", { class: "card", "aria-labelledby": id, novalidate: true, autocomplete: "off" }, title);
  drawBlocks(card, form.intro);
  if (wrong) card.append(make("p", { class: "problem", text: word("page-form-problems") }));
  const fields = form.fields.map((field, index) => drawField(field, `${id}-${index}`));
  card.append(...fields);
  const submit = make("button", { type: "submit", class: "main", dir: "auto", text: form.submit });
  const cancel = make("button", { type: "button", class: "quiet", text: word("page-cancel"), on: { click: leave } });
  card.append(make("div", { class: "row end" }, cancel, submit));
  card.addEventListener("submit", (event) => {
    event.preventDefault();
    const values = {};
    for (const [name, value] of new FormData(card)) values[name] = value;
    busy(submit, () => hand(values));
  });
  return { card, focus: wrong ? card.querySelector("[aria-invalid=true]") ?? title : title };
}

function drawField(field, id) {
  const told = [];
  const notes = [];
  if (field.hint) {
    told.push(`${id}-hint`);
    notes.push(make("p", { class: "hint", id: `${id}-hint`, dir: "auto", text: field.hint }));
  }
  if (field.problem) {
    told.push(`${id}-problem`);
    notes.push(make("p", { class: "problem", id: `${id}-problem`, dir: "auto", text: field.problem }));
  }
  const shared = {
    name: field.name,
    "aria-describedby": told.join(" ") || null,
    "aria-invalid": field.problem ? "true" : null,
    "aria-required": field.required ? "true" : null,
  };
  const optional = field.required ? null : make("span", { class: "optional", text: ` (${word("page-optional")})` });
  const few = field.options.length > 0 && field.options.length <= 6;
  if (few) {
    const choices = field.options.map((option, index) => {
      const input = make("input", { type: "radio", id: `${id}-${index}`, name: field.name, value: option.value, "aria-describedby": shared["aria-describedby"] });
      input.checked = option.value === field.value;
      if (field.problem) input.setAttribute("aria-invalid", "true");
      return make("label", { class: "choice", for: `${id}-${index}` }, input, make("span", { dir: "auto", text: option.label }));
    });
    const legend = make("legend", { dir: "auto" }, field.label, optional);
    return make("fieldset", { class: "field" }, legend, ...notes, make("div", { class: "choices" }, ...choices));
  }
  let input;
  if (field.options.length) {
    input = make("select", { id, ...shared }, make("option", { value: "", text: word("page-choose") }));
    for (const option of field.options) input.append(make("option", { value: option.value, text: option.label }));
  } else if (field.long) input = make("textarea", { id, rows: 4, maxlength: field.most, dir: "auto", ...shared });
  else input = make("input", { id, type: "text", maxlength: field.most, dir: "auto", ...shared });
  input.value = field.value;
  return make("div", { class: "field" }, make("label", { for: id, dir: "auto" }, field.label, optional), ...notes, input);
}
