import type { Change, Hello, Signal } from "./protocol.js";

/** A part of a room page, whole: the element with this id. */
export interface Region {
  id: string;
  html: string;
}

/** The server did not do what was said over the channel. */
export interface Refused {
  type: "refused";
  code: string;
  text: string;
}

/** What any message of a room page may have besides. */
interface Besides {
  /** The server's clock when the message was made [RFC 3339]. */
  now?: string;
  /** The name of a stream, in its hello. */
  connection?: string;
  regions?: Region[];
}

export type Heard = (Hello | Change | Signal | Refused) & Besides;
