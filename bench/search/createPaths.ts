const GROUPS = [
  "customer",
  "order",
  "invoice",
  "product",
  "payment",
  "ticket",
  "campaign",
  "message",
  "account",
];
const FIELDS = [
  "shippingAddress",
  "billing_address",
  "firstName",
  "last_name",
  "totalAmount",
  "currencyCode",
  "createdAt",
  "updated_at",
  "description",
  "headline",
  "imageUrl",
];
const LEAVES = ["city", "street", "postalCode", "country", "note", "value", "label", "hash", "score", "kind"];

/** Paths as a workflow has them: node, output, group, field, leaf. */
export function createPaths(count: number): readonly string[] {
  const paths: string[] = [];
  for (let index = 0; paths.length < count; index++) {
    const leaf = LEAVES[index % LEAVES.length] ?? "";
    const field = FIELDS[Math.floor(index / LEAVES.length) % FIELDS.length] ?? "";
    const group = GROUPS[Math.floor(index / (LEAVES.length * FIELDS.length)) % GROUPS.length] ?? "";
    const node = Math.floor(index / (LEAVES.length * FIELDS.length * GROUPS.length));
    paths.push(`node_${node}.output.${group}.${field}.${leaf}`);
  }
  return paths;
}

/** One path as nested data. */
export function addPath(data: Record<string, unknown>, path: readonly string[]): void {
  let at = data;
  for (const key of path.slice(0, -1)) at = (at[key] ??= {}) as Record<string, unknown>;
  at[path.at(-1) ?? ""] = "value";
}

/** What a user types, and what one of the first ten hits must match. Whoever misses a plain one is not timed. */
export const HITS: Readonly<
  Record<"plain" | "fuzzy", readonly (readonly [query: string, wanted: RegExp])[]>
> = {
  plain: [
    ["city", /\.city$/],
    ["shipping", /shippingAddress/],
    ["postalc", /postalCode$/],
    ["node_3.output.order", /^node_3\.output\.order/],
    ["invoice.headline", /invoice\.headline/],
    ["LAST_NAME", /last_name/],
  ],
  fuzzy: [
    ["customer city", /customer\..*city$/],
    ["order ship street", /order\.shippingAddress\.street$/],
    ["pay total", /payment\.totalAmount/],
    ["tick.head", /ticket\.headline/],
    ["cmpgn", /campaign/],
    ["imgurl", /imageUrl/],
  ],
};
