import { lookup } from "node:dns/promises";

/** The addresses that a name leads to, as the system resolves it. */
export async function resolveHost(hostname: string): Promise<readonly string[]> {
  const found = await lookup(hostname, { all: true });
  return found.map(({ address }) => address);
}
