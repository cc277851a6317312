/**
 * Rejects, in a sentence, where the search path that the queue asked for is not in force.
 *
 * @throws Error that says what to do.
 */
export async function assertSearchPath(pool: { query(text: string): Promise<{ rows: unknown[] }> }, schema: string): Promise<void> {
  const { rows } = await pool.query("SELECT current_schema() AS schema");
  const [row] = rows as { schema: string | null }[];
  if (row?.schema === schema) return;
  throw new Error(
    `The queue cannot work through this proxy of PostgreSQL, because it keeps the startup option \`search_path\` from the ` +
      `server: let the option \`engine.postgres\` lead to the server itself.`,
  );
}
