/** The command can't run as it was called, or what it was pointed at is not there; the message says what to do. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
