import { createProviderFetch, memoryRunStore } from "image-generation-node/server";
import { runInCall } from "../../../src/server/journal/callScope.js";
import { createProviderCall } from "../../../src/server/journal/createProviderCall.js";
import type { JournalEntry } from "../../../src/server/journal/JournalEntry.js";

export const ORIGIN = "https://api.example.com";
export const json = (status: number, body: unknown, headers = {}) => Response.json(body, { status, headers });
export const custom = { model: { generate: () => Promise.resolve(new Uint8Array()) } };

/** A provider's `fetch` over answers in their order, what it sent, and what was kept. */
export function setUpFetch(
  answers: readonly (() => Response)[],
  entry: JournalEntry | null = null,
  isSubmit?: (request: Request) => boolean,
) {
  const runs = memoryRunStore();
  const sent: Request[] = [];
  const kept: JournalEntry[] = [];
  const send = createProviderFetch({
    runs,
    isSubmit,
    trustedOrigins: [ORIGIN, "https://fal.run", "https://queue.fal.run"],
    fetch: async (input, init) => {
      sent.push(new Request(input, init));
      return answers[sent.length - 1]?.() ?? json(500, { detail: "no more answers" });
    },
  });
  const keep = async (next: JournalEntry) => void kept.push(next);
  const call = createProviderCall(runs, custom, entry, keep);
  const ask = (path: string, body: object, headers: Record<string, string> = {}) =>
    runInCall(call, () =>
      send(path.startsWith("https:") ? path : `${ORIGIN}${path}`, {
        method: "POST",
        body: JSON.stringify(body),
        headers,
      }),
    );
  const look = (path: string) => runInCall(call, () => send(`${ORIGIN}${path}`));
  return { runs, send, sent, kept, call, ask, look };
}
