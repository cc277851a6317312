import { CONTRACT_HEADER, catalogSchema, problemSchema, routeUrl } from "../../contract/index.js";
import type { Catalog } from "../../contract/index.js";
import { describeFailure } from "./describeFailure.js";

/** Outcome of a first look: the catalog, `null` where cases can say what is wrong with it; or why nothing can be checked. */
export type Probe =
  | { readonly catalog: Catalog | null; readonly stopped?: undefined }
  | {
      /** Sentences that say what was seen, and what to check. */
      readonly stopped: string;
    };

/** Asks for the catalog, and tells whether whatever answers speaks the contract. */
export async function probe(
  ask: typeof fetch,
  baseUrl: string,
  headers: Readonly<Record<string, string>>,
): Promise<Probe> {
  const url = routeUrl(baseUrl, "catalog");
  const failed = (error: unknown) => ({
    stopped: `Nothing answers at ${baseUrl} (${describeFailure(error)}). Is the back end running, and is the address right?`,
  });
  try {
    const response = await ask(url, { headers, redirect: "manual" });
    return judge(response, await response.text(), url);
  } catch (error) {
    return failed(error);
  }
}

function judge({ status, headers }: Response, text: string, url: string): Probe {
  if (status >= 300 && status < 400 && status !== 304) {
    const to = headers.get("Location") ?? "an address that it does not name";
    return {
      stopped: `GET ${url} answers ${status} and leads to ${to}. A back end never redirects. If that is a page to sign in, pass credentials with --header "Name: value"; else check that address.`,
    };
  }
  if (status === 401) {
    return {
      stopped: `GET ${url} answers 401, so no case can be asked. Pass credentials that it takes with --header "Name: value".`,
    };
  }
  const body = readJson(text);
  const catalog = catalogSchema.safeParse(body).data ?? null;
  const isProblem = problemSchema.safeParse(body).success;
  const speaks = catalog !== null || isProblem || headers.has(CONTRACT_HEADER) || isNearlyCatalog(body);
  if (speaks) return { catalog };
  const type = headers.get("Content-Type")?.split(";")[0] ?? "no content type";
  return {
    stopped: `GET ${url} answers ${status} with ${type}, which is not the contract: ${excerpt(text)}. Check the address: it ends where the operations begin, without /catalog. A proxy or the application's own page may answer in the back end's place.`,
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Whether somebody is writing a catalog, whose faults the cases name. */
function isNearlyCatalog(body: unknown): boolean {
  return typeof body === "object" && body !== null && ("imageModels" in body || "promptModels" in body);
}

const LONGEST = 120;

function excerpt(text: string): string {
  const line = text
    .slice(0, 4 * LONGEST)
    .split(/\s/)
    .filter(Boolean)
    .join(" ");
  if (line === "") return "an empty body";
  return line.length > LONGEST ? `"${line.slice(0, LONGEST)}…"` : `"${line}"`;
}
