const CODES = new Set(["ECONNREFUSED", "ECONNRESET", "ECONNABORTED", "EPIPE", "ETIMEDOUT"]);

/** Classes of PostgreSQL: connection exceptions, and a server that stops or starts. */
const STATES = /^(?:08...|57P0[1-3])$/;

/** Messages of `pg` and `ioredis`, whose errors have no code here. */
const WORDS = /^Connection (?:terminated|is closed)|^timeout exceeded when trying to connect$|^Query read timeout$/;

/** Whether an error says that a connection broke or was not to be had: the same may go through on another one. */
export function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === "string" && (CODES.has(code) || STATES.test(code))) return true;
  return WORDS.test(error.message);
}
