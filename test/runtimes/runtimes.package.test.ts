import { writeFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { CERTIFICATE, KEY } from "../server/certificate.js";
import { bundleWorker } from "./bundleWorker.js";
import { describeRuntime } from "./describeRuntime.js";
import type { Abilities } from "./describeRuntime.js";
import { describeRuntimes } from "./findRuntimes.js";
import type { RuntimeName } from "./findRuntimes.js";
import { copyProgram, startProgram } from "./startProgram.js";
import type { Program } from "./startProgram.js";
import { startProvider } from "./startProvider.js";
import type { Provider } from "./startProvider.js";

const app = inject("app");
const found = inject("runtimes");

let provider: Provider;
const certificate = join(app, "certificate.pem");
const secureServer = createServer({ cert: CERTIFICATE, key: KEY }, (_request, response) =>
  response.end("pictures"),
);

beforeAll(async () => {
  provider = await startProvider();
  writeFileSync(certificate, CERTIFICATE);
  await new Promise<void>((resolve) => secureServer.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  await provider.close();
  secureServer.closeAllConnections();
  await new Promise((resolve) => secureServer.close(resolve));
});

/** Starts a runtime once for its cases, where it is there. */
function describeWhereFound(
  name: RuntimeName,
  handlers: readonly { readonly title: string; readonly abilities: Abilities }[],
): void {
  const path = found[name]?.path;
  if (path === undefined) return;
  describe(name, () => {
    let program: Program | undefined;
    beforeAll(async () => {
      program = await startProgram(name, { app, path, provider: provider.origin, certificate });
    });
    afterAll(() => program?.stop());
    handlers.forEach(({ title, abilities }, index) => {
      describe(title, () => {
        const open = () => {
          const { port } = secureServer.address() as AddressInfo;
          const secure = `https://pictures.example.com:${port}/a.png`;
          return { url: program?.urls[index] ?? "", provider, secure };
        };
        describeRuntime(open, abilities);
      });
    });
  });
}

const LIKE_NODE = { decodes: true, hasFiles: true, hasScope: true, connects: true };
const ON_THE_EDGE = { decodes: false, hasFiles: false, connects: false };
describeWhereFound("bun", [{ title: "Bun.serve", abilities: LIKE_NODE }]);
describeWhereFound("deno", [{ title: "Deno.serve", abilities: LIKE_NODE }]);
describeWhereFound("workerd", [
  { title: "a worker without Node's modules", abilities: { ...ON_THE_EDGE, hasScope: false } },
  { title: "a worker with nodejs_compat", abilities: { ...ON_THE_EDGE, hasScope: true } },
]);

describe("a bundle for workers", () => {
  it("asks for no module of Node", async () => {
    copyProgram(app);
    const { imports } = await bundleWorker(app, "program/workerd.ts");
    expect(imports).toEqual(["cloudflare:workers"]);
  });
});

describe("describeRuntimes", () => {
  const there = { path: "/somewhere", version: "1.2.3" };

  it("says which run the tests and which are missing", () => {
    expect(describeRuntimes({ bun: there, deno: there, workerd: there })).toBe(
      "The server's tests run in bun 1.2.3, deno 1.2.3, workerd 1.2.3 too.",
    );
    expect(describeRuntimes({ deno: there })).toBe(
      "The server's tests do not run in bun, workerd: not here. They run in deno 1.2.3.",
    );
    expect(describeRuntimes({})).toBe(
      "The server's tests do not run in bun, deno, workerd: not here. They run in Node only.",
    );
  });
});
