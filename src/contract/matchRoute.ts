/** An operation of the contract, found in the end of a path; whatever prefix a host mounts it under does not matter. */
export type Route =
  | { readonly operation: "catalog" }
  | { readonly operation: "prompts" }
  | { readonly operation: "generations" }
  | { readonly operation: "generation"; readonly id: string }
  | { readonly operation: "attachments" }
  | { readonly operation: "attachment"; readonly id: string }
  | { readonly operation: "attachmentUrl"; readonly id: string }
  | { readonly operation: "openapi" };

/** The methods that each operation takes. */
export const ROUTE_METHODS: Readonly<Record<Route["operation"], readonly string[]>> = {
  catalog: ["GET", "HEAD"],
  prompts: ["POST"],
  generations: ["POST"],
  generation: ["GET", "HEAD", "DELETE"],
  attachments: ["POST"],
  attachment: ["GET", "HEAD"],
  attachmentUrl: ["POST"],
  openapi: ["GET", "HEAD"],
};

const PLAIN = {
  catalog: "catalog",
  prompts: "prompts",
  generations: "generations",
  attachments: "attachments",
  "openapi.json": "openapi",
} as const;

/**
 * Finds the operation that a path ends with, or `null`. Ids are percent-decoded. Reads the end of the path only: its work
 * does not grow with what stands before.
 */
export function matchRoute(pathname: string): Route | null {
  const [last, before, third] = lastSegments(pathname);
  // First, so that a prefix may end with "generations" or "attachments" too; no id reads like one of these.
  if (Object.hasOwn(PLAIN, last)) return { operation: PLAIN[last as keyof typeof PLAIN] };
  if (last === "url" && third === "attachments") return withId("attachmentUrl", before);
  if (before === "generations") return withId("generation", last);
  if (before === "attachments") return withId("attachment", last);
  return null;
}

/**
 * Joins a base URL and the segments of an operation, encoding each segment. A segment that `URL` would resolve away, such
 * as "..", becomes one that no back end knows.
 */
export function routeUrl(baseUrl: string, ...segments: readonly string[]): string {
  return [baseUrl.slice(0, endBeforeSlashes(baseUrl)), ...segments.map(encodeSegment)].join("/");
}

/** Finds where the slashes at the end of a text begin. A regular expression would begin anew at each slash. */
function endBeforeSlashes(text: string): number {
  let end = text.length;
  while (end > 0 && text[end - 1] === "/") end -= 1;
  return end;
}

/** Reads the last three segments, from the end on; empty where there are fewer. */
function lastSegments(pathname: string): [last: string, before: string, third: string] {
  let end = endBeforeSlashes(pathname);
  const take = () => {
    const start = end > 0 ? pathname.lastIndexOf("/", end - 1) : -1;
    const segment = pathname.slice(start + 1, Math.max(end, 0));
    end = start;
    return segment;
  };
  return [take(), take(), take()];
}

/** `URL` resolves dots away even where they are encoded once. Half a pair of surrogates can't be encoded at all. */
function encodeSegment(segment: string): string {
  if (isDots(segment)) return "%252E".repeat(segment.length);
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, "\uFFFD"));
}

const isDots = (segment: string) => segment === "." || segment === "..";

const HAS_DOT_SEGMENT = /(?:^|[/\\])\.{1,2}(?:[/\\]|$)/;

function withId(
  operation: "generation" | "attachment" | "attachmentUrl",
  raw: string | undefined,
): Route | null {
  if (!raw) return null;
  let id: string;
  try {
    id = decodeURIComponent(raw);
  } catch {
    return null;
  }
  // Whoever makes a path or an address of it would leave the folder. A link's signature refuses it by itself.
  if (operation !== "attachment" && HAS_DOT_SEGMENT.test(id)) return null;
  return { operation, id };
}
