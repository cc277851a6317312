/** Visits every contestant once per round, beginning with another one each time. */
export async function interleave<Contestant, Figures>(
  contestants: readonly Contestant[],
  rounds: number,
  visit: (contestant: Contestant) => Promise<Figures>,
): Promise<ReadonlyMap<Contestant, Figures[]>> {
  const found = new Map<Contestant, Figures[]>(contestants.map((contestant) => [contestant, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < contestants.length; turn += 1) {
      const contestant = contestants[(turn + round) % contestants.length];
      if (contestant !== undefined) found.get(contestant)?.push(await visit(contestant));
    }
  }
  return found;
}
