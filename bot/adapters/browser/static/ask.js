// Asking the server: JSON there and back, and what went wrong as a code.
export class Trouble extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

const PATIENCE = 20_000;

async function ask(path, options, patience = PATIENCE) {
  let response;
  try {
    response = await fetch(path, { ...options, signal: AbortSignal.timeout(patience) });
  } catch {
    throw new Trouble("lost");
  }
  let told = null;
  try {
    told = await response.json();
  } catch {
    // not JSON: an error page
  }
  if (!response.ok || told === null) throw new Trouble(told?.error ?? "failed");
  return told;
}

export const get = (path) => ask(path, {});

export const send = (path, body, patience) =>
  ask(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }, patience);

// A name for one act: sent again under the same name, it is done once only.
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// One act; when the connection failed it is sent once more, under the same key.
export async function act(room, body) {
  try {
    return await send(`/api/rooms/${encodeURIComponent(room)}/acts`, body);
  } catch (error) {
    if (error.code !== "lost") throw error;
    return send(`/api/rooms/${encodeURIComponent(room)}/acts`, body);
  }
}
