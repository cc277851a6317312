import { catalogSchema, routeUrl } from "../../contract/index.js";
import type { Catalog } from "../../contract/index.js";
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
import { formatReport, formatResult } from "./formatReport.js";
import { runCase } from "./runCase.js";
import type { CheckReport, CheckResult } from "./runCase.js";

const LEVELS: readonly ConformanceLevel[] = ["L0", "L1", "L2"];

/** Runs `check <url>`: checks a back end against the contract. Returns 0 when no case failed, else 1. */
export async function check(args: readonly string[], shell: Shell): Promise<number> {
  const { context, options, json } = await readCheck(args);
  const print = (text: string) => {
    if (!json) shell.print(text);
  };
  print(`Conformance of ${escapeControls(context.baseUrl)}\n\n`);
  const results: CheckResult[] = [];
  for (const candidate of conformanceCases()) {
    const result = await runCase(candidate, context, whyNot(candidate, options));
    results.push(result);
    if (result.outcome !== "unproven") print(formatResult(result));
  }
  const { level = "L2", allowSpend = false } = options;
  const report: CheckReport = { url: context.baseUrl, level, allowSpend, results };
  if (json) shell.print(`${escapeControls(JSON.stringify(report, null, 2))}\n`);
  print(formatReport(report));
  return results.some(({ outcome }) => outcome === "failed") ? 1 : 0;
}

interface Check {
  readonly context: ConformanceContext;
  readonly options: ConformanceOptions;
  readonly json: boolean;
}

async function readCheck(args: readonly string[]): Promise<Check> {
  const { values, positionals } = readArguments({
    args: [...args],
    allowPositionals: true,
    options: {
      header: { type: "string", multiple: true },
      "other-header": { type: "string", multiple: true },
      level: { type: "string" },
      "allow-spend": { type: "boolean" },
      "expect-authentication": { type: "boolean" },
      provider: { type: "string" },
      "image-model": { type: "string" },
      "prompt-model": { type: "string" },
      json: { type: "boolean" },
    },
  });
  const baseUrl = readUrl(positionals);
  const level = readLevel(values.level);
  const headers = readHeaders(values.header);
  const otherScopeHeaders = values["other-header"] && readHeaders(values["other-header"]);
  const provider = values.provider === undefined ? undefined : await connectProvider(values.provider);
  const catalog = await readCatalog(baseUrl, headers);
  const { "image-model": imageModel, "prompt-model": promptModel } = values;
  return {
    context: { fetch, baseUrl, headers, otherScopeHeaders, provider, imageModel, promptModel },
    options: {
      catalog: catalog ?? undefined,
      level,
      allowSpend: values["allow-spend"] ?? false,
      provider: provider !== undefined,
      otherScope: otherScopeHeaders !== undefined,
      authentication: values["expect-authentication"] ?? false,
    },
    json: values.json ?? false,
  };
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

/** Reads the catalog; `null` when the response holds none, and the cases then say what is wrong. */
async function readCatalog(baseUrl: string, headers: Record<string, string>): Promise<Catalog | null> {
  try {
    const response = await fetch(routeUrl(baseUrl, "catalog"), {
      headers,
      signal: AbortSignal.timeout(30_000),
    });
    return catalogSchema.safeParse(await response.json().catch(() => null)).data ?? null;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `Nothing answers at ${baseUrl} (${said}). Is the back end running, and is the path right?`,
    );
  }
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
