// Light or dark: as the system has it, until somebody chooses here.
import { byId } from "./make.js";

const dark = matchMedia("(prefers-color-scheme: dark)");

const isDark = () => (document.documentElement.dataset.theme ?? (dark.matches ? "dark" : "light")) === "dark";

export function startTheme() {
  const button = byId("theme");
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    const chosen = isDark() ? "light" : "dark";
    document.documentElement.dataset.theme = chosen;
    try {
      localStorage.setItem("piiri.theme", chosen);
    } catch {
      // then it lasts as long as this page
    }
    show();
  });
  dark.addEventListener("change", show);
  show();
}
