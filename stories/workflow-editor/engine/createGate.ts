/** Creates a gate that lets `size` pieces of work through at a time; the others wait in line. */
export function createGate(size: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = size;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // The place is handed on, so that nobody who comes meanwhile slips in.
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
