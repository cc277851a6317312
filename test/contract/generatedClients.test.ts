import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { compileProgram, generateClients } from "./generateClients.js";
import { startBackend } from "../testing/startBackend.js";

const clients = await generateClients();
const backend = await startBackend();
afterAll(async () => {
  clients.remove();
  await backend.close();
});

const read = (name: string) =>
  readFileSync(new URL(`../fixtures/generated-clients/${name}.ts.txt`, import.meta.url), "utf8");

interface Program {
  callEverything(baseUrl: string, authorization: string): Promise<unknown>;
}

describe.each([
  ["@hey-api/openapi-ts", "sdkProgram"],
  ["openapi-typescript", "typesProgram"],
])("what %s generates from the document", (_generator, name) => {
  it("compiles with a program that calls every operation, and works with our handler", async () => {
    const { faults, module } = compileProgram(clients.folder, name, read(name));
    expect(faults).toEqual([]);
    const program = (await import(/* @vite-ignore */ module)) as Program;
    const { baseUrl } = backend;
    expect(await program.callEverything(baseUrl, "Bearer first")).toMatchObject({
      models: ["openai/gpt-image-2", "openai/gpt-image-1"],
      unchanged: 304,
      sent: "A grey circle",
      output: { prompt: "A grey circle", aspectRatio: "square", _metadata: { mimeType: "image/png" } },
      replayed: "true",
      states: ["succeeded", "succeeded"],
      heads: [200, 200, 200],
      bytes: expect.any(Number),
      openapi: "3.1.0",
      refused: "model_unavailable",
    });
  });

  it("refuses a program that breaks the contract", () => {
    const broken = read(name)
      .replace('aspectRatio: "square"', 'aspectRatio: "round"')
      .replace("output.imageUrl", "output.picture.url")
      .replace("sent: preview", "sent: preview?.stages.sent.length, extra: preview");
    const { faults } = compileProgram(clients.folder, `${name}Broken`, broken);
    expect(faults.join("\n")).toContain('"round"');
    expect(faults.length).toBeGreaterThan(1);
  });
});

it("gives each operation of the document a function", () => {
  const sdk = readFileSync(`${clients.folder}/client/sdk.gen.ts`, "utf8");
  const functions = [...sdk.matchAll(/^export const (\w+) =/gm)].map(([, name]) => name);
  const program = read("sdkProgram");
  expect(functions.length).toBe(13);
  for (const name of functions) expect(program).toContain(`api.${name}(`);
});
