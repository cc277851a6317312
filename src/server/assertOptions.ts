import { assertNames } from "./assertNames.js";
import { isMatchable } from "./http/createOriginRule.js";
import type { HandlerLimits, ImageNodeHandlerOptions } from "./options.js";
import type { ReferenceOptions } from "./ReferenceOptions.js";
import { assertTelemetry } from "./telemetry/assertTelemetry.js";
import { assertSpending } from "./spending/assertSpending.js";

/**
 * Refuses options that would weaken the back end or could never work, when it is made and not when it is attacked.
 *
 * @throws TypeError that says which option, why, and what to do.
 */
export function assertOptions(options: ImageNodeHandlerOptions): void {
  assertNames("createImageNodeHandler", "", options, OPTIONS);
  assertNames("createImageNodeHandler", "limits", options.limits, LIMITS);
  assertNames("createImageNodeHandler", "hooks", options.hooks, { onError: true, onGeneration: true });
  assertNames("createImageNodeHandler", "defaults", options.defaults, {
    imageModel: true,
    promptModel: true,
  });
  assertFunctions(options);
  assertTemplates(options);
  assertReferenceOptions(options.references);
  assertTelemetry(options.telemetry);
  assertSpending(options.spending);
  assertBounds(options.limits ?? {}, LIMITS);
  assertPublicUrl(options.publicUrl);
  assertOrigins(options.allowedOrigins);
}

/** Every option. A missing one is a type error here. */
const OPTIONS: Readonly<Record<keyof ImageNodeHandlerOptions, "function" | "any">> = {
  imageModels: "any",
  promptModels: "any",
  defaults: "any",
  storage: "any",
  signingSecret: "any",
  authorize: "function",
  dangerouslyAllowAnonymous: "any",
  publicUrl: "any",
  limits: "any",
  runs: "any",
  waitUntil: "function",
  rateLimit: "function",
  spending: "any",
  telemetry: "any",
  templates: "any",
  references: "any",
  resolveTemplate: "function",
  loadVariables: "function",
  toPng: "function",
  hooks: "any",
  styles: "any",
  allowedOrigins: "any",
  dispatch: "function",
  dangerouslyReportModelMessages: "any",
};

/** Timers take no longer time: they would fire at once. */
const LONGEST_MS = 2 ** 31 - 1;
/** A hundred years. */
const LONGEST_TTL = 100 * 366 * 24 * 60 * 60;

interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly isWhole?: true;
}

const LIMITS: Readonly<Record<keyof HandlerLimits, Bounds>> = {
  timeoutMs: { least: 1, most: LONGEST_MS },
  maxQueueMs: { least: 0, most: LONGEST_MS },
  maxBodyBytes: { least: 1, most: Number.MAX_SAFE_INTEGER },
  // A link with a fraction of a second in it would never verify.
  urlTtlSeconds: { least: 1, most: LONGEST_TTL, isWhole: true },
  maxConcurrent: { least: 1, most: Number.MAX_SAFE_INTEGER, isWhole: true },
  lateMs: { least: 0, most: LONGEST_MS },
  maxPixels: { least: 1, most: Number.MAX_SAFE_INTEGER },
  maxImageBytes: { least: 1, most: Number.MAX_SAFE_INTEGER },
  maxStreamsPerRun: { least: 0, most: Number.MAX_SAFE_INTEGER, isWhole: true },
  maxStreamsPerScope: { least: 0, most: Number.MAX_SAFE_INTEGER, isWhole: true },
};

const REFERENCE_LIMITS: Readonly<Record<keyof Omit<ReferenceOptions, "loadReference">, Bounds>> = {
  maxUploadBytes: { least: 1, most: Number.MAX_SAFE_INTEGER },
  maxPixels: { least: 1, most: Number.MAX_SAFE_INTEGER },
};

function assertFunctions(options: ImageNodeHandlerOptions): void {
  for (const [name, type] of Object.entries(OPTIONS)) {
    const value = options[name as keyof ImageNodeHandlerOptions];
    if (type !== "function" || value === undefined || value === null || typeof value === "function") continue;
    throw new TypeError(
      `createImageNodeHandler needs \`${name}\` as a function, and got a value of type ${typeof value}: every request that ` +
        "needs it would fail. Pass a function, or leave it out.",
    );
  }
}

/** A back end that resolves for the client would draw what the client never saw. */
function assertTemplates({ templates, resolveTemplate }: ImageNodeHandlerOptions): void {
  const value: unknown = templates ?? "server";
  if (value !== "server" && value !== "client") {
    throw new TypeError(
      `createImageNodeHandler needs \`templates\` as "server" or "client", because the catalog says it to clients; got ` +
        `${JSON.stringify(value)}. Pass "client" where the host resolves before it sends, or leave it out.`,
    );
  }
  if (value === "server" || !resolveTemplate) return;
  throw new TypeError(
    'createImageNodeHandler got `resolveTemplate` with `templates: "client"`, and would never call it: with "client" each ' +
      "request brings its text resolved. Leave one of them out.",
  );
}

function assertReferenceOptions(references: ImageNodeHandlerOptions["references"]): void {
  if (references === undefined || references === true) return;
  if (typeof references !== "object" || references === null) {
    throw new TypeError(
      `createImageNodeHandler needs \`references\` as true or as an object; got ${JSON.stringify(references)}. Pass true to ` +
        "take pictures in, or leave it out.",
    );
  }
  const { loadReference, ...bounds } = references;
  assertNames("createImageNodeHandler", "references", references, {
    ...REFERENCE_LIMITS,
    loadReference: true,
  });
  assertBounds(bounds, REFERENCE_LIMITS);
  if (loadReference === undefined || typeof loadReference === "function") return;
  throw new TypeError(
    `createImageNodeHandler needs \`references.loadReference\` as a function, and got a value of type ${typeof loadReference}. ` +
      "Pass a function, or leave it out.",
  );
}

function assertBounds(limits: object, known: Readonly<Record<string, Bounds>>): void {
  for (const [name, { least, most, isWhole }] of Object.entries(known)) {
    const value: unknown = (limits as Readonly<Record<string, unknown>>)[name];
    if (value === undefined || value === null) continue;
    // NaN is neither below nor above.
    const fits = typeof value === "number" && value >= least && value <= most;
    if (fits && (!isWhole || Number.isInteger(value))) continue;
    throw new TypeError(
      `createImageNodeHandler cannot keep the limit \`${name}\`: it got ${String(value)}, and needs a ` +
        `${isWhole ? "whole " : ""}number from ${least} to ${most}. Leave it out for the default.`,
    );
  }
}

/** Links begin with it, so nothing may stand behind the path; another scheme's origin is "null", which any page can have. */
function assertPublicUrl(publicUrl: unknown): void {
  const url = typeof publicUrl === "string" && URL.canParse(publicUrl) ? new URL(publicUrl) : null;
  const isWeb = url?.protocol === "http:" || url?.protocol === "https:";
  if (isWeb && !/[?#]/.test(String(publicUrl)) && url.username === "" && url.password === "") return;
  throw new TypeError(
    `createImageNodeHandler needs \`publicUrl\` as an absolute http or https URL without credentials, query and fragment, ` +
      `because links to pictures begin with it; got ${JSON.stringify(publicUrl)}. Pass the address under which callers ` +
      "reach the handler, such as https://example.com/api/image-node.",
  );
}

function assertOrigins(listed: unknown): void {
  if (listed === undefined || listed === null) return;
  if (!Array.isArray(listed)) {
    throw new TypeError(
      `createImageNodeHandler needs \`allowedOrigins\` as a list; got ${JSON.stringify(listed)}. Pass an array.`,
    );
  }
  const never = listed.find((origin) => !isMatchable(origin)) as unknown;
  if (never === undefined && listed.every(isMatchable)) return;
  throw new TypeError(
    `createImageNodeHandler cannot match ${JSON.stringify(never)} in \`allowedOrigins\`, because no browser sends it, or ` +
      "anybody's page does. Write each origin as scheme, host and port (`:*` for any port, no other star) without a slash " +
      "at the end, such as https://app.example.com.",
  );
}
