import { describe, expect, it } from "vitest";
import { conformanceCases } from "image-generation-node/testing";
import { brokenBackends } from "./brokenBackends.js";
import { startBackend } from "./startBackend.js";

const NEEDS = new Set<string>(["settings", "client_templates", "credits", "no_credits"]);

describe.concurrent("the conformance kit on a broken back end", () => {
  it.each(brokenBackends)("finds the one that $fault", async ({ caughtBy, options }) => {
    const found = conformanceCases().find(({ name }) => name === caughtBy);
    expect(found, caughtBy).toBeDefined();
    const backend = await startBackend(options);
    try {
      const error: unknown = await found?.run(backend.context).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(Error);
      const { message } = error as Error;
      expect(message).toMatch(/^Expected .*; got /s);
      expect(message).toContain(`Clause: ${found?.clause}`);
    } finally {
      await backend.close();
    }
  });

  it("has a broken one for each case of settings, of credits, and of texts that nobody resolved", () => {
    const names = new Set(brokenBackends.map(({ caughtBy }) => caughtBy));
    const uncaught = conformanceCases().filter(
      ({ name, needs }) =>
        (needs.some((need) => NEEDS.has(need)) || /\bprices\b/.test(name)) && !names.has(name),
    );
    expect(uncaught.map(({ name }) => name)).toEqual([]);
  });

  it.each(["server", "client"] as const)(
    "does not suspect a good one, with templates: %s",
    async (templates) => {
      const backend = await startBackend({ handler: { templates } });
      const names = new Set(brokenBackends.map(({ caughtBy }) => caughtBy));
      const other = templates === "server" ? "client_templates" : "server_templates";
      try {
        for (const { name, needs, run } of conformanceCases()) {
          if (!names.has(name) || needs.includes(other) || /heartbeat|too long|comments/.test(name)) continue;
          await run(backend.context);
        }
      } finally {
        await backend.close();
      }
    },
  );
});
