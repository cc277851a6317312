import { conformanceCases, whyNot } from "../../testing/index.js";
import type {
  ConformanceContext,
  ConformanceLevel,
  ConformanceOptions,
  ConformanceProvider,
} from "../../testing/index.js";
import { escapeControls } from "../escapeControls.js";
import { readArguments, readHeaders } from "../readArguments.js";
import type { Shell } from "../Shell.js";
import { UsageError } from "../UsageError.js";
import { createLimits } from "./createLimits.js";
import type { LimitOptions, Limits } from "./createLimits.js";
import { formatReport, formatResult } from "./formatReport.js";
import { probe } from "./probe.js";
import { processClock } from "./processClock.js";
import type { Clock } from "./processClock.js";
import { runCase, skipCase } from "./runCase.js";
import type { CheckReport, CheckResult } from "./runCase.js";

const LEVELS: readonly ConformanceLevel[] = ["L0", "L1", "L2"];

/**
 * Runs `check <url>`: checks a back end against the contract. Returns 0 when no case failed, 1 when one did, and 2 when none
 * did but the run stopped before its end.
 */
export async function check(
  args: readonly string[],
  shell: Shell,
  clock: Clock = processClock,
): Promise<number> {
  const { target, options, limits: bounds, json } = await readCheck(args);
  const { baseUrl, headers } = target;
  const print = (text: string) => {
    if (!json) shell.print(text);
  };
  print(`Conformance of ${escapeControls(baseUrl)}\n\n`);
  const limits = createLimits(bounds, clock);
  const first = await probe(limits.fetch, baseUrl, headers);
  const applies: ConformanceOptions = {
    ...options,
    catalog: ("catalog" in first && first.catalog) || undefined,
  };
  const context: ConformanceContext = { ...target, fetch: limits.fetch };
  const results: CheckResult[] = [];
  let stopped = first.stopped ?? null;
  for (const candidate of conformanceCases()) {
    const notAsked = stopped === null ? whyNot(candidate, applies) : "the run had stopped";
    if (notAsked !== null) {
      results.push(skipCase(candidate, notAsked));
      continue;
    }
    limits.hasLost();
    const result = await runCase(candidate, context, limits, clock);
    results.push(result);
    if (result.outcome === "passed" || result.outcome === "failed") print(formatResult(result));
    stopped = await whyStop(result, limits, target);
  }
  limits.stop();
  const { level = "L2", allowSpend = false } = options;
  const report: CheckReport = { url: baseUrl, level, allowSpend, stopped, results };
  if (json) shell.print(`${escapeControls(JSON.stringify(report, null, 2))}\n`);
  print(formatReport(report));
  if (results.some(({ outcome }) => outcome === "failed")) return 1;
  return stopped === null ? 0 : 2;
}

/** Tells why the next case can't be asked; `null` where it can. A back end that has gone would fail all that follow. */
async function whyStop(
  { outcome }: CheckResult,
  { ended, hasLost, fetch: ask }: Limits,
  { baseUrl, headers }: Target,
): Promise<string | null> {
  if (ended.aborted) return (ended.reason as Error).message;
  if (outcome !== "failed" || !hasLost()) return null;
  const { stopped = null } = await probe(ask, baseUrl, headers);
  return ended.aborted ? (ended.reason as Error).message : stopped;
}

type Target = Omit<ConformanceContext, "fetch" | "headers"> & {
  readonly headers: Readonly<Record<string, string>>;
};

interface Check {
  readonly target: Target;
  readonly options: ConformanceOptions;
  readonly limits: LimitOptions;
  readonly json: boolean;
}

async function readCheck(args: readonly string[]): Promise<Check> {
  const { values, positionals } = readArguments({
    args: [...args],
    allowPositionals: true,
    options: {
      header: { type: "string", multiple: true },
      "other-header": { type: "string", multiple: true },
      "no-credits-header": { type: "string", multiple: true },
      level: { type: "string" },
      "allow-spend": { type: "boolean" },
      "expect-authentication": { type: "boolean" },
      provider: { type: "string" },
      "image-model": { type: "string" },
      "prompt-model": { type: "string" },
      timeout: { type: "string" },
      "request-timeout": { type: "string" },
      json: { type: "boolean" },
    },
  });
  const baseUrl = readUrl(positionals);
  const level = readLevel(values.level);
  const headers = readHeaders(values.header);
  const otherScopeHeaders = values["other-header"] && readHeaders(values["other-header"]);
  const noCreditsHeaders = values["no-credits-header"] && readHeaders(values["no-credits-header"]);
  const provider = values.provider === undefined ? undefined : await connectProvider(values.provider);
  const { "image-model": imageModel, "prompt-model": promptModel } = values;
  return {
    target: { baseUrl, headers, otherScopeHeaders, noCreditsHeaders, provider, imageModel, promptModel },
    limits: {
      runMs: readSeconds("--timeout", values.timeout, RUN_SECONDS),
      requestMs: readSeconds("--request-timeout", values["request-timeout"], REQUEST_SECONDS),
    },
    options: {
      level,
      allowSpend: values["allow-spend"] ?? false,
      provider: provider !== undefined,
      otherScope: otherScopeHeaders !== undefined,
      noCredits: noCreditsHeaders !== undefined,
      authentication: values["expect-authentication"] ?? false,
    },
    json: values.json ?? false,
  };
}

/** Longer than a run with every case takes, and than an answer takes that waits for a slow image. */
const RUN_SECONDS = 900;
const REQUEST_SECONDS = 90;

function readSeconds(option: string, text: string | undefined, fallback: number): number {
  const seconds = text === undefined ? fallback : Number(text);
  if (text?.trim() === "" || !(seconds > 0 && seconds <= 86_400)) {
    throw new UsageError(`${option} takes seconds, more than 0 and at most 86400; got "${text}".`);
  }
  return seconds * 1000;
}

function readLevel(text = "L2"): ConformanceLevel {
  const level = LEVELS.find((candidate) => candidate === text.toUpperCase());
  if (!level) throw new UsageError(`--level takes L0, L1 or L2; got "${text}".`);
  return level;
}

function readUrl(positionals: readonly string[]): string {
  const [url, ...rest] = positionals;
  if (url === undefined || rest.length > 0)
    throw new UsageError("check takes one URL: check <url> (see --help).");
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
    throw new UsageError(
      `check takes an http or https URL, such as http://127.0.0.1:4400/api/image-node; got "${url}".`,
    );
  }
  return url;
}

async function connectProvider(url: string): Promise<ConformanceProvider> {
  const origin = url.replace(/(?<!\/)\/+$/, "").replace(/\/v1$/, "");
  const calls = async () => {
    const response = await fetch(`${origin}/calls`, { signal: AbortSignal.timeout(10_000) });
    return ((await response.json()) as { calls: Awaited<ReturnType<ConformanceProvider["calls"]>> }).calls;
  };
  try {
    await calls();
  } catch {
    throw new UsageError(
      `No mock provider answers at ${origin}/calls. Start one with: image-generation-node mock-provider`,
    );
  }
  return { calls };
}
