/** Event of an event stream, undecoded. */
export interface RawEvent {
  readonly event: string;
  readonly data: string;
}

/** Reads the events of a whole event stream, and counts its comment lines. */
export function readEvents(text: string): { events: readonly RawEvent[]; comments: number } {
  const events: RawEvent[] = [];
  let comments = 0;
  for (const block of text.replace(/\r\n?/g, "\n").split("\n\n")) {
    let event = "message";
    const data: string[] = [];
    for (const line of block.split("\n")) {
      if (line.startsWith(":")) comments += 1;
      const colon = line.indexOf(":");
      const name = colon < 0 ? line : line.slice(0, colon);
      const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
      if (name === "event") event = value;
      if (name === "data") data.push(value);
    }
    if (data.length > 0) events.push({ event, data: data.join("\n") });
  }
  return { events, comments };
}
