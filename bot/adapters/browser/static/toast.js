// A short word that passes by itself, or when it is pressed.
import { byId } from "./make.js";

const STAYS = 6000;
let going = 0;

export function toast(text, isTrouble = false) {
  const place = byId("toast");
  clearTimeout(going);
  place.classList.toggle("trouble", isTrouble);
  place.textContent = text;
  place.classList.add("seen");
  going = setTimeout(() => {
    place.classList.remove("seen");
    place.textContent = "";
  }, Math.max(STAYS, text.length * 70));
}
