/** Wrong value of a prop, and what the component expects instead. */
export interface WrongProp {
  /** Component or hook, as a host writes it: "<ImageNodeScope>". */
  component: string;
  prop: string;
  value: unknown;
  /** Noun that completes "it expects". */
  expected: string;
  /** Sentence that tells what happens instead. */
  instead: string;
}

/** Describes a wrong value for the host's developer: component, prop, what came and what is expected. */
export function describeProp({ component, prop, value, expected, instead }: WrongProp): string {
  return `${component} got ${describeValue(value)} as ${prop}, and it expects ${expected}. ${instead}`;
}

const warned = new Set<string>();

/** Warns about a wrong value, once and in development only. */
export function warnAboutProp(wrong: WrongProp): void {
  if (typeof process === "undefined" || process.env.NODE_ENV === "production") return;
  const message = describeProp(wrong);
  if (warned.has(message)) return;
  warned.add(message);
  console.warn(message);
}

/** Describes a value in a few words, without what it holds: that may be private. */
function describeValue(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "function") return "a function";
  if (typeof value !== "object") return `the ${typeof value} ${JSON.stringify(String(value).slice(0, 40))}`;
  const keys = Object.keys(value).slice(0, 5);
  return keys.length === 0 ? "an object without keys" : `an object with the keys ${keys.join(", ")}`;
}
