/** Result of {@link shortenVariables}. */
export interface ShortenedVariables {
  readonly value: unknown;
  /** Characters of JSON before. */
  readonly from: number;
  /** The members at the top that lost something. */
  readonly shortened: readonly string[];
}

const MARK = "…";
/** Below this a value says too little to be kept. */
const LEAST = 24;
/** A list keeps few whole items rather than a bit of each. */
const LEAST_ITEM = 200;

/**
 * Shortens JSON data to about `budget` characters of JSON. Fairly: what is small stays whole, and the large share what is
 * left evenly, on each level. Texts keep their beginning, lists their first items, and each cut says so.
 */
export function shortenVariables(variables: unknown, budget: number): ShortenedVariables {
  const json = JSON.stringify(variables) ?? "null";
  if (json.length <= budget) return { value: variables, from: json.length, shortened: [] };
  const sizes = new Map<object, number>();
  const whole: unknown = JSON.parse(json);
  const value = fit(whole, budget, sizes);
  const kept = isRecord(value) ? value : {};
  const shortened = Object.entries(isRecord(whole) ? whole : {})
    .filter(([name, member]) => JSON.stringify(kept[name]) !== JSON.stringify(member))
    .map(([name]) => name);
  return { value, from: json.length, shortened };
}

function fit(value: unknown, budget: number, sizes: Map<object, number>): unknown {
  if (sizeOf(value, sizes) <= budget) return value;
  if (typeof value === "string") return cutText(value, budget);
  if (Array.isArray(value)) return fitList(value, budget, sizes);
  return isRecord(value) ? fitMembers(value, budget, sizes) : value;
}

function fitMembers(
  record: Record<string, unknown>,
  budget: number,
  sizes: Map<object, number>,
): Record<string, unknown> {
  const names = Object.keys(record);
  const fixed = names.map((name) => JSON.stringify(name).length + 2);
  const kept = countThatFit(
    fixed.map((size) => size + LEAST),
    budget,
  );
  const wanted = names.slice(0, kept).map((name) => sizeOf(record[name], sizes));
  const room = budget - fixed.slice(0, kept).reduce((sum, size) => sum + size, 2);
  const share = fairShare(wanted, room);
  const members = names.slice(0, kept).map((name) => [name, fit(record[name], share, sizes)] as const);
  const rest = names.length - kept;
  return Object.fromEntries(rest > 0 ? [...members, [MARK, `${rest} more`]] : members);
}

function fitList(list: readonly unknown[], budget: number, sizes: Map<object, number>): unknown[] {
  const kept = countThatFit(
    list.map((item) => Math.min(sizeOf(item, sizes), LEAST_ITEM) + 1),
    budget,
  );
  const items = list.slice(0, kept);
  const share = fairShare(
    items.map((item) => sizeOf(item, sizes)),
    budget - kept - 2,
  );
  const rest = list.length - kept;
  const fitted = items.map((item) => fit(item, share, sizes));
  return rest > 0 ? [...fitted, `${MARK} ${rest} more`] : fitted;
}

/** Counts the first members that leave each other enough to say something. */
function countThatFit(least: readonly number[], budget: number): number {
  let used = LEAST;
  let count = 0;
  for (const size of least) {
    used += size;
    if (used > budget && count > 0) break;
    count += 1;
  }
  return count;
}

/** The most that each may have so that together they have no more than there is: the small leave theirs to the large. */
function fairShare(wanted: readonly number[], room: number): number {
  let left = room;
  let many = wanted.length;
  for (const size of [...wanted].sort((a, b) => a - b)) {
    if (size > left / many) break;
    left -= size;
    many -= 1;
  }
  return many === 0 ? Infinity : Math.max(LEAST, Math.floor(left / many));
}

/** Keeps the beginning, and never half of a pair of surrogates. */
function cutText(text: string, budget: number): string {
  let end = Math.max(1, Math.min(text.length, budget - 3));
  while (end > 1 && JSON.stringify(text.slice(0, end)).length > budget - 1) end = Math.floor(end * 0.8);
  return `${text.slice(0, end).replace(/[\uD800-\uDBFF]$/, "")}${MARK}`;
}

function sizeOf(value: unknown, sizes: Map<object, number>): number {
  if (typeof value !== "object" || value === null) return JSON.stringify(value).length;
  const known = sizes.get(value);
  if (known !== undefined) return known;
  let size = 2;
  for (const [name, member] of Object.entries(value)) {
    size += (Array.isArray(value) ? 1 : JSON.stringify(name).length + 2) + sizeOf(member, sizes);
  }
  sizes.set(value, size);
  return size;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
