import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { afterAll, describe, expect, it } from "vitest";
import { check } from "../../src/cli/check/check.js";
import { runCommand } from "../cli/runCommand.js";
import { findFreePort } from "../storybook/startStorybook.js";
import { root } from "./documents.js";

/** Where a machine has no Python, there is nobody to run the example. */
const interpreters = ["python3", "python"]
  .filter((name) => spawnSync(name, ["-c", "import sys; sys.exit(sys.version_info < (3, 9))"]).status === 0)
  .slice(0, 1);

const started: ChildProcess[] = [];
afterAll(() => {
  for (const child of started) child.kill();
});

async function start(interpreter: string): Promise<string> {
  const port = await findFreePort();
  const child = spawn(interpreter, [`${root}docs/examples/back_end.py`, String(port)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  started.push(child);
  await new Promise((resolve, reject) => {
    child.stdout?.once("data", resolve);
    child.once("exit", (code) => reject(new Error(`The example ended with ${code}.`)));
  });
  return `http://127.0.0.1:${port}`;
}

describe.each(interpreters)("the back end of the guide, under %s", (interpreter) => {
  it("passes every case of level L0 that it can be asked", async () => {
    const url = await start(interpreter);
    const { code, output } = runCommand(check, url, "--level", "L0", "--allow-spend");
    expect(await code, output()).toBe(0);
    expect(output()).toMatch(/1\d\d passed, 0 failed/);
    // It offers what is optional too, so that its cases are asked.
    for (const name of [
      "a list of pictures is taken in its order",
      "a variable that holds null is no picture, with a warning",
      "POST /generations refuses more pictures than the model takes",
      "POST /attachments refuses a PNG that is cut off",
    ])
      expect(output()).toContain(`✓ L0 ${name}`);
  }, 60_000);
});

describe("the guide", () => {
  it("is about a server without packages", async () => {
    const { readFileSync } = await import("node:fs");
    const source = readFileSync(`${root}docs/examples/back_end.py`, "utf8");
    const modules = [...source.matchAll(/^(?:import|from) (.+?)(?: import .*)?$/gm)].flatMap(
      ([, names = ""]) => names.split(", "),
    );
    const STANDARD =
      /^(?:base64|hashlib|hmac|json|re|secrets|struct|sys|threading|time|uuid|zlib|datetime|http\.server|urllib\.parse)$/;
    expect(modules.length).toBeGreaterThan(8);
    expect(modules.filter((name) => !STANDARD.test(name))).toEqual([]);
  });
});
