import { createServer } from "node:http";
import { afterAll, describe, expect, it } from "vitest";
import { check } from "../../src/cli/check/check.js";
import { conformanceCases } from "image-generation-node/testing";
import { startBackend } from "../testing/startBackend.js";
import { runCommand } from "./runCommand.js";

const backend = await startBackend();
const { baseUrl, providerOrigin } = backend;
const first = ["--header", "Authorization: Bearer first"];
afterAll(() => backend.close());

const run = async (...args: readonly string[]) => {
  const { code, output } = runCommand(check, ...args);
  return { code: await code, output: output() };
};

interface Report {
  results: {
    name: string;
    level: string;
    clause: string;
    outcome: string;
    reason?: string;
    billable: boolean;
  }[];
}

describe("the command check", () => {
  it("generates no image unless it may", async () => {
    const { code, output } = await run(baseUrl, ...first, "--provider", providerOrigin, "--json");
    const { results } = JSON.parse(output) as Report;
    expect(code).toBe(0);
    expect(results.filter(({ outcome, billable }) => billable && outcome !== "not_asked")).toEqual([]);
    expect(results.filter(({ outcome }) => outcome === "passed").length).toBeGreaterThan(60);
    expect(await backend.context.provider?.calls()).toEqual([]);
  });

  it("prints which clause each case proves, and what was not asked and why", async () => {
    const { output } = await run(baseUrl, ...first);
    expect(output).toContain("✓ L0 GET /catalog has an ETag\n       proves: Operations, GET /catalog: ETag");
    expect(output).toContain("it is billable: it could generate an image:");
    expect(output).toContain("no provider under test control is given:");
    expect(output).toMatch(/\n1?\d\d passed, 0 failed, \d+ unproven, \d+ not asked\.\n/);
  });

  it("runs billable cases when it may, up to a level", async () => {
    const { code, output } = await run(baseUrl, ...first, "--allow-spend", "--level", "L0", "--json");
    const { results } = JSON.parse(output) as Report;
    expect(code).toBe(0);
    expect(results.some(({ billable, outcome }) => billable && outcome === "passed")).toBe(true);
    expect(results.filter(({ level, outcome }) => level !== "L0" && outcome !== "not_asked")).toEqual([]);
  });

  it("proves everything with a provider, a second workspace and one without credits", async () => {
    const quick = await startBackend({ handler: { limits: { timeoutMs: 12_000 } } });
    const other = ["--other-header", "Authorization: Bearer second"];
    const empty = ["--no-credits-header", "Authorization: Bearer empty"];
    const more = [...other, ...empty, "--expect-authentication", "--json"];
    const given = [...first, "--provider", `${quick.providerOrigin}/v1`, "--allow-spend"];
    const { code, output } = await run(quick.baseUrl, ...given, ...more);
    await quick.close();
    const { results } = JSON.parse(output) as Report;
    expect(results.filter(({ outcome }) => outcome === "failed")).toEqual([]);
    const named = (wanted: string) =>
      results.filter(({ outcome }) => outcome === wanted).map(({ name }) => name);
    // It offers no references, so none of their cases is asked.
    const lacks = ["references", "uploads"];
    const offered = new Set(
      conformanceCases()
        .filter(({ needs }) => !needs.some((need) => lacks.includes(need)))
        .map(({ name }) => name),
    );
    expect(named("not_asked").filter((name) => offered.has(name))).toEqual([
      // Where the back end resolves templates, clients need not.
      ...["a text", "instructions"].flatMap((what) =>
        ["generations", "prompts"].map(
          (operation) =>
            `POST /${operation} refuses ${what} that its client has not resolved as invalid_template`,
        ),
      ),
    ]);
    expect(named("unproven")).toEqual([
      "a link that has ended is link_expired",
      "a quiet stream is kept alive by comments",
    ]);
    expect(code).toBe(0);
  }, 120_000);

  it("says that nothing answers where nobody listens", async () => {
    const { code, output } = await run("http://127.0.0.1:9");
    expect(code).toBe(2);
    expect(output).toContain("Nothing answers at http://127.0.0.1:9");
  });

  it("fails with what was expected and what came", async () => {
    const strange = createServer((_request, response) => response.end('{"imageModels":"many"}'));
    await new Promise<void>((resolve) => strange.listen(0, "127.0.0.1", resolve));
    const address = strange.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const { code, output } = await run(`http://127.0.0.1:${port}`);
    strange.close();
    expect(code).toBe(1);
    expect(output).toContain("✗ L0 GET /catalog answers 200 with a catalog that fits its schema");
    expect(output).toContain("Expected the catalog to fit its schema");
  });

  it.each([
    [[], "takes one URL"],
    [["ftp://127.0.0.1"], "http or https"],
    [[baseUrl, "--level", "L9"], "L0, L1 or L2"],
    [[baseUrl, "--header", "nonsense"], '"Name: value"'],
    [[baseUrl, "--provider", "http://127.0.0.1:9"], "No mock provider answers"],
    [[baseUrl, "--unknown"], "--unknown"],
    [[baseUrl, "--timeout", "soon"], '--timeout takes seconds, more than 0 and at most 86400; got "soon"'],
    [[baseUrl, "--request-timeout", "0"], "--request-timeout takes seconds"],
    [[baseUrl, "--timeout", ""], "--timeout takes seconds"],
  ])("says what is wrong with %j", async (args, sentence) => {
    await expect(run(...args)).rejects.toThrow(sentence);
  });
});
