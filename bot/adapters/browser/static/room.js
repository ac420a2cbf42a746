// One channel: the group's side, one's own side, and in a rehearsal the clock.
import { act, get, newKey, send } from "./ask.js";
import { startClock } from "./clock.js";
import { day, sameDay, zoneNow } from "./dates.js";
import { drawPage, inShort } from "./draw.js";
import { drawForm } from "./form.js";
import { busy, byId, make } from "./make.js";
import { listen } from "./stream.js";
import { startTheme } from "./theme-switch.js";
import { toast } from "./toast.js";
import { languageName, speak, spoken, trouble, word } from "./words.js";

const room = decodeURIComponent(location.pathname.split("/")[2] ?? "");
const where = `/api/rooms/${encodeURIComponent(room)}`;
const remembered = `piiri.me.${room}`;
const narrow = matchMedia("(max-width: 759px)");
const middle = matchMedia("(max-width: 1119px)");

let people = [];
let languages = [];
let me = null;
let stop = null;
let ready = false;
let rehearsal = null;
const own = new Map(); // what was written here, by key: shown to its author until the page is left, kept nowhere
const pages = { room: new Map(), mine: new Map() };
const places = {
  room: { list: byId("group-posts"), scroll: byId("group-scroll"), empty: byId("group-empty"), tab: "group" },
  mine: { list: byId("you-posts"), scroll: byId("you-scroll"), empty: byId("you-empty"), tab: "you" },
};

// Who one is

function recall() {
  try {
    return sessionStorage.getItem(remembered) ?? localStorage.getItem(remembered);
  } catch {
    return null;
  }
}

function remember(handle) {
  try {
    sessionStorage.setItem(remembered, handle);
    localStorage.setItem(remembered, handle);
  } catch {
    // a browser that keeps nothing asks again next time
  }
}

function showPeople() {
  const choices = people.map((person) => make("option", { value: person.handle, text: person.name, dir: "auto" }));
  if (!me) choices.unshift(make("option", { value: "", text: word("page-who-choose") }));
  byId("who").replaceChildren(...choices);
  byId("who").value = me?.handle ?? "";
  const choose = byId("choose");
  choose.hidden = Boolean(me);
  byId("you-write").hidden = !me;
  byId("menu").hidden = !me;
  if (me) return;
  choose.replaceChildren(
    make("p", { text: people.length ? word("page-who-explain") : word("page-who-nobody") }),
    make("div", { class: "faces" }, ...people.map((person) => make("button", { type: "button", dir: "auto", text: person.name, on: { click: () => become(person, true) } }))),
  );
  if (!people.length) choose.append(make("button", { type: "button", class: "main", text: word("page-who-add"), on: { click: openAdd } }));
}

async function become(person, focus = false) {
  me = person;
  if (person) remember(person.handle);
  own.clear();
  pages.mine.clear();
  closeForm();
  await speak(person?.language ?? languages[0] ?? "fi");
  showPeople();
  redraw();
  rehearsal?.show();
  rehearsal?.reload();
  connect();
  if (focus && document.activeElement === document.body) byId("you-scroll").focus();
}

const firstWho = () => {
  toast(word("page-who-first"));
  byId("who").focus();
};

// What is said

function connect() {
  stop?.();
  ready = false;
  let before = [];
  stop = listen(() => `${where}/stream${me ? `?as=${encodeURIComponent(me.handle)}` : ""}`, {
    opening() {
      before = Object.values(pages).flatMap((side) => Array.from(side.keys()));
    },
    // What stood here before the stream opened and is not there any more goes; what came since by an answer stays.
    snapshot({ pages: told, here }) {
      const there = new Set(here);
      const gone = before.filter((number) => !there.has(number));
      for (const side of Object.values(pages)) for (const number of gone) side.delete(number);
      for (const page of told) pages[page.where].set(page.number, page);
      const first = !ready;
      ready = true;
      redraw();
      if (first) for (const side of Object.keys(places)) toEnd(side);
    },
    page(page) {
      take(page);
      rehearsal?.changed();
    },
    people(told) {
      people = told.people;
      me = people.find((person) => person.handle === me?.handle) ?? me;
      showPeople();
    },
    cleared() {
      pages.mine.clear();
      own.clear();
      closeForm();
      redraw();
    },
    lost,
    back,
    refused,
  });
}

// The server answers, but not to this person any more: it may have begun anew.
async function refused() {
  try {
    const told = await get(where);
    people = told.people;
    if (me && !people.some(({ handle }) => handle === me.handle)) await become(null);
  } catch (error) {
    if (error.code === "unknown-room") location.reload();
  }
}

let losing = 0;
let wasLost = false;

function lost() {
  if (losing || wasLost) return;
  losing = setTimeout(() => {
    losing = 0;
    wasLost = true;
    byId("banner").textContent = word("page-lost");
    document.body.classList.add("is-lost");
  }, 1200);
}

function back() {
  clearTimeout(losing);
  losing = 0;
  byId("banner").textContent = "";
  document.body.classList.remove("is-lost");
  if (wasLost) {
    toast(word("page-back"));
    rehearsal?.reload();
  }
  wasLost = false;
}

function take(page) {
  const side = pages[page.where];
  const known = side.has(page.number);
  if (page.who === "gone") side.delete(page.number);
  else side.set(page.number, page);
  const place = places[page.where];
  const atEnd = place.scroll.scrollHeight - place.scroll.scrollTop - place.scroll.clientHeight < 120;
  redraw(page.where);
  if (known) return;
  if (atEnd || page.who === "you" || page.handle === me?.handle) toEnd(page.where);
  if (page.who === "bot") {
    byId("said").textContent = `${word(page.where === "room" ? "page-said-group" : "page-said-you")}: ${inShort(page)}`;
  }
  if (page.who !== "you" && !shown(place.tab)) mark(place.tab, true);
}

function redraw(only) {
  for (const [side, place] of Object.entries(places)) {
    if (only && side !== only) continue;
    drawSide(side, place);
  }
}

// Only what changed is drawn anew, so that focus and selection stay where they are; an entry with a press under way
// waits until that is over.
function drawSide(side, place) {
  const sorted = Array.from(pages[side].values()).sort((one, other) => one.number - other.number);
  const wanted = [];
  let before = null;
  for (const page of sorted) {
    const at = new Date(page.at);
    if (!before || !sameDay(before, at)) wanted.push({ name: `day ${page.number} ${day(at, spoken())}`, draw: () => make("li", { class: "day", text: day(at, spoken()) }) });
    before = at;
    wanted.push({ number: page.number, name: `${spoken()} ${zoneNow()} ${me?.handle} ${JSON.stringify(page)}`, draw: () => drawPage(page, { press: (button, data, label) => press(button, data, label, side === "mine"), me: me?.handle, own }) });
  }
  const putBack = holdFocus(place.list);
  const old = new Map(Array.from(place.list.children, (item) => [item.drawnAs, item]));
  const waiting = new Map(Array.from(place.list.querySelectorAll("[aria-busy=true]"), (button) => button.closest("[data-number]")).map((item) => [Number(item.dataset.number), item]));
  const items = wanted.map(({ name, number, draw }) => {
    const there = old.get(name) ?? waiting.get(number);
    if (there) return there;
    const item = draw();
    item.drawnAs = name;
    return item;
  });
  // What goes is taken out first: then what stays need not be moved, which would take the focus from it.
  const stay = new Set(items);
  for (const item of Array.from(place.list.children)) if (!stay.has(item)) item.remove();
  items.forEach((item, index) => {
    if (place.list.children[index] !== item) place.list.insertBefore(item, place.list.children[index] ?? null);
  });
  putBack();
  place.empty.hidden = !ready || sorted.length > 0 || (side === "mine" && (!me || byId("form-place").childElementCount > 0));
}

// An entry that is drawn anew under the focus gets it back, at the same button where there is one.
function holdFocus(list) {
  const active = document.activeElement;
  const entry = list.contains(active) ? active.closest("[data-number]") : null;
  if (!entry) return () => {};
  const pressable = (within) => Array.from(within.querySelectorAll("button, a"));
  const index = pressable(entry).indexOf(active);
  return () => {
    if (active.isConnected) return;
    const anew = list.querySelector(`[data-number="${entry.dataset.number}"]`);
    if (anew) (pressable(anew)[index] ?? anew).focus({ preventScroll: true });
  };
}

// To the end, but of a long message to its beginning.
function toEnd(side) {
  const { scroll, list } = places[side];
  scroll.scrollTop = scroll.scrollHeight;
  const last = list.lastElementChild;
  if (last && last.offsetHeight > scroll.clientHeight) last.scrollIntoView({ block: "start" });
}

// What people do

// A form is handed in where the act that opened it was done: setting up a group needs to know the channel.
async function does(what, isPrivate, text = null) {
  const { answer, mine } = await asMe(what, isPrivate, text);
  if (mine) show(answer, isPrivate);
}

// An answer that comes after somebody else was chosen is not for their eyes.
async function asMe(what, isPrivate, text = null) {
  const key = newKey();
  const { handle } = me;
  if (text !== null) own.set(key, text);
  const { answer } = await act(room, { key, as: handle, private: isPrivate, act: what });
  rehearsal?.changed();
  return { answer, mine: me?.handle === handle };
}

function show(answer, isPrivate) {
  if (!answer) return;
  if (answer.toast) toast(answer.toast);
  else if (answer.form) openForm(answer.form, isPrivate);
  else if (answer.length) {
    for (const page of answer) take(page);
    showTab("you");
    toEnd("mine");
    const first = byId("you-posts").querySelector(`[data-number="${answer[0].number}"]`);
    if (narrow.matches) first?.focus({ preventScroll: true });
  }
}

async function press(button, data, label, isPrivate) {
  if (!me) return firstWho();
  await busy(button, () => gently(() => does({ kind: "press", data, label }, isPrivate)));
  return redraw();
}

async function gently(work) {
  try {
    await work();
    return true;
  } catch (error) {
    if (!error.code) throw error;
    toast(trouble(error), true);
    return false;
  }
}

function openForm(form, isPrivate) {
  const place = byId("form-place");
  const { card, focus } = drawForm(
    form,
    (values) => gently(async () => {
      const { answer, mine } = await asMe({ kind: "filled", form: form.name, about: form.about, values, label: form.title }, isPrivate);
      if (!mine) return;
      if (!answer?.form) closeForm();
      show(answer, isPrivate);
      if (!answer?.form && !narrow.matches) byId("you-scroll").focus();
    }),
    () => {
      closeForm();
      redraw("mine");
      byId("you-scroll").focus();
    },
  );
  place.replaceChildren(card);
  redraw("mine");
  showTab("you");
  card.scrollIntoView({ block: "nearest" });
  focus.focus();
}

const closeForm = () => byId("form-place").replaceChildren();

function startWriting() {
  byId("group-write").addEventListener("submit", (event) => {
    event.preventDefault();
    const input = byId("group-text");
    const text = input.value.trim();
    if (!me) return firstWho();
    if (!text) return toast(word("page-error-empty"));
    return busy(event.currentTarget.querySelector("[type=submit]"), async () => {
      if (await gently(() => does({ kind: "wrote", text }, false))) input.value = "";
    });
  });
  const input = byId("you-text");
  const fit = () => {
    input.rows = Math.min(6, input.value.split("\n").length);
  };
  input.addEventListener("input", fit);
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || narrow.matches) return;
    event.preventDefault();
    byId("you-write").requestSubmit();
  });
  byId("you-write").addEventListener("submit", (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (!text) return toast(word("page-error-empty"));
    return busy(event.currentTarget.querySelector("[type=submit]"), async () => {
      if (await gently(() => does({ kind: "wrote", text }, true, text))) {
        input.value = "";
        fit();
      }
    });
  });
  byId("menu").addEventListener("click", (event) =>
    busy(event.currentTarget, () => gently(() => does({ kind: "command", word: "menu", label: word("page-you-menu") }, true))),
  );
  byId("setup").addEventListener("click", (event) => {
    if (!me) return firstWho();
    return busy(event.currentTarget, () => gently(() => does({ kind: "command", word: "setup", label: word("page-group-setup") }, false)));
  });
}

// Somebody new

function openAdd() {
  byId("add-language").replaceChildren(...languages.map((code) => make("option", { value: code, lang: code, text: languageName(code) })));
  byId("add-language").value = spoken();
  byId("add-name").value = "";
  byId("add-dialog").showModal();
}

function startAdding() {
  byId("add-person").addEventListener("click", openAdd);
  byId("add-cancel").addEventListener("click", () => byId("add-dialog").close());
  byId("add-form").addEventListener("submit", (event) => {
    event.preventDefault();
    busy(event.currentTarget.querySelector("[type=submit]"), () =>
      gently(async () => {
        const { person } = await send(`${where}/people`, { name: byId("add-name").value, language: byId("add-language").value });
        if (!people.some(({ handle }) => handle === person.handle)) people = [...people, person];
        byId("add-dialog").close();
        await become(person, true);
      }),
    );
  });
  byId("who").addEventListener("change", () => {
    const person = people.find(({ handle }) => handle === byId("who").value);
    if (person) gently(() => become(person));
  });
}

// Tabs, where there is no room for all

const tabButtons = () => Array.from(byId("tabs").querySelectorAll("[data-to]"));

function shown(tab) {
  if (!middle.matches) return true;
  if (!narrow.matches && tab === "group") return true;
  const now = document.body.dataset.tab;
  return now === tab || (!narrow.matches && tab === "you" && now === "group");
}

function mark(tab, fresh) {
  const button = byId("tabs").querySelector(`[data-to="${tab}"]`);
  button.querySelector(".news")?.remove();
  if (fresh) button.append(make("span", { class: "news" }, make("span", { class: "hidden", text: ` (${word("page-tab-news")})` })));
}

function showTab(tab) {
  if (shown(tab) && narrow.matches === false && document.body.dataset.tab !== tab && tab === "you" && !middle.matches) return;
  document.body.dataset.tab = tab;
  for (const button of tabButtons()) {
    if (button.dataset.to === tab) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
  mark(tab, false);
}

function startTabs() {
  for (const button of tabButtons()) button.addEventListener("click", () => showTab(button.dataset.to));
}

async function start() {
  startTheme();
  startTabs();
  startWriting();
  startAdding();
  try {
    await open(await get(where));
  } catch (error) {
    await speak(navigator.language.slice(0, 2)).catch(() => {});
    byId("banner").textContent = trouble(error);
    document.body.classList.add("is-lost");
    if (error.code === "lost") setTimeout(() => location.reload(), 3000);
  }
}

async function open(told) {
  ({ people, languages } = told);
  byId("room-name").textContent = told.room.name;
  document.title = `${told.room.name} – Piiri`;
  if (told.rehearsal) {
    document.body.classList.add("rehearsal");
    byId("coming").hidden = false;
    byId("tabs").querySelector("[data-to=coming]").hidden = false;
  }
  await become(people.find(({ handle }) => handle === recall()) ?? null);
  if (told.rehearsal) rehearsal = startClock(room, toast, redraw);
}

start();
