import fc from "fast-check";

/** How long and from where: fast-check's own parameters. */
export type FuzzParameters = fc.Parameters<unknown>;

/** Something that must hold for any input. */
export interface Fuzz {
  readonly name: string;
  /** Resolves with the number of inputs; rejects with the smallest that breaks it, the seed and the path to it. */
  check(parameters: FuzzParameters): Promise<number>;
}

/** Makes a {@link Fuzz} from an arbitrary and what must hold; a check fails by throwing. */
export function createFuzz<T>(
  name: string,
  input: fc.Arbitrary<T>,
  holds: (value: T) => void | Promise<void>,
): Fuzz {
  return {
    name,
    async check(parameters) {
      const property = fc.asyncProperty(input, async (value) => {
        await holds(value);
      });
      const details = await fc.check(property, parameters as fc.Parameters<[T]>);
      if (details.failed) throw new Error(await fc.asyncDefaultReportMessage(details));
      return details.numRuns;
    },
  };
}

/** Throws unless `condition` holds. */
export function hold(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(`It does not hold that ${what}.`);
}

/** Names that a careless reader of objects trips over. */
const HOSTILE_KEYS = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "then",
  "length",
  "",
];

/** Any JSON value, hostile names and lone surrogates included. `__proto__` is an own member, as parsed JSON has it. */
export const anyJson: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.oneof(
      fc.constant(null),
      fc.boolean(),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.string({ unit: "binary" }),
      fc.constantFrom(...HOSTILE_KEYS, "{{a.b}}", "landscape", "prompt_ai", "<img src=x onerror=alert(1)>"),
    ),
    fc.array(tie("value"), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.oneof(fc.string(), fc.constantFrom(...HOSTILE_KEYS)), tie("value")), {
        maxLength: 5,
      })
      .map((members) => Object.fromEntries(members)),
  ),
})).value;
