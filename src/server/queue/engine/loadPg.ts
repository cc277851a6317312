import type * as Pg from "pg";

/** Loads the client of PostgreSQL only where it is used: it is an optional peer. */
export async function loadPg(): Promise<Pick<typeof Pg, "Pool">> {
  try {
    return (await import("pg")).default;
  } catch (cause) {
    throw new Error(
      "Generations cannot be queued in PostgreSQL, because the package `pg` is not installed. Run `npm install pg` " +
        "(8.11 or newer), or keep the queue in Redis.",
      { cause },
    );
  }
}
