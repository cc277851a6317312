/** An operation of the contract, found in the end of a path; whatever prefix a host mounts it under does not matter. */
export type Route =
  | { readonly operation: "catalog" }
  | { readonly operation: "prompts" }
  | { readonly operation: "generations" }
  | { readonly operation: "generation"; readonly id: string }
  | { readonly operation: "attachment"; readonly id: string }
  | { readonly operation: "attachmentUrl"; readonly id: string }
  | { readonly operation: "openapi" };

/** The methods that each operation takes. */
export const ROUTE_METHODS: Readonly<Record<Route["operation"], readonly string[]>> = {
  catalog: ["GET", "HEAD"],
  prompts: ["POST"],
  generations: ["POST"],
  generation: ["GET", "HEAD", "DELETE"],
  attachment: ["GET", "HEAD"],
  attachmentUrl: ["POST"],
  openapi: ["GET", "HEAD"],
};

const PLAIN = {
  catalog: "catalog",
  prompts: "prompts",
  generations: "generations",
  "openapi.json": "openapi",
} as const;

/** Finds the operation that a path ends with, or `null`. Ids are percent-decoded. */
export function matchRoute(pathname: string): Route | null {
  const parts = pathname.replace(/\/+$/, "").split("/");
  const last = parts.at(-1) ?? "";
  const before = parts.at(-2);
  // First, so that a prefix may end with "generations" or "attachments" too; no id reads like one of these.
  if (Object.hasOwn(PLAIN, last)) return { operation: PLAIN[last as keyof typeof PLAIN] };
  if (last === "url" && parts.at(-3) === "attachments") return withId("attachmentUrl", before);
  if (before === "generations") return withId("generation", last);
  if (before === "attachments") return withId("attachment", last);
  return null;
}

/** Joins a base URL and the segments of an operation, encoding each segment. */
export function routeUrl(baseUrl: string, ...segments: readonly string[]): string {
  return [baseUrl.replace(/\/+$/, ""), ...segments.map(encodeURIComponent)].join("/");
}

function withId(
  operation: "generation" | "attachment" | "attachmentUrl",
  raw: string | undefined,
): Route | null {
  if (!raw) return null;
  try {
    return { operation, id: decodeURIComponent(raw) };
  } catch {
    return null;
  }
}
