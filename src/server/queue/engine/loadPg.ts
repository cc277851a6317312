import type * as Pg from "pg";
import { describePeer } from "../../models/describePeer.js";

/** Loads the client of PostgreSQL only where it is used: it is an optional peer. */
export async function loadPg(): Promise<Pick<typeof Pg, "Pool">> {
  try {
    return (await import("pg")).default;
  } catch (cause) {
    throw new Error(
      `Generations cannot be queued in PostgreSQL, because ${describePeer("pg", cause)}. Run \`npm install pg\` ` +
        "(8.11 or newer), or keep the queue in Redis.",
      { cause },
    );
  }
}
