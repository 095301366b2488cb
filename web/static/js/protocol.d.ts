/**
 * The messages of the live channel, server to client: over the websocket
 * GET /n/{id}/live?since=SEQ, or as server-sent events GET /n/{id}/events with the
 * same question, where the id of a change is its Seq and `event: close` with
 * `{"code":4001}` is what a close code is. The server's side of them is
 * live_message.go. Messages of another type may come, and are to be ignored.
 *
 * Close codes 4000-4099, and a connection lost without one: come back and
 * resume. 4100-4199: do not.
 *
 * `now` is the server's clock when the message was made [RFC 3339]. A message may
 * have been kept for those who come later: of all that were received, the one that
 * says the most is the nearest to the truth.
 */
export type Message = Hello | Change | Signal | Refused | Beat;

/**
 * The messages of a client: over the websocket, or as the body of a
 * POST /n/{id}/signals?connection=NAME with the name from the hello of its stream.
 * "seen" says that the frozen text with this hash is on the screen, "typing" what
 * the pen-holder has typed. Others are ignored.
 */
export type Said = { type: "seen"; hash: string } | { type: "typing"; rev: number; text: string };

/** The first message: what the server has. */
export interface Hello {
  type: "hello";
  /** Names the record: another epoch is another record, to be loaded anew. */
  epoch: string;
  seq: number;
  now: string;
  /** Names the scripts, styles and pages of the server, and is a part of their address. */
  release?: string;
  /** The name of a stream, for what is posted; none on a websocket. */
  connection?: string;
}

/** Leads from any Seq from `since` up to `seq`. */
export interface Change {
  type: "change";
  epoch: string;
  since: number;
  seq: number;
  /** When the newest entry was journalled [RFC 3339]. */
  at: string;
  now: string;
  /** In the order of the draft; none where the reader sees nothing of it. */
  paragraphs: ParagraphChange[];
  /** One sentence on all of it, in the reader's language. */
  said?: string;
  /** The parts of a page of the room that changed; such a page gets no paragraphs. */
  regions?: Region[];
  /** The session that is not closed, for programs, as the API gives it. */
  session?: unknown;
}

/** A part of a page of the room, whole: the element with this id. */
export interface Region {
  id: string;
  html: string;
}

/** A paragraph as it is now. */
export interface ParagraphChange {
  id: string;
  address: string;
  /** Its fragment, for pages; missing where the server could not make it. */
  html?: string;
  /** Its description, for programs, as the API gives it. */
  data?: unknown;
  /** Id of the paragraph before it; empty for the first. */
  after: string;
  said?: string;
}

/** What is beside the record: the latest one of a kind counts. */
export interface Signal {
  type: "signal";
  kind: string;
  now: string;
  /** For pages. */
  regions?: Region[];
  /** For programs. */
  data?: unknown;
}

/** What this client said was not taken. */
export interface Refused {
  type: "refused";
  code: string;
  /** In the reader's language. */
  text: string;
}

/** Comes with every ping, which pages are not told of: the connection stands. */
export interface Beat {
  type: "beat";
}
