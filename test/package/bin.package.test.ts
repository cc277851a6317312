import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { startCommand } from "./background.js";
import { runCommand } from "./command.js";

describe("the installed command", () => {
  const app = inject("app");
  const bin = join(app, "node_modules/.bin/image-generation-node");

  it("says what it can do, and fails without a command that it knows", async () => {
    const help = await runCommand(app, bin, ["--help"]);
    expect(help).toEqual({
      code: 0,
      output: expect.stringContaining("mock-provider [--port <n>]") as string,
    });
    expect((await runCommand(app, bin, ["paint"])).code).toBe(2);
  });

  it("serves the demo through npx on a free port, answers with its catalog, and ends when asked", async () => {
    const server = startCommand(app, "npx", [
      "--no-install",
      "image-generation-node",
      "serve",
      "--port",
      "0",
    ]);
    const [, catalog = ""] = await server.printed(/catalog +(http:\/\/127\.0\.0\.1:\d+\/\S+)/);
    const response = await fetch(catalog);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ imageModels: [expect.objectContaining({ kind: "demo" })] });
    // npm ends by the signal itself; the command under it says that it heard, and then nobody answers any more.
    const { output } = await server.stop();
    expect(output).toContain("Stopping; generations under way are finished first.");
    await expect(fetch(catalog)).rejects.toThrow("fetch failed");
  });

  it("holds a back end against the contract, from a folder of the host's own", async () => {
    const folder = join(app, "somewhere", "else");
    mkdirSync(folder, { recursive: true });
    const server = startCommand(app, bin, ["serve", "--port", "0"]);
    const [, url = ""] = await server.printed(/Demo back end: (\S+)/);
    const { code, output } = await runCommand(folder, "npx", [
      "--no-install",
      "image-generation-node",
      "check",
      url,
    ]);
    expect(code, output).toBe(0);
    expect((await server.stop()).code).toBe(0);
  });
});
