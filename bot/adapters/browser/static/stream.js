// Listening to the server: what is there, then each change. Tries again by itself, and rests while nobody looks.
const AGAIN = 2000;
const REST = 30_000;

export function listen(path, hear) {
  let source = null;
  let again = 0;
  let rest = 0;
  let over = false;

  function open() {
    clearTimeout(again);
    source?.close();
    hear.opening();
    source = new EventSource(path());
    for (const kind of ["snapshot", "page", "people", "cleared"]) {
      source.addEventListener(kind, (event) => hear[kind](JSON.parse(event.data)));
    }
    source.addEventListener("open", () => hear.back());
    source.addEventListener("error", () => {
      if (over) return;
      hear.opening();
      hear.lost();
      if (source.readyState !== EventSource.CLOSED) return;
      hear.refused();
      again = setTimeout(open, AGAIN);
    });
  }

  function look() {
    clearTimeout(rest);
    if (document.hidden) rest = setTimeout(() => { source?.close(); source = null; }, REST);
    else if (!source && !over) open();
  }

  document.addEventListener("visibilitychange", look);
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", (event) => event.persisted && !over && open());
  open();
  return () => {
    over = true;
    clearTimeout(again);
    clearTimeout(rest);
    source?.close();
    document.removeEventListener("visibilitychange", look);
  };
}
