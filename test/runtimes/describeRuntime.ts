import { createClient } from "image-generation-node/client";
import { createImageNodeConfig } from "image-generation-node/contract";
import type { GenerateOptions } from "image-generation-node/client";
import type { ImageNodeError } from "image-generation-node/contract";
import sharp from "sharp";
import { expect, it } from "vitest";
import { importEntries } from "./program/importEntries.js";
import type { Provider } from "./startProvider.js";

/** What a runtime offers, as docs/deploy.md has it in a table. */
export interface Abilities {
  /** Whether it decodes pictures, by `sharp`, so that JPEGs and WebPs become PNGs. */
  readonly decodes: boolean;
  /** Whether it has a file system. */
  readonly hasFiles: boolean;
  /** Whether it has `AsyncLocalStorage`, which `createProviderFetch` needs. */
  readonly hasScope: boolean;
  /** Whether Node's modules connect to an address that was checked. */
  readonly connects: boolean;
}

const OPENAI = "openai/gpt-image-1";

/** Cases that hold in each runtime. */
export function describeRuntime(
  open: () => { readonly url: string; readonly provider: Provider; readonly secure: string },
  { decodes, hasFiles, hasScope, connects }: Abilities,
): void {
  const client = () => createClient({ baseUrl: open().url });
  const draw = (template: string, options: GenerateOptions = {}, imageModel = OPENAI) =>
    client().generate(
      { config: createImageNodeConfig({ imageModel, prompt: { template } }), variables: {} },
      options,
    );
  const probe = async (path: string) => {
    const response = await fetch(new URL(path, open().url));
    return (await response.json()) as { value?: unknown; error?: string };
  };
  /** Errors that the host was told since the last time. */
  const told = async () => (await probe("/errors")).value;
  const read = async (url: string) => {
    const response = await fetch(url);
    expect(response.headers.get("Content-Type")).toBe("image/png");
    return sharp(Buffer.from(await response.arrayBuffer())).metadata();
  };

  it("imports every entry, with the exports that it has in Node", async () => {
    const sorted = (entries: Record<string, readonly string[] | string>) =>
      Object.fromEntries(
        Object.entries(entries).map(([entry, found]) => [
          entry,
          typeof found === "string" ? found : [...found].sort(),
        ]),
      );
    const expected = sorted(await importEntries());
    expect(Object.values(expected).every(Array.isArray)).toBe(true);
    expect(sorted((await probe("/imports")).value as Record<string, string[]>)).toEqual(expected);
  });

  it("shows the catalog", async () => {
    const { imageModels, promptModels } = await client().catalog();
    expect(imageModels.map(({ id }) => id)).toEqual(["demo/illustrator", OPENAI]);
    expect(promptModels.map(({ id }) => id)).toEqual(["demo/writer"]);
  });

  it("generates by a model of the AI SDK, told in events, and serves the PNG by its link alone", async () => {
    const events: string[] = [];
    const { output, image } = await draw("A fox", { onEvent: ({ event }) => void events.push(event) });
    expect(events[0]).toBe("started");
    expect(events).toContain("stage");
    expect(events.at(-1)).toBe("result");
    expect(image).toMatchObject({ width: 1024, height: 1024 });
    expect(await read(output.imageUrl)).toMatchObject({ format: "png", width: 1024, height: 1024 });
    const forged = output.imageUrl.replace(/sig=./, (found) => (found === "sig=a" ? "sig=b" : "sig=a"));
    expect((await fetch(forged)).status).toBe(403);
  });

  it("answers a repeat from the first run, also while that is under way, and calls the model once", async () => {
    const { provider } = open();
    const idempotencyKey = crypto.randomUUID();
    const word = `held ${idempotencyKey}`;
    const first = draw(word, { idempotencyKey });
    await expect.poll(() => provider.callsOf(word).length, { timeout: 60_000 }).toBe(1);
    const second = draw(word, { idempotencyKey });
    const third = draw(word, { idempotencyKey, stream: false });
    provider.release();
    const { id } = await first;
    expect([(await second).id, (await third).id]).toEqual([id, id]);
    expect((await draw(word, { idempotencyKey })).id).toBe(id);
    expect(provider.callsOf(word).length).toBe(1);
  });

  it("goes on when its caller has gone, and answers whoever comes back", async () => {
    const { provider } = open();
    const word = `held ${crypto.randomUUID()}`;
    const left = new AbortController();
    let id = "";
    const leaving = draw(word, {
      signal: left.signal,
      onEvent: ({ event, data }) => {
        if (event === "started") ({ id } = data);
      },
    });
    leaving.catch(() => undefined);
    await expect.poll(() => provider.callsOf(word).length, { timeout: 60_000 }).toBe(1);
    await expect.poll(() => id, { timeout: 60_000 }).not.toBe("");
    left.abort();
    await expect(leaving).rejects.toThrow();
    const back = client().rejoin(id);
    provider.release();
    expect((await back).id).toBe(id);
    expect(provider.callsOf(word)).toEqual([expect.objectContaining({ left: false })]);
  });

  it("answers at once where that is asked for, and carries the run out", async () => {
    expect((await draw("A fox, later", { respondAsync: true })).status).toBe("succeeded");
  });

  it("cancels the run, and the request to the provider with it", async () => {
    const { provider } = open();
    const word = `held ${crypto.randomUUID()}`;
    let id = "";
    const drawing = draw(word, {
      onEvent: ({ event, data }) => {
        if (event === "started") ({ id } = data);
      },
    });
    const ended = expect(drawing).rejects.toMatchObject({ kind: "cancelled" });
    await expect.poll(() => provider.callsOf(word).length, { timeout: 60_000 }).toBe(1);
    await expect.poll(() => id, { timeout: 60_000 }).not.toBe("");
    await client().cancel(id);
    await ended;
    await expect.poll(() => provider.callsOf(word)[0]?.left, { timeout: 60_000 }).toBe(true);
  });

  it("refuses a model that it does not offer and a body that is no request", async () => {
    await expect(draw("A fox", {}, "nobody/none")).rejects.toMatchObject({
      kind: "model_unavailable",
      charged: false,
    });
    const response = await fetch(`${open().url}/generations`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": "k" },
      body: "{",
    });
    expect([response.status, await response.json()]).toMatchObject([400, { kind: "invalid_json" }]);
  });

  it.each(["jpeg", "webp"])(
    decodes ? "makes a PNG of a %s" : "says what is missing to make a PNG of a %s",
    async (format) => {
      await told();
      const drawing = draw(`A ${format}`);
      if (decodes) {
        expect(await read((await drawing).output.imageUrl)).toMatchObject({ format: "png", width: 1024 });
        return;
      }
      const error = (await drawing.catch((thrown: unknown) => thrown)) as ImageNodeError;
      expect(error).toMatchObject({ kind: "internal", charged: null });
      const message = expect.stringContaining(
        `a ${format.toUpperCase()} cannot be made a PNG. Pass \`toPng\``,
      ) as string;
      expect(await told()).toMatchObject([{ stage: "store", cause: { message } }]);
    },
  );

  it(decodes ? "draws by the demo's models" : "says why the demo cannot draw", async () => {
    await told();
    const drawing = draw("A red fox under a full moon", {}, "demo/illustrator");
    if (decodes) {
      expect(await read((await drawing).output.imageUrl)).toMatchObject({ format: "png", width: 1024 });
      return;
    }
    await expect(drawing).rejects.toMatchObject({ kind: "provider_misconfigured", charged: false });
    const message = expect.stringContaining("this runtime has neither") as string;
    expect(await told()).toMatchObject([{ cause: { message } }]);
  });

  it("says what is missing or away when something is queued", async () => {
    const { error } = await probe("/queue");
    // In no worker is there a BullMQ; elsewhere a folder above the app may have one.
    expect(error).toMatch(
      hasFiles ? /`bullmq` is not installed|ECONNREFUSED|queue did not answer/ : /`bullmq` is not installed/,
    );
  });

  it(hasFiles ? "keeps images as files" : "says that there is no file system", async () => {
    const expected = hasFiles
      ? { value: [1, 2, 3] }
      : { error: expect.stringMatching(/fileStorage needs the file system .*s3Storage/) as string };
    expect(await probe("/files")).toEqual(expected);
  });

  it(
    hasScope ? "notes what a provider answers" : "says that it cannot tell one run's requests from another's",
    async () => {
      const expected = hasScope
        ? { value: "plain" }
        : { error: expect.stringContaining("createProviderFetch needs AsyncLocalStorage") as string };
      expect(await probe("/provider-fetch")).toEqual(expected);
    },
  );

  if (connects) {
    it("connects to the address that was checked, and holds the certificate against the name", async () => {
      const { secure } = open();
      const connect = (to: string, at = "127.0.0.1") =>
        probe(`/connect?at=${at}&to=${encodeURIComponent(to)}`);
      expect(await connect(secure)).toEqual({ value: "pictures" });
      const other = secure.replace("pictures", "other");
      expect((await connect(other)).error).toMatch(/^TypeError/);
      // Nobody listens there, and Deno may not even ask.
      const moved = secure.replace("pictures", "moved");
      expect((await connect(moved, "127.0.0.2")).error).toMatch(/^TypeError/);
      expect(await connect(secure)).toEqual({ value: "pictures" });
    });
  }
}
