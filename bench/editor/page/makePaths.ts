import type { VariableSource } from "image-generation-node/template";

const WORDS = (
  "customer order product invoice address city street country price amount currency title body subject author date status " +
  "priority channel message thread user email phone company industry region language color size weight material style mood"
).split(" ");

const LEAVES_PER_SOURCE = 100;

/** `count` paths of realistic shape, the same in every run. The last source holds the one that is looked for. */
export function makePaths(count: number): readonly string[] {
  const paths: string[] = [];
  for (let index = 0; paths.length < count - 1; index += 1) {
    const source = Math.floor(index / LEAVES_PER_SOURCE);
    const [a, b, c] = [
      index % WORDS.length,
      (index * 7 + source) % WORDS.length,
      (index * 13) % WORDS.length,
    ];
    paths.push(`step_${source}.output.${WORDS[a]}.${WORDS[b]}_${WORDS[c]}_${index % LEAVES_PER_SOURCE}`);
  }
  paths.push(TARGET);
  return paths;
}

const SLUGS = ["trigger", "request", "webhook", "scraper"] as const;
const LEAVES = ["id", "name", "value", "unit", "note"] as const;

/** `count` paths spread over four slugs, as of wide tables: what is typed fits thousands of them until its last keys. */
export function makeBroadPaths(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / SLUGS.length);
    const field = Math.floor(row / LEAVES.length);
    return `${SLUGS[index % SLUGS.length]}.output.field_${field}.${LEAVES[row % LEAVES.length]}`;
  });
}

/** The variable that every contestant must find and insert. */
export const TARGET = "agent.output.structured.shipping_note";

/** The same variables as a host would give them: one source per node, with a sample. */
export function makeSources(paths: readonly string[]): readonly VariableSource[] {
  const samples = new Map<string, Record<string, unknown>>();
  for (const path of paths) {
    const [slug = "", ...rest] = path.split(".");
    let level = samples.get(slug) ?? {};
    samples.set(slug, level);
    for (const key of rest.slice(0, -1)) level = (level[key] ??= {}) as Record<string, unknown>;
    level[rest.at(-1) ?? ""] = "sample";
  }
  // The node with what is looked for comes first: of more than 20,000 variables the index lists the first 20,000.
  return [...samples].reverse().map(([slug, sample]) => ({ slug, label: slug, sample }));
}

/** Prose of `length` characters, in lines or on one, with `references` variables spread over it. */
export function makeText(
  length: number,
  references: number,
  paths: readonly string[],
  inLines: boolean,
): string {
  const line = "The quick brown fox looks at the lazy dog and thinks about the weather of tomorrow morning. ";
  const every = references === 0 ? Infinity : Math.floor(length / references);
  let text = "";
  let next = every / 2;
  for (let index = 0; text.length < length; index += 1) {
    text += line;
    if (text.length >= next) {
      text += `{{${paths[index % paths.length]}}} `;
      next += every;
    }
    if (inLines && index % 4 === 3) text += "\n";
  }
  return text.slice(0, length);
}
