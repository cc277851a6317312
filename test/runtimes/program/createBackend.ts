import { createOpenAI } from "@ai-sdk/openai";
import { createDemoBackend } from "image-generation-node/demo";
import {
  createImageNodeHandler,
  createProviderFetch,
  fileStorage,
  memoryRunStore,
  memoryStorage,
} from "image-generation-node/server";
import { createGenerationQueue } from "image-generation-node/server/queue";
import type * as Connection from "../../../src/server/models/connection.node.js";
import { importEntries } from "./importEntries.ts";

/** Settings of the program. */
export interface Settings {
  /** Address of the handler. */
  readonly PUBLIC_URL: string;
  /** Origin of the fake provider. */
  readonly PROVIDER: string;
  /** Directory for images. */
  readonly FOLDER: string;
}

/** Makes the back end that the tests ask in each runtime, and what they ask besides. */
export function createBackend(
  { PUBLIC_URL, PROVIDER, FOLDER }: Settings,
  waitUntil?: (work: Promise<unknown>) => void,
): (request: Request) => Promise<Response> {
  const openai = createOpenAI({ apiKey: "sk-of-nobody", baseURL: `${PROVIDER}/v1` });
  const errors: unknown[] = [];
  const demo = createDemoBackend();
  const options = {
    imageModels: {
      "demo/illustrator": demo.imageModel,
      "openai/gpt-image-1": { model: openai.image("gpt-image-1") },
    },
    promptModels: { "demo/writer": demo.promptModel },
    storage: memoryStorage(),
    signingSecret: "a secret for tests only, long enough to be taken",
    authorize: () => ({ scope: "team", subject: "somebody" }),
    publicUrl: PUBLIC_URL,
    hooks: { onError: (report: unknown) => void errors.push(report) },
    waitUntil,
  };
  const handler = createImageNodeHandler(options);

  const probes: Readonly<Record<string, (url: URL) => unknown>> = {
    "/imports": importEntries,
    "/errors": () => errors.splice(0),
    "/queue": () =>
      createGenerationQueue({ engine: { postgres: "postgres://127.0.0.1:1/none" } }).dispatch({
        scope: "team",
        id: "gen_1",
        provider: "openai",
      }),
    "/files": async () => {
      const storage = fileStorage(FOLDER);
      const facts = { scope: "team", name: "a.png", sha256: "", attachmentId: "att_1", context: {} };
      await storage.put(new Uint8Array([1, 2, 3]), facts);
      return [...((await storage.read?.("att_1")) ?? [])];
    },
    "/provider-fetch": async () => {
      const runs = memoryRunStore();
      const send = createProviderFetch({ runs, trustedOrigins: [PROVIDER] });
      return (await send(`${PROVIDER}/plain`)).text();
    },
    "/connect": async ({ searchParams }) => {
      // Only the package's own file lets a name lead to this machine.
      const file = "../node_modules/image-generation-node/dist/server/models/connection.node.js";
      const { connection } = (await import(new URL(file, import.meta.url).href)) as typeof Connection;
      const request = new Request(searchParams.get("to") ?? "");
      return (await connection.sendTo([searchParams.get("at") ?? ""], request)).text();
    },
  };

  return async (request) => {
    const url = new URL(request.url);
    const probe = probes[url.pathname];
    if (!probe) return handler(request);
    try {
      return Response.json({ value: await probe(url) });
    } catch (error) {
      return Response.json({ error: error instanceof Error ? `${error.name}: ${error.message}` : error });
    }
  };
}
