/** Output of one of several steps that run at the same time. */
export interface StepOutput {
  write(text: string): void;
  end(): void;
}

/**
 * Keeps the output of steps that overlap apart: the first that has not ended writes as it goes, the others when their
 * turn comes.
 */
export function createOutput<Name extends string>(
  order: readonly Name[],
  write: (text: string) => void,
): (name: Name) => StepOutput {
  const kept = new Map<Name, string>();
  const ended = new Set<Name>();
  const flush = () => {
    for (const name of order) {
      const text = kept.get(name);
      if (text) write(text);
      kept.delete(name);
      if (!ended.has(name)) return;
    }
  };
  return (name) => ({
    write(text) {
      kept.set(name, (kept.get(name) ?? "") + text);
      flush();
    },
    end() {
      ended.add(name);
      flush();
    },
  });
}
