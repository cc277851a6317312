import fc from "fast-check";
import { expect, it } from "vitest";
import { createBest } from "../../src/template/createBest.js";

it("keeps the rows with the lowest ranks, and of one rank the first", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 40 })),
      fc.integer({ min: 0, max: 12 }),
      (ranks, limit) => {
        const best = createBest(limit);
        ranks.forEach((rank, row) => best.add(row, rank));
        const sorted = [...ranks.keys()].sort((a, b) => (ranks[a] as number) - (ranks[b] as number));
        expect(best.take()).toEqual(sorted.slice(0, limit));
      },
    ),
    { numRuns: 500 },
  );
});
