/** Codes of the network, and of PostgreSQL for a server that stops, starts, is full, waits or has become a replica. */
const CODES = new Set([
  "EAI_AGAIN",
  "ECONNABORTED",
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTDOWN",
  "EHOSTUNREACH",
  "ENETDOWN",
  "ENETUNREACH",
  "ENOTFOUND",
  "EPIPE",
  "ETIMEDOUT",
  "08000",
  "08001",
  "08003",
  "08004",
  "08006",
  "08P01",
  "25006",
  "40001",
  "40P01",
  "53100",
  "53200",
  "53300",
  "55P03",
  "57014",
  "57P01",
  "57P02",
  "57P03",
  "57P05",
]);

/** Beginnings of what `pg`, `ioredis` and Redis say in words alone. */
const WORDS = [
  "Connection terminated",
  "Client has encountered a connection error",
  "Query read timeout",
  "timeout exceeded when trying to connect",
  "timeout expired",
  "Client was closed",
  "Connection is closed",
  "Stream isn't writeable",
  "Reached the max retries per request",
  "Command timed out",
  "LOADING ",
  "READONLY ",
  "MASTERDOWN ",
  "CLUSTERDOWN ",
  "TRYAGAIN ",
  "BUSY ",
  "MISCONF ",
  "NOREPLICAS ",
  "ERR max number of clients reached",
];

/** Whether a database failed in a way that passes: the same call may go through a moment later. */
export function isTemporaryFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  // The socket of a server on this machine that is not running.
  if (code === "ENOENT" && syscall === "connect") return true;
  if (typeof code === "string" && CODES.has(code)) return true;
  return WORDS.some((words) => error.message.startsWith(words));
}
