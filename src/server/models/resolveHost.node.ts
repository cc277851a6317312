import { lookup } from "node:dns/promises";

/** Looks up the addresses of a name, as the system resolves it. */
export async function resolveHost(hostname: string): Promise<readonly string[]> {
  const found = await lookup(hostname, { all: true });
  return found.map(({ address }) => address);
}
