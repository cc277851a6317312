/** Error of a command that can't run as it was called; its message says what to do. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
