import { catalogSchema, routeUrl } from "../../contract/index.js";
import type { Catalog } from "../../contract/index.js";
import { conformanceCases, whyNot } from "../../testing/index.js";
import type {
  ConformanceContext,
  ConformanceLevel,
  ConformanceOptions,
  ConformanceProvider,
} from "../../testing/index.js";
import { readArguments, readHeaders } from "../readArguments.js";
import type { Shell } from "../Shell.js";
import { UsageError } from "../UsageError.js";
import { formatReport, formatResult } from "./formatReport.js";
import { runCase } from "./runCase.js";
import type { CheckReport, CheckResult } from "./runCase.js";

const LEVELS: readonly string[] = ["L0", "L1", "L2"];

/** `check <url>`: holds a back end against the contract. 0 when every clause that was tried holds, else 1. */
export async function check(args: readonly string[], shell: Shell): Promise<number> {
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
  const level = (values.level ?? "L2").toUpperCase();
  if (!LEVELS.includes(level)) throw new UsageError(`--level takes L0, L1 or L2; got "${values.level}".`);
  const headers = readHeaders(values.header);
  const otherScopeHeaders = values["other-header"] && readHeaders(values["other-header"]);
  const provider = values.provider === undefined ? undefined : await connectProvider(values.provider);
  const catalog = await readCatalog(baseUrl, headers);
  const options: ConformanceOptions = {
    catalog: catalog ?? undefined,
    level: level as ConformanceLevel,
    allowSpend: values["allow-spend"] ?? false,
    provider: provider !== undefined,
    otherScope: otherScopeHeaders !== undefined,
    authentication: values["expect-authentication"] ?? false,
  };
  const context: ConformanceContext = {
    fetch,
    baseUrl,
    headers,
    otherScopeHeaders,
    provider,
    imageModel: values["image-model"],
    promptModel: values["prompt-model"],
  };
  const print = (text: string) => {
    if (!values.json) shell.print(text);
  };
  print(`Conformance of ${baseUrl}\n\n`);
  const results: CheckResult[] = [];
  for (const candidate of conformanceCases()) {
    const reason = whyNot(candidate, options);
    const result = await runCase(candidate, context, reason);
    results.push(result);
    if (result.outcome !== "unproven") print(formatResult(result));
  }
  const report: CheckReport = {
    url: baseUrl,
    level: options.level ?? "L2",
    allowSpend: options.allowSpend ?? false,
    results,
  };
  if (values.json) shell.print(`${JSON.stringify(report, null, 2)}\n`);
  print(formatReport(report));
  return results.some(({ outcome }) => outcome === "failed") ? 1 : 0;
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

/** `null` when there is an answer, but no catalog in it: the cases then say what is wrong. */
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
