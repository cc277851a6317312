import sharp from "sharp";
import { listen } from "../../src/cli/listen.js";
import type { Listening } from "../../src/cli/listen.js";

/** Fake service of OpenAI on 127.0.0.1. */
export interface Provider extends Listening {
  /** Calls of the image model whose prompt has this word, and whether their caller has gone. */
  callsOf(word: string): readonly { readonly left: boolean }[];
  /** Lets the calls go on whose prompt says "held". */
  release(): void;
}

/** Starts the service. Prompts that say "jpeg" or "webp" get such a picture, those that say "held" get theirs later. */
export async function startProvider(): Promise<Provider> {
  const calls: { prompt: string; left: boolean }[] = [];
  const waiting = new Set<() => void>();
  const server = await listen(async (request) => {
    if (request.method !== "POST") return new Response("plain");
    const { prompt, size } = (await request.json()) as { prompt: string; size: string };
    const call = { prompt, left: false };
    calls.push(call);
    if (prompt.includes("held")) {
      await new Promise<void>((resolve) => {
        waiting.add(resolve);
        request.signal.addEventListener("abort", () => {
          // It also tells the end of an answer.
          call.left = waiting.delete(resolve);
          resolve();
        });
      });
    }
    const format = (["jpeg", "webp"] as const).find((name) => prompt.includes(name)) ?? "png";
    const [width = 0, height = 0] = size.split("x").map(Number);
    const picture = sharp({ create: { width, height, channels: 3, background: "#c96" } }).toFormat(format);
    return Response.json({ created: 1, data: [{ b64_json: (await picture.toBuffer()).toString("base64") }] });
  });
  return {
    ...server,
    callsOf: (word) => calls.filter(({ prompt }) => prompt.includes(word)),
    release() {
      for (const go of waiting) go();
      waiting.clear();
    },
  };
}
