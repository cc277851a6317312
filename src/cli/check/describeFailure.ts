/** Describes why a request failed, with the cause that `fetch` hides: "fetch failed: connect ECONNREFUSED 127.0.0.1:9". */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { message, cause } = error;
  return cause instanceof Error && cause.message !== "" ? `${message}: ${cause.message}` : message;
}
