// The rehearsal's clock, and what is coming: the page itself drives the clock, a step each second.
import { get, send } from "./ask.js";
import { clock, day, instant, setZone, shortDay, wall, zoneNow } from "./dates.js";
import { drawMessage } from "./draw.js";
import { busy, byId, make } from "./make.js";
import { spoken, trouble, word } from "./words.js";

const STEP = { run: 60_000, hurry: 3_600_000 };
const TICK = 1000;
const PAUSE = 500;
const PATIENCE = 90_000; // a long jump stops wherever something is due

export function startClock(room, toast, redraw) {
  let now = null;
  let next = null;
  let pace = "stop";
  let tick = 0;
  let waiting = 0;
  let fetching = false;
  let stale = false;

  function show() {
    if (!now) return;
    byId("clock-time").textContent = clock(now, spoken());
    byId("clock-time").dateTime = now.toISOString();
    byId("clock-day").textContent = day(now, spoken());
    byId("clock-pace").textContent = word({ run: "page-clock-runs", hurry: "page-clock-hurries", stop: "page-clock-still" }[pace]);
    byId("clock-due").textContent = next
      ? `${word("page-clock-due")}: ${shortDay(next, spoken())} ${clock(next, spoken())}`
      : word("page-clock-nothing");
    byId("clock-run").setAttribute("aria-pressed", String(pace === "run"));
    byId("clock-hurry").setAttribute("aria-pressed", String(pace === "hurry"));
    const to = byId("clock-to");
    to.min = wall(now);
    if (document.activeElement !== to && (!to.value || to.value < to.min)) to.value = to.min;
  }

  function take(told) {
    now = new Date(told.now);
    next = told.next ? new Date(told.next.due) : null;
    show();
    changed();
    return told;
  }

  const move = async (body) => take(await send("/rehearsal/clock", body, PATIENCE));

  async function step() {
    if (pace === "stop") return;
    const began = performance.now();
    try {
      await move({ to: new Date(now.getTime() + STEP[pace]).toISOString() });
    } catch (error) {
      set("stop");
      toast(trouble(error));
      return;
    }
    if (pace !== "stop") tick = setTimeout(step, Math.max(100, TICK - (performance.now() - began)));
  }

  function set(wanted) {
    const still = pace === "stop";
    pace = wanted;
    if (pace === "stop") clearTimeout(tick);
    else if (still) step();
    show();
  }

  const quietly = (work) => async () => {
    try {
      await work();
    } catch (error) {
      toast(trouble(error));
    }
  };

  byId("clock-run").addEventListener("click", () => set("run"));
  byId("clock-hurry").addEventListener("click", () => set("hurry"));
  byId("clock-stop").addEventListener("click", () => set("stop"));
  byId("clock-next").addEventListener("click", (event) => {
    set("stop");
    busy(event.currentTarget, quietly(() => move({ next: true })));
  });
  byId("clock-jump").addEventListener("submit", (event) => {
    event.preventDefault();
    const to = instant(byId("clock-to").value);
    set("stop");
    if (Number.isNaN(to.getTime()) || to <= now) return toast(word("page-clock-back"));
    return busy(event.submitter ?? event.currentTarget.querySelector("button"), quietly(() => move({ to: to.toISOString() })));
  });

  // What is coming is asked for again after each change, but not for each of many.
  function changed() {
    if (fetching) {
      stale = true;
      return;
    }
    clearTimeout(waiting);
    waiting = setTimeout(reload, PAUSE);
  }

  async function reload() {
    fetching = true;
    stale = false;
    try {
      const told = await get(`/rehearsal/coming?channel=${encodeURIComponent(room)}`);
      if (told.zone && told.zone !== zoneNow()) {
        setZone(told.zone);
        redraw();
      }
      draw(told.items);
      show();
    } catch {
      // the banner tells of a lost connection; the old list stays
    } finally {
      fetching = false;
    }
    if (stale) changed();
  }

  const name = (item) => `${item.due} ${item.kind} ${item.to}`;

  function draw(items) {
    const list = byId("coming-list");
    const open = new Set(Array.from(list.querySelectorAll("details[open]"), (item) => item.dataset.name));
    const focused = document.activeElement?.closest?.("#coming-list details")?.dataset.name;
    list.replaceChildren(...items.map((item) => drawItem(item, open.has(name(item)))));
    if (focused) Array.from(list.querySelectorAll("details")).find((item) => item.dataset.name === focused)?.querySelector("summary").focus();
    byId("coming-empty").hidden = items.length > 0;
  }

  function drawItem(item, open) {
    const to = item.to === "channel" ? make("span", { text: word("page-coming-channel") }) : make("bdi", { text: item.to });
    const summary = make(
      "summary",
      {},
      make("time", { datetime: item.due, text: item.local }),
      " ",
      make("span", { class: "what" }, make("b", { dir: "auto", text: item.title }), " ", make("span", { class: "to" }, to)),
    );
    const drawn = make("details", { "data-name": name(item) }, summary, drawMessage(item.written));
    drawn.open = open;
    return make("li", {}, drawn);
  }

  const first = async () => {
    await reload();
    take(await get("/rehearsal/clock"));
  };
  quietly(first)();
  return { changed, show, reload: quietly(first) };
}
