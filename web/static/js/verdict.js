// @ts-check
// What to do with a message.

/** @import { Message } from "./protocol.js" */

/**
 * Says what to do with a message, given what the page shows.
 * @param {Message} message
 * @param {{ epoch: string, seq: number }} have
 * @returns {"reload" | "welcome" | "apply" | "ignore" | "rejoin" | "signal" | "refused"}
 */
export function verdict(message, have) {
  if (message.type === "signal" || message.type === "refused") {
    return message.type; // of the moment, and of no record
  }
  if (message.type !== "hello" && message.type !== "change") {
    return "ignore"; // a newer server says more than this page knows
  }
  if (message.epoch !== have.epoch) {
    return "reload";
  }
  if (message.type === "hello") {
    return message.seq < have.seq ? "reload" : "welcome";
  }
  if (message.seq <= have.seq) {
    return "ignore";
  }
  return message.since > have.seq ? "rejoin" : "apply";
}
