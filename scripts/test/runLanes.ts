/** Runs what is in one lane one after another, the lanes beside each other; resolves in the order that was given. */
export async function runLanes<Item, Outcome>(
  items: readonly Item[],
  laneOf: (item: Item) => number,
  run: (item: Item) => Promise<Outcome>,
): Promise<readonly Outcome[]> {
  const last = new Map<number, Promise<unknown>>();
  const outcomes = items.map((item) => {
    const lane = laneOf(item);
    const outcome = (last.get(lane) ?? Promise.resolve()).then(() => run(item));
    last.set(lane, outcome);
    return outcome;
  });
  return Promise.all(outcomes);
}
