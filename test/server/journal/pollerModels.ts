import { createBlackForestLabs } from "@ai-sdk/black-forest-labs";
import { createFal } from "@ai-sdk/fal";
import { createFireworks } from "@ai-sdk/fireworks";
import { createLuma } from "@ai-sdk/luma";
import { createReplicate } from "@ai-sdk/replicate";
import { createProviderFetch } from "image-generation-node/server";
import type { ImageModelEntry, RunStore } from "image-generation-node/server";

export const POLLERS = ["replicate", "blackForestLabs", "luma", "fireworks", "fal"] as const;
export type Poller = (typeof POLLERS)[number];

/** Header by which a fake knows the process that asks it. */
export const PID_HEADER = "X-Test-Pid";

/** Addresses of fal that its package and its queue name. */
const FAL = ["https://fal.run", "https://queue.fal.run", "https://v3.fal.media"];
const POLL = { pollIntervalMillis: 20 };
const apiKey = "key-of-the-host-1234567890";

/** Makes the real models of the real packages, whose requests go to fakes at one origin on 127.0.0.1. */
export function createPollerModels(origin: string, runs: RunStore): Record<Poller, ImageModelEntry> {
  const fetch = createPollerFetch(origin, runs);
  return {
    replicate: {
      model: createReplicate({ apiToken: apiKey, baseURL: `${origin}/replicate/v1`, fetch }).image(
        "black-forest-labs/flux-kontext-pro",
      ),
      providerOptions: { replicate: POLL },
    },
    blackForestLabs: {
      model: createBlackForestLabs({ apiKey, baseURL: `${origin}/bfl/v1`, fetch, ...POLL }).image(
        "flux-kontext-pro",
      ),
    },
    luma: {
      model: createLuma({ apiKey, baseURL: `${origin}/luma`, fetch }).image("photon-1"),
      providerOptions: { luma: POLL },
    },
    fireworks: {
      model: createFireworks({ apiKey, baseURL: `${origin}/fireworks/inference/v1`, fetch }).image(
        "accounts/fireworks/models/flux-kontext-pro",
      ),
    },
    fal: {
      model: createFal({ apiKey, fetch }).image("fal-ai/flux/dev"),
    },
  };
}

/** Makes the `fetch` of those models. It reaches 127.0.0.1 alone. */
function createPollerFetch(origin: string, runs: RunStore): typeof fetch {
  const real = globalThis.fetch;
  return createProviderFetch({
    runs,
    trustedOrigins: [origin, ...FAL],
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const url = new URL(request.url);
      request.headers.set(PID_HEADER, String(process.pid));
      if (url.origin === origin) return real(request);
      if (!FAL.includes(url.origin)) throw new Error(`A test asked for ${request.url}.`);
      return real(new Request(`${origin}/fal/${url.hostname}${url.pathname}${url.search}`, request));
    },
  });
}
