const WAYS =
  "let the option `engine.postgres` lead to the server itself, or set the search path of its role in the database and have " +
  "the proxy ignore the startup parameter `options`.";

/**
 * Rejects, in a sentence, where the search path that the queue asked for is not in force.
 *
 * @throws Error that says what to do.
 */
export async function assertSearchPath(
  pool: { query(text: string): Promise<{ rows: unknown[] }> },
  schema: string,
): Promise<void> {
  const { rows } = await pool.query("SELECT current_schema() AS schema");
  if ((rows as { schema: unknown }[])[0]?.schema === schema) return;
  throw new Error(
    "The queue cannot work through this proxy of PostgreSQL, because it keeps the startup option `search_path` from the " +
      `server: ${WAYS}`,
  );
}

/** Makes a sentence of the refusal of a proxy that knows no startup options; any other error stays as it is. */
export function explainRefusal(error: unknown): unknown {
  if (!(error instanceof Error) || !error.message.includes("unsupported startup parameter")) return error;
  return new Error(
    `The queue cannot work through this proxy of PostgreSQL, because it refuses the queue's startup option \`search_path\`: ${WAYS}`,
    { cause: error },
  );
}
