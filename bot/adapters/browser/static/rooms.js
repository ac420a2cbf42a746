// All channels of this machine.
import { get, send } from "./ask.js";
import { busy, byId, make } from "./make.js";
import { toast } from "./toast.js";
import { speak, trouble } from "./words.js";

async function start() {
  await speak(navigator.language.slice(0, 2));
  const { rooms } = await get("/api/rooms");
  byId("rooms-none").hidden = rooms.length > 0;
  byId("rooms").replaceChildren(
    ...rooms.map((room) => make("li", {}, make("a", { href: `/c/${encodeURIComponent(room.id)}`, dir: "auto", text: room.name }))),
  );
  byId("rooms-form").addEventListener("submit", (event) => {
    event.preventDefault();
    busy(event.currentTarget.querySelector("button"), async () => {
      try {
        const { room } = await send("/api/rooms", { name: byId("rooms-name").value });
        location.assign(`/c/${encodeURIComponent(room.id)}`);
      } catch (error) {
        toast(trouble(error), true);
      }
    });
  });
}

start();
