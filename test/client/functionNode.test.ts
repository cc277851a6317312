import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import util from "node:util";
import vm from "node:vm";
import { getRequestListener } from "@hono/node-server";
import * as imageNode from "image-generation-node/client";
import { ImageNodeError, createImageNodeConfig } from "image-generation-node/contract";
import { createDemoBackend } from "image-generation-node/demo";
import { expect, it, onTestFinished } from "vitest";

interface Message {
  _msgid: string;
  payload: unknown;
  [name: string]: unknown;
}

async function startBackend(): Promise<string> {
  let handler: (request: Request) => Promise<Response> = () => Promise.reject(new Error("not ready"));
  const server = createServer(
    getRequestListener((request) => handler(request), { overrideGlobalObjects: false }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/image-node`;
  handler = createDemoBackend({ publicUrl: baseUrl }).handler;
  return baseUrl;
}

/**
 * Runs the code of a function node as Node-RED does: in a context of its own, which has the language's objects, its own
 * timers and these names, and neither `fetch` nor `URL`, `AbortController` or `import()`. A module is loaded outside and
 * handed over, as a variable or by `global.get`.
 */
async function runFunctionNode(code: string, msg: Message, settings: Readonly<Record<string, string>>) {
  const store = new Map<string, unknown>([["imageNode", imageNode]]);
  const access = {
    get: (key: string) => store.get(key),
    set: (key: string, value: unknown) => store.set(key, value),
  };
  const sent: Message[] = [];
  const sandbox = {
    console,
    util,
    Buffer,
    Date,
    setTimeout: (...given: Parameters<typeof setTimeout>) => setTimeout(...given),
    clearTimeout: (id: NodeJS.Timeout) => clearTimeout(id),
    setInterval: (...given: Parameters<typeof setInterval>) => setInterval(...given),
    clearInterval: (id: NodeJS.Timeout) => clearInterval(id),
    promisify: util.promisify,
    context: access,
    flow: access,
    global: access,
    env: { get: (name: string) => settings[name] },
    imageNode,
    node: { send: (message: Message) => sent.push(message) },
    msg,
    results: undefined as unknown,
  };
  const context = vm.createContext(sandbox);
  new vm.Script(`results = (async function (msg) {\n${code}\n})(msg);`).runInContext(context);
  const result = (await sandbox.results) as Message | undefined;
  return [...sent, ...(result ? [result] : [])];
}

/** Saved in a flow, as JSON. */
const config = createImageNodeConfig({
  prompt: { template: "A {{trigger.output.style}} fox" },
  aspectRatio: "landscape",
});

const GENERATE = `
  const client = createClient({ baseUrl: env.get("BASE_URL"), headers: async () => ({ "X-Team": "shop" }) });
  const { defaults } = await client.catalog();
  const stages = [];
  const generation = await client.generate(
    {
      config: msg.config,
      variables: { trigger: { output: msg.payload } },
    },
    { onEvent: ({ event }) => stages.push(event), timeoutMs: 30_000 },
  );
  const bytes = Buffer.from(await (await toBlob(generation)).arrayBuffer());
  msg.payload = generation.output;
  msg.picture = bytes;
  msg.stages = stages;
  msg.model = defaults.imageModel;
`;

it.each([
  ["handed over as a variable", "imageNode"],
  ["taken from the global context", 'global.get("imageNode")'],
])("generates an image in a function node of Node-RED, %s", async (_name, source) => {
  const code = `
    const { createClient, toBlob } = ${source};
    const missing = [typeof fetch, typeof AbortController, typeof URL, typeof TextDecoder];
    ${GENERATE}
    msg.missing = missing.join();
    return msg;
  `;
  const msg = { _msgid: "m1", payload: { style: "noir" }, config };
  const [out] = await runFunctionNode(code, msg, { BASE_URL: await startBackend() });
  expect(out).toMatchObject({
    _msgid: "m1",
    payload: { prompt: "A noir fox", aspectRatio: "landscape" },
    missing: "undefined,undefined,undefined,undefined",
  });
  expect((out?.picture as Buffer).subarray(1, 4).toString()).toBe("PNG");
  expect([...(out?.stages as string[])]).toContain("result");
});

it("tells a function node of Node-RED what went wrong, though its errors are of another realm", async () => {
  const code = `
    const { createClient } = imageNode;
    const client = createClient({ baseUrl: env.get("BASE_URL") });
    try {
      await client.generate({ config: msg.config, variables: {} });
    } catch (error) {
      msg.payload = [error instanceof Error, error.kind, error.charged];
      msg.error = error;
    }
    const message = { ...msg };
    node.send(message);
  `;
  const [out] = await runFunctionNode(
    code,
    { _msgid: "m2", payload: null, config },
    { BASE_URL: await startBackend() },
  );
  expect(out?.payload).toEqual([false, "missing_variable", false]);
  expect(ImageNodeError.isInstance(out?.error)).toBe(true);
});
