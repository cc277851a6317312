/** Calls a hook of the host and swallows what it throws: logging must not turn a paid image into a failure. */
export function callQuietly(call: () => unknown): void {
  try {
    const result = call();
    if (result instanceof Promise) void result.catch(() => undefined);
  } catch {
    // The outcome stands without it.
  }
}
