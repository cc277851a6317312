/** Texts of JSON that somebody may have written into a storage, by name. `JSON.parse` reads each of them. */
export const HOSTILE_JSON: Readonly<Record<string, string>> = {
  null: "null",
  "a boolean": "true",
  "nine quadrillion": "9e15",
  "the last time of a date, and one": "8640000000000001",
  infinity: "1e999",
  "minus infinity": "-1e999",
  "a negative": "-5",
  "a huge negative": "-1e308",
  "the smallest number": "5e-324",
  "a fraction": "0.1",
  "no text": '""',
  "a name of every object": '"__proto__"',
  "a name of a function": '"constructor"',
  "a long text": JSON.stringify("x ".repeat(1_000)),
  "half a character": '"\\ud800"',
  "a text that is no number": '"NaN"',
  "a list": "[1,[2],{}]",
  "an object": "{}",
  "an object with a prototype": '{"__proto__":{"length":1,"items":5,"getSnapshot":1},"constructor":null}',
  "an object without a text": '{"toString":1,"valueOf":1}',
  "a deep list": `${"[".repeat(5_000)}${"]".repeat(5_000)}`,
};

/** Stands for the hostile text until the whole is JSON: some of them can't be written by `JSON.stringify`. */
const MARK = "(hostile)";

/** A place inside a value. */
export type Path = readonly (string | number)[];

/** Every place inside a value, itself first. */
export function placesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [
    path,
    ...keys.flatMap((key) => placesOf((value as Record<string | number, unknown>)[key], [...path, key])),
  ];
}

/** Writes a value as JSON, with another text of JSON in one place. */
export function writeWith(value: unknown, path: Path, json: string): string {
  const copy: unknown = JSON.parse(JSON.stringify({ value }));
  const whole: Path = ["value", ...path];
  let holder = copy as Record<string | number, unknown>;
  for (const key of whole.slice(0, -1)) holder = holder[key] as Record<string | number, unknown>;
  holder[whole.at(-1) ?? ""] = MARK;
  return JSON.stringify((copy as { value: unknown }).value).replace(`"${MARK}"`, () => json);
}
