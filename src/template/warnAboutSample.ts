const warned = new Set<string>();

/** Characters of a text above which a sample is probably a mistake. */
const MAX_SAMPLE = 1_000_000;

/** Says, once and in development only, which part of a sample can't be offered as it is, and why. Never throws. */
export function warnAboutSample(path: string, sample: unknown, circular: boolean): void {
  try {
    if (process.env.NODE_ENV !== "production") {
      const fault = circular ? "contains itself and is cut there" : findFault(sample);
      if (!fault || warned.has(path + fault)) return;
      warned.add(path + fault);
      console.warn(`The sample of the variable "${path}" ${fault}.`);
    }
  } catch {
    // Without a bundler there is no `process`: that counts as production.
  }
}

function findFault(sample: unknown): string | undefined {
  if (typeof sample === "string" && sample.length >= MAX_SAMPLE) {
    return `has ${sample.length} characters, of which only the first are shown. Pass a shorter one`;
  }
  if (typeof sample !== "object" || sample === null) return;
  try {
    // Of an array only the first element is ever read.
    void (Array.isArray(sample) ? sample[0] : Object.values(sample));
    return;
  } catch {
    return "throws an error when it is read, and is offered without its value. Pass plain data, such as parsed JSON";
  }
}
