import { describe, expect, it } from "vitest";
import sharp from "sharp";
import {
  STYLES,
  catalogSchema,
  createImageNodeConfig,
  generationSchema,
} from "image-generation-node/contract";
import { createDemoBackend } from "image-generation-node/demo";

const base = "http://127.0.0.1:6006/api/image-node";

const generate = (handler: (request: Request) => Promise<Response>, body: unknown) =>
  handler(
    new Request(`${base}/generations`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() },
      body: JSON.stringify(body),
    }),
  );

describe("createDemoBackend", () => {
  it("says in its catalog that both models are no AI and cost nothing", async () => {
    const response = await createDemoBackend().handler(new Request(`${base}/catalog`));
    const catalog = catalogSchema.parse(await response.json());
    expect(catalog.imageModels).toMatchObject([
      {
        id: "demo/illustrator",
        kind: "demo",
        label: "Demo illustrator (no AI)",
        partialImages: true,
        price: { min: 0, max: 0 },
      },
    ]);
    expect(catalog.promptModels).toMatchObject([
      { id: "demo/writer", kind: "demo", label: "Demo writer (no AI)" },
    ]);
  });

  it("offers a small swatch for each style", async () => {
    const response = await createDemoBackend().handler(new Request(`${base}/catalog`));
    const { styles } = catalogSchema.parse(await response.json());
    expect(styles.map((style) => style.id)).toEqual([...STYLES]);
    const links = styles.map((style) => style.swatchUrl ?? "");
    expect(new Set(links).size).toBe(STYLES.length);
    for (const link of links) {
      const bytes = Buffer.from(link.replace("data:image/webp;base64,", ""), "base64");
      expect(bytes.length).toBeLessThanOrEqual(3000);
      expect(await sharp(bytes).metadata()).toMatchObject({ width: 96, height: 96, format: "webp" });
    }
  });

  it("takes pictures in only where it is told to, and draws after one", async () => {
    const catalogOf = async (handler: (request: Request) => Promise<Response>) =>
      catalogSchema.parse(await (await handler(new Request(`${base}/catalog`))).json());
    const [plain] = (await catalogOf(createDemoBackend().handler)).imageModels;
    expect(plain).not.toHaveProperty("references");

    const { handler } = createDemoBackend({ references: true });
    const [model] = (await catalogOf(handler)).imageModels;
    expect(model).toMatchObject({ references: { max: 1, mimeTypes: ["image/png", "image/jpeg"] } });
    const flat = sharp({ create: { width: 300, height: 200, channels: 3, background: "#1f7a3d" } });
    const upload = await handler(
      new Request(`${base}/attachments`, {
        method: "POST",
        headers: { "Content-Type": "image/png", "Idempotency-Key": crypto.randomUUID() },
        body: new Uint8Array(await flat.png().toBuffer()),
      }),
    );
    const { attachmentId } = (await upload.json()) as { attachmentId: string };
    const config = createImageNodeConfig({
      prompt: { template: "A red fox" },
      references: [{ attachmentId }],
    });
    const generation = generationSchema.parse(
      await (await generate(handler, { config, variables: {} })).json(),
    );
    expect(generation.references).toMatchObject([{ attachmentId }]);
    const image = await handler(new Request(generation.output.imageUrl));
    const { dominant } = await sharp(new Uint8Array(await image.arrayBuffer())).stats();
    expect(dominant.g).toBeGreaterThan(dominant.r + 60);
  });

  it("draws another picture when the same is asked for again, as Regenerate does", async () => {
    const { handler } = createDemoBackend();
    const body = { config: createImageNodeConfig({ prompt: { template: "A red fox" } }), variables: {} };
    const sums: (string | undefined)[] = [];
    for (let time = 0; time < 2; time += 1)
      sums.push(generationSchema.parse(await (await generate(handler, body)).json()).image.sha256);
    expect(new Set(sums).size).toBe(2);
  });

  it("draws a prompt that it wrote itself and serves the picture", async () => {
    const { handler } = createDemoBackend();
    const response = await generate(handler, {
      config: createImageNodeConfig({
        prompt: { mode: "auto" },
        aspectRatio: "landscape",
        style: "minimalist",
      }),
      variables: { agent: { output: { structured: { subject: "a red fox", mood: "calm" } } } },
    });
    expect(response.status).toBe(200);
    const generation = generationSchema.parse(await response.json());
    expect(generation.output.prompt).toBe("A red fox, with calm lighting.");
    const picture = await handler(new Request(generation.output.imageUrl));
    expect(await sharp(Buffer.from(await picture.arrayBuffer())).metadata()).toMatchObject({
      width: 1536,
      height: 864,
      format: "png",
    });
  });

  it("refuses to write a prompt from nothing", async () => {
    const response = await generate(createDemoBackend().handler, {
      config: createImageNodeConfig({ prompt: { mode: "auto" } }),
      variables: { trigger: { output: { id: "1" } } },
    });
    expect(response.status).toBe(502);
    expect(await response.json()).toMatchObject({ kind: "prompt_failed" });
  });

  it("tells of a run that goes on without its caller", async () => {
    const runs: Promise<unknown>[] = [];
    const { handler } = createDemoBackend({ waitUntil: (run) => void runs.push(run) });
    const request = new Request(`${base}/generations`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": "k1", Prefer: "respond-async" },
      body: JSON.stringify({
        config: createImageNodeConfig({ prompt: { template: "a fox" } }),
        variables: {},
      }),
    });
    const { id } = (await (await handler(request)).json()) as { id: string };
    expect(runs).toHaveLength(1);
    await Promise.all(runs);
    const status = await handler(new Request(`${base}/generations/${id}`));
    expect(await status.json()).toMatchObject({ status: "succeeded" });
  });

  it("signs its links with the given secret and address", async () => {
    const options = {
      publicUrl: "http://127.0.0.1:9999/pictures",
      signingSecret: "a secret of more than sixteen letters",
    };
    const response = await generate(createDemoBackend(options).handler, {
      config: createImageNodeConfig({ prompt: { template: "a fox" } }),
      variables: {},
    });
    const { output } = generationSchema.parse(await response.json());
    expect(output.imageUrl.startsWith("http://127.0.0.1:9999/pictures/attachments/")).toBe(true);
    const other = createDemoBackend({
      ...options,
      signingSecret: "another secret of that length, long enough to be taken",
    });
    expect((await other.handler(new Request(output.imageUrl))).status).toBe(403);
  });
});
