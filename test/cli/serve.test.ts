import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createImageNodeConfig, generationSchema, uploadSchema } from "image-generation-node/contract";
import type { Reference } from "image-generation-node/contract";
import { createPng } from "image-generation-node/testing";
import { check } from "../../src/cli/check/check.js";
import { serve } from "../../src/cli/serve/serve.js";
import { runCommand } from "./runCommand.js";

const directory = await mkdtemp(join(tmpdir(), "image-node-serve-"));
afterAll(() => rm(directory, { recursive: true }));

const ask = (
  url: string,
  template: string,
  headers: Record<string, string> = {},
  references?: readonly Reference[],
) =>
  fetch(`${url}/generations`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID(), ...headers },
    body: JSON.stringify({
      config: createImageNodeConfig({
        prompt: { template },
        ...(references && { references: [...references] }),
      }),
      variables: {},
    }),
  });

const SLOW_CONFIG = `
import { createPng } from ${JSON.stringify(join(import.meta.dirname, "../../src/testing/index.ts"))};
export default ({ publicUrl }) => ({
  imageModels: {
    slow: {
      model: { generate: async ({ width, height }) => {
        await new Promise((goOn) => process.emit("test:drawing", goOn));
        return createPng({ width, height });
      } },
    },
  },
  dangerouslyAllowAnonymous: true,
  publicUrl,
});
`;

describe("the command serve", () => {
  it("starts the demo, says what it offers, draws and stores in a directory", async () => {
    const pictures = join(directory, "pictures");
    const run = runCommand(serve, "--port", "0", "--dir", pictures);
    const [, url = ""] = await run.printed(/Demo back end: (\S+)/);
    await run.printed(/conformance/);
    expect(run.output()).toContain("demo, no AI");
    expect(run.output()).toContain("settings       demo/illustrator: detail, palette, frame, seed,");
    expect(run.output()).toContain(`npx image-generation-node check ${url} --allow-spend`);
    const response = await ask(url, "A red fox in the snow");
    const { output } = generationSchema.parse(await response.json());
    expect((await fetch(output.imageUrl)).headers.get("Content-Type")).toBe("image/png");
    expect(await readdir(pictures)).toContain(`${output.attachmentId}.png`);
    run.stop();
    expect(await run.code).toBe(0);
  });

  it("takes pictures in with --references, and says which model does", async () => {
    const run = runCommand(serve, "--port", "0", "--references");
    const [, url = ""] = await run.printed(/Demo back end: (\S+)/);
    await run.printed(/conformance/);
    expect(run.output()).toContain("  references     demo/illustrator: up to 1\n");
    const headers = { "Content-Type": "image/png", "Idempotency-Key": crypto.randomUUID() };
    const sent = { method: "POST", headers, body: createPng({ width: 64, height: 48 }) };
    const { attachmentId } = uploadSchema.parse(await (await fetch(`${url}/attachments`, sent)).json());
    const response = await ask(url, "A red fox in the snow", {}, [{ attachmentId }]);
    expect(generationSchema.parse(await response.json()).references).toMatchObject([{ attachmentId }]);
    run.stop();
    expect(await run.code).toBe(0);
  });

  it.each([
    ["--references", "", 201],
    ["--references", "references: { maxUploadBytes: 1 },", 413],
    ["no option", "", 404],
  ])("answers an upload to a configuration with %s and %j by %d", async (option, own, status) => {
    const file = join(directory, `pictures-${status}.config.ts`);
    const models = SLOW_CONFIG.replace("slow: {", "slow: { references: { max: 1 },");
    await writeFile(file, models.replace("dangerouslyAllow", `${own} dangerouslyAllow`));
    const flags = option === "--references" ? [option] : [];
    const run = runCommand(serve, "--port", "0", "--config", file, ...flags);
    const [, url = ""] = await run.printed(/Back end: (\S+)/);
    const headers = { "Content-Type": "image/png", "Idempotency-Key": crypto.randomUUID() };
    const response = await fetch(`${url}/attachments`, { method: "POST", headers, body: createPng() });
    expect(response.status).toBe(status);
    run.stop();
    expect(await run.code).toBe(0);
  });

  it("finishes a picture of the demo whose caller did not wait, before it ends", async () => {
    const pictures = join(directory, "detached");
    const run = runCommand(serve, "--port", "0", "--dir", pictures);
    const [, url = ""] = await run.printed(/Demo back end: (\S+)/);
    await run.printed(/conformance/);
    const headers = { Prefer: "respond-async" };
    const accepted = await Promise.all(["A red fox", "A blue owl"].map((text) => ask(url, text, headers)));
    expect(accepted.map(({ status }) => status)).toEqual([202, 202]);
    run.stop();
    expect(await run.code).toBe(0);
    const stored = await readdir(pictures).catch(() => []);
    expect(stored.filter((name) => name.endsWith(".png"))).toHaveLength(2);
  });

  it("starts a demo that keeps the contract", async () => {
    const run = runCommand(serve, "--port", "0");
    const [, url = ""] = await run.printed(/Demo back end: (\S+)/);
    const checked = runCommand(check, url, "--allow-spend");
    expect([await checked.code, checked.output().match(/^✗.*(\n {7}.*)*/gm)]).toEqual([0, null]);
    run.stop();
    await run.code;
  }, 120_000);

  it.each([["the demo"], ["a configuration"]])(
    "lets a page that another server of this machine shows call %s, and no other page",
    async (kind) => {
      const file = join(directory, "origins.config.ts");
      await writeFile(file, SLOW_CONFIG);
      const run = runCommand(serve, "--port", "0", ...(kind === "the demo" ? [] : ["--config", file]));
      const [, url = ""] = await run.printed(/ack end: (\S+)/);
      await run.printed(/conformance/);
      const local = await fetch(`${url}/catalog`, { headers: { Origin: "http://localhost:5173" } });
      expect([local.status, local.headers.get("Access-Control-Allow-Origin")]).toEqual([
        200,
        "http://localhost:5173",
      ]);
      const foreign = await ask(url, "A lamp", { Origin: "https://evil.test" });
      expect([foreign.status, foreign.headers.get("Access-Control-Allow-Origin")]).toEqual([403, null]);
      run.stop();
      expect(await run.code).toBe(0);
    },
  );

  it("serves the models of a configuration, and finishes what is under way before it ends", async () => {
    const file = join(directory, "image-node.config.ts");
    await writeFile(file, SLOW_CONFIG);
    const run = runCommand(serve, "--port", "0", "--config", file);
    const [, url = ""] = await run.printed(/Back end: (\S+)/);
    await run.printed(/conformance/);
    expect(run.output()).toContain("image models   slow");
    const drawing = once(process, "test:drawing");
    const answer = ask(url, "A red fox");
    const [goOn] = (await drawing) as [() => void];
    run.stop();
    await run.printed(/Stopping/);
    goOn();
    expect((await answer).status).toBe(200);
    expect(await run.code).toBe(0);
    await expect(fetch(`${url}/catalog`)).rejects.toThrow();
  });

  it.each([
    [["--port", "seventy"], "--port takes a number"],
    [["--port", "0", "--config", "/nowhere/config.js"], "can't be loaded"],
    [["--prot", "1"], "--prot"],
  ])("says what is wrong with %j", async (args, sentence) => {
    await expect(runCommand(serve, ...args).code).rejects.toThrow(sentence);
  });
});
