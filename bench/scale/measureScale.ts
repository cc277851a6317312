import { buildServer } from "../server/buildServer.ts";
import type { Table } from "../table.ts";
import { measureCosts } from "./measureCosts.ts";
import { measureThroughput } from "./measureThroughput.ts";

/** How far it goes: more workers, more variables, longer prompts, more history, larger batches. */
export async function measureScale(): Promise<readonly Table[]> {
  const entry = await buildServer();
  return [await measureThroughput(entry), ...(await measureCosts(entry))];
}
