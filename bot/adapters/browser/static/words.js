// The page's own words, in one language at a time.
import { get } from "./ask.js";

let words = {};
let language = "fi";

export const spoken = () => language;

export const word = (id) => words[id] ?? "";

export async function speak(wanted) {
  const told = await get(`/api/words?language=${encodeURIComponent(wanted)}`);
  words = told.words;
  language = told.language;
  document.documentElement.lang = language;
  for (const place of document.querySelectorAll("[data-word]")) place.textContent = word(place.dataset.word);
  for (const place of document.querySelectorAll("[data-placeholder]")) place.placeholder = word(place.dataset.placeholder);
  for (const place of document.querySelectorAll("[data-name]")) place.setAttribute("aria-label", word(place.dataset.name));
}

// What went wrong, in words; codes without words of their own get the general ones.
export const trouble = (error) => word(`page-error-${error.code}`) || word("page-error-failed");

// A language's name in that language itself.
export function languageName(code) {
  try {
    return new Intl.DisplayNames([code], { type: "language" }).of(code);
  } catch {
    return code;
  }
}
