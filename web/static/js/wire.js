// @ts-check
// The two ways on which messages come: a websocket, and server-sent events where
// a proxy lets no websocket through. Both carry the same messages.

/** @import { Message } from "./protocol.js" */

/**
 * @typedef {object} Wire
 * @property {(message: object) => boolean} say tells the server something; false
 *   where there is no connection, and then nobody will ever hear of it
 * @property {() => void} close ends it; nothing is heard of it afterwards
 */

/**
 * @typedef {object} Ears
 * @property {(message: Message) => void} hear
 * @property {(code: number) => void} end with a code of the protocol, or 0
 *   without one; it comes once
 */

/**
 * Where the channel is, with the question in each address.
 * @typedef {{ live: URL, events: URL, signals: URL }} Addresses
 */

/**
 * @param {Addresses} to
 * @param {Ears} ears
 * @returns {Wire}
 */
export function openSocket(to, ears) {
  const address = new URL(to.live);
  address.protocol = address.protocol.replace("http", "ws");
  const socket = new WebSocket(address);
  let open = true;
  socket.addEventListener("message", (event) => open && ears.hear(JSON.parse(event.data)));
  socket.addEventListener("close", (event) => {
    if (open) {
      open = false;
      ears.end(event.code);
    }
  });
  return {
    say(message) {
      const ready = open && socket.readyState === WebSocket.OPEN;
      if (ready) {
        socket.send(JSON.stringify(message));
      }
      return ready;
    },
    close() {
      open = false;
      socket.close();
    },
  };
}

/**
 * @param {Addresses} to
 * @param {Ears} ears
 * @returns {Wire}
 */
export function openEvents(to, ears) {
  const source = new EventSource(to.events);
  let open = true;
  /** @param {number} code */
  const end = (code) => {
    if (open) {
      open = false;
      source.close(); // it would come back by itself, and with an old since
      ears.end(code);
    }
  };
  /** Where to post: the server knows the stream by the name that it gave it. */
  const signals = new URL(to.signals);
  source.addEventListener("message", (event) => {
    /** @type {Message} */
    const message = JSON.parse(event.data);
    if (message.type === "hello") {
      signals.search = new URLSearchParams({ connection: message.connection ?? "" }).toString();
    }
    if (open) {
      ears.hear(message);
    }
  });
  source.addEventListener("close", (event) => end(Number(JSON.parse(event.data).code)));
  source.addEventListener("error", () => end(0));
  const post = poster();
  return {
    say(message) {
      const ready = open && source.readyState === EventSource.OPEN;
      if (ready) {
        post(signals, message);
      }
      return ready;
    },
    close() {
      open = false;
      source.close();
    },
  };
}

/**
 * Makes a function that posts messages one after the other, of each type only the
 * newest: what is typed faster than a request takes is one request. What was not
 * taken is told on the stream.
 * @returns {(to: URL, message: object) => void}
 */
function poster() {
  /** @type {Map<string, { to: URL, message: object }>} */
  const waiting = new Map();
  let busy = false;
  const drain = async () => {
    busy = true;
    for (const [type, { to, message }] of waiting) {
      waiting.delete(type);
      await post(to, message);
    }
    busy = false;
  };
  return (to, message) => {
    waiting.set(/** @type {{ type: string }} */ (message).type, { to, message });
    if (!busy) {
      drain();
    }
  };
}

/**
 * @param {URL} to
 * @param {object} message
 */
async function post(to, message) {
  try {
    await fetch(to, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(20_000),
    });
  } catch {
    // The connection is lost; what still counts is told anew after it is back.
  }
}
