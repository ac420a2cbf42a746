// Times and sizes as people read them; times in the group's zone where it is known.
let zone; // undefined is the reader's own

export const zoneNow = () => zone;

export function setZone(name) {
  try {
    new Intl.DateTimeFormat("fi", { timeZone: name });
    zone = name;
  } catch {
    // a zone that this browser does not know: times stay the reader's own
  }
}

const locale = (language) => (language === "en" ? "en-GB" : language === "sv" ? "sv-FI" : language === "fi" ? "fi-FI" : language);

export const size = (bytes, language) =>
  new Intl.NumberFormat(locale(language), { style: "unit", unit: "kilobyte" }).format(Math.max(1, Math.round(bytes / 1024)));

const format = (language, options) => new Intl.DateTimeFormat(locale(language), { ...options, timeZone: zone });

export const clock = (instant, language) => format(language, { hour: "numeric", minute: "2-digit" }).format(instant);

export const day = (instant, language) =>
  format(language, { weekday: "long", day: "numeric", month: "numeric", year: "numeric" }).format(instant);

export const shortDay = (instant, language) =>
  format(language, { weekday: "short", day: "numeric", month: "numeric" }).format(instant);

function parts(instant) {
  const found = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  }).formatToParts(instant);
  return Object.fromEntries(found.map((part) => [part.type, part.value]));
}

// As a datetime-local field wants it: 2026-11-10T17:00, wall time in the zone.
export function wall(instant) {
  const { year, month, day: date, hour, minute } = parts(instant);
  return `${year}-${month}-${date}T${hour}:${minute}`;
}

export const sameDay = (one, other) => wall(one).slice(0, 10) === wall(other).slice(0, 10);

// The instant of a wall time in the zone: guessed as UTC, then moved by as much as the guess misses.
export function instant(wallTime) {
  const meant = Date.parse(`${wallTime}Z`);
  let guess = meant;
  for (let round = 0; round < 3; round += 1) guess += meant - Date.parse(`${wall(new Date(guess))}Z`);
  return new Date(guess);
}
