import fuzzysort from "fuzzysort";
import { matchSorter } from "match-sorter";
import UFuzzy from "@leeoniya/ufuzzy";
import type { VariableIndex, VariableSource } from "../../src/template/index.js";
import { addPath } from "./createPaths.ts";

/** Finds the ten best paths for what was typed. */
export type Search = (query: string) => readonly string[];

const LIMIT = 10;

/** The engines by name; what they prepare once is not timed. */
export const CONTESTANTS: Readonly<
  Record<string, (paths: readonly string[], ourEntry: string) => Promise<Search>>
> = {
  async ours(paths, ourEntry) {
    const { createVariableIndex } = (await import(ourEntry)) as {
      createVariableIndex(sources: readonly VariableSource[], o: { maxLeaves: number }): VariableIndex;
    };
    const samples = new Map<string, Record<string, unknown>>();
    for (const path of paths) {
      const [slug = "", ...rest] = path.split(".");
      const sample = samples.get(slug) ?? {};
      samples.set(slug, sample);
      addPath(sample, rest);
    }
    const sources = Array.from(samples, ([slug, sample]) => ({ slug, label: slug, sample }));
    const index = createVariableIndex(sources, { maxLeaves: 100_000 });
    return (query) => index.search(query, { limit: LIMIT }).items.map(({ path }) => path);
  },
  async "a loop of includes"(paths) {
    const lower = paths.map((path) => path.toLowerCase());
    return (query) => {
      const wanted = query.toLowerCase();
      return paths.filter((_path, index) => lower[index]?.includes(wanted)).slice(0, LIMIT);
    };
  },
  async fuzzysort(paths) {
    const prepared = paths.map((path) => fuzzysort.prepare(path));
    return (query) => fuzzysort.go(query, prepared, { limit: LIMIT }).map(({ target }) => target);
  },
  async uFuzzy(paths) {
    const haystack = [...paths];
    const engine = new UFuzzy({ intraMode: 0, intraIns: 3 });
    return (query) => {
      const [indexes, info, order] = engine.search(haystack, query, 1, 1000);
      const best = order && info ? order.map((at) => info.idx[at] ?? 0) : (indexes ?? []);
      return best.slice(0, LIMIT).map((index) => haystack[index] ?? "");
    };
  },
  async "match-sorter"(paths) {
    return (query) => matchSorter(paths, query).slice(0, LIMIT);
  },
};
