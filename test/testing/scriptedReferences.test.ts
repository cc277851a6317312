import { describe, expect, it } from "vitest";
import { generationSchema, problemSchema, uploadSchema } from "image-generation-node/contract";
import type { Reference } from "image-generation-node/contract";
import { createClient } from "image-generation-node/client";
import {
  conformanceCases,
  createProblem,
  createScriptedBackend,
  fixtures,
  inProcessFetch,
} from "image-generation-node/testing";
import type { Script } from "image-generation-node/testing";

const BASE = "http://localhost/api";

function start(script: Script = {}) {
  const backend = createScriptedBackend({ catalog: fixtures.referencesCatalog, ...script });
  const fetch = inProcessFetch(backend.handler);
  const client = createClient({ baseUrl: BASE, fetch, maxRetries: 0 });
  const generate = async (references: readonly Reference[], variables: Record<string, unknown> = {}) => {
    const config = { ...fixtures.config, imageModel: null, references: [...references] };
    const all = { ...fixtures.variables, ...variables };
    const headers = { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() };
    const body = JSON.stringify({ config, variables: all });
    return (await fetch(`${BASE}/generations`, { method: "POST", headers, body })).json();
  };
  return { ...backend, fetch, client, generate };
}

const png = new Blob([fixtures.png], { type: "image/png" });

describe("a scripted back end whose catalog offers references", () => {
  it("keeps an upload, shows it by its link, and answers it as used", async () => {
    const { client, fetch, generate, requests } = start();
    const kept = uploadSchema.parse(await client.upload(png));
    expect(kept).toMatchObject({ mimeType: "image/png", width: 64, height: 64 });
    const shown = await fetch(kept.imageUrl);
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(fixtures.png);
    const { attachmentId } = kept;
    const generation = generationSchema.parse(await generate([{ attachmentId }]));
    const used = { attachmentId, mimeType: "image/png", width: 64, height: 64 };
    expect(generation.references).toEqual([used]);
    // An image of its own is a picture as well.
    const { output } = generation;
    const next = generationSchema.parse(
      await generate([{ value: "{{image.output}}" }], { image: { output } }),
    );
    expect(next.references).toMatchObject([{ attachmentId: output.attachmentId, width: 1024 }]);
    expect(requests.find(({ operation }) => operation === "attachments")).toMatchObject({
      text: "",
      body: undefined,
    });
  });

  it("refuses uploads as the script says, and has none where the catalog offers none", async () => {
    const { client, change } = start({ uploads: createProblem("rate_limited") });
    await expect(client.upload(png)).rejects.toMatchObject({
      kind: "rate_limited",
    });
    change({ uploads: undefined });
    await expect(client.upload(new Blob(["<svg/>"], { type: "image/png" }))).rejects.toMatchObject({
      kind: "unsupported_media_type",
    });
    change({ catalog: fixtures.catalog });
    await expect(client.upload(png)).rejects.toMatchObject({ kind: "unsupported" });
  });

  it("says at each place what does not fit, also where a value leads to more", async () => {
    const { client, generate } = start();
    const { attachmentId } = await client.upload(png);
    const list = { list: { output: [attachmentId, attachmentId] } };
    const many = problemSchema.parse(await generate([{ attachmentId }, { value: "{{list.output}}" }], list));
    expect(many.errors).toMatchObject([{ pointer: "#/config/references/1", code: "too_many_references" }]);
  });

  it("meets every case of references and uploads but for those of a decoder, which it has none of", async () => {
    const { fetch } = start();
    const DECODED = /where it was taken|cut off|more pixels than it has bytes/;
    const cases = conformanceCases({ catalog: fixtures.referencesCatalog }).filter(
      ({ name, needs }) => (needs.includes("references") || needs.includes("uploads")) && !DECODED.test(name),
    );
    expect(cases.length).toBeGreaterThan(25);
    const failed: string[] = [];
    for (const { name, run } of cases) {
      await run({ fetch, baseUrl: BASE }).catch((error: unknown) => failed.push(`${name}: ${String(error)}`));
    }
    expect(failed).toEqual([]);
  });
});
