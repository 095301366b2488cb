/**
 * The messages of the live channel, GET /n/{id}/live?since=SEQ, server to client.
 * The server's side of them is live_message.go. Messages of another type may
 * come, and are to be ignored.
 *
 * Close codes 4000-4099, and a connection lost without one: come back and
 * resume. 4100-4199: do not.
 */
export type Message = Hello | Change | Signal;

/** The first message: what the server has. */
export interface Hello {
  type: "hello";
  /** Names the record: another epoch is another record, to be loaded anew. */
  epoch: string;
  seq: number;
}

/** Leads from any Seq from `since` up to `seq`. */
export interface Change {
  type: "change";
  epoch: string;
  since: number;
  seq: number;
  /** When the newest entry was journalled [RFC 3339]. */
  at: string;
  /** In the order of the draft; none where the reader sees nothing of it. */
  paragraphs: ParagraphChange[];
  /** One sentence on all of it, in the reader's language. */
  said?: string;
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

/** Reserved for what is beside the record. */
export interface Signal {
  type: "signal";
  kind: string;
}
