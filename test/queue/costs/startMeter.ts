import { connect, createServer } from "node:net";
import type { AddressInfo, Server, Socket } from "node:net";
import type { OpenReader } from "./CallReader.ts";
import { readPostgres } from "./readPostgres.ts";
import { readRedis } from "./readRedis.ts";

/** Pool or connection of a process: that of its run store, or that of its queue's engine. */
export type Side = "store" | "queue";

/** Calls and bytes of one side of one process. */
export interface Traffic {
  /** Calls by kind. */
  readonly calls: Readonly<Record<string, number>>;
  /** Bytes to the database. */
  readonly sent: number;
  /** Bytes from the database. */
  readonly received: number;
}

/** Proxies before a database, one for each side of each process, that count what goes through them. */
export interface Meter<Process extends string> {
  /** Address of the database by way of a proxy. */
  urlOf(process: Process, side: Side): string;
  /** Traffic since the last call. */
  take(): Readonly<Record<Process, Readonly<Record<Side, Traffic>>>>;
  /** Most connections that a process ever had at once. */
  mostConnections(process: Process): number;
  /** Bytes that ever went through, both ways. */
  readonly total: () => number;
  /** Whether anybody waits for an answer. */
  readonly isWaiting: () => boolean;
  close(): Promise<void>;
}

/** Starts the proxies before a database of PostgreSQL or Redis, on free ports of 127.0.0.1. */
export async function startMeter<Process extends string>(
  url: string,
  processes: readonly Process[],
): Promise<Meter<Process>> {
  const openReader = url.startsWith("redis") ? readRedis : readPostgres;
  const open = async () => {
    const connections = { now: 0, most: 0 };
    const start = () => startProxy(url, openReader, connections);
    return { connections, store: await start(), queue: await start() };
  };
  const opened = await Promise.all(processes.map(async (process) => [process, await open()] as const));
  const meters = byProcess(opened);
  const proxies = opened.flatMap(([, { store, queue }]) => [store, queue]);
  return {
    urlOf: (process, side) => meters[process][side].url,
    take: () =>
      byProcess(
        opened.map(([process, { store, queue }]) => [process, { store: store.take(), queue: queue.take() }]),
      ),
    mostConnections: (process) => meters[process].connections.most,
    total: () => proxies.reduce((sum, proxy) => sum + proxy.total(), 0),
    isWaiting: () => proxies.some((proxy) => proxy.isWaiting()),
    close: async () => void (await Promise.all(proxies.map((proxy) => proxy.close()))),
  };
}

function byProcess<Process extends string, Value>(
  entries: readonly (readonly [Process, Value])[],
): Record<Process, Value> {
  return Object.fromEntries(entries) as Record<Process, Value>;
}

interface Proxy {
  readonly url: string;
  readonly take: () => Traffic;
  readonly total: () => number;
  readonly isWaiting: () => boolean;
  readonly close: () => Promise<void>;
}

async function startProxy(
  url: string,
  openReader: OpenReader,
  connections: { now: number; most: number },
): Promise<Proxy> {
  const target = new URL(url);
  const readers = new Set<ReturnType<OpenReader>>();
  let calls: Record<string, number> = {};
  let bytes = { sent: 0, received: 0 };
  let total = 0;
  const server = createServer((client) => {
    const database = connect({ host: target.hostname, port: Number(target.port), noDelay: true });
    client.setNoDelay(true);
    const reader = openReader((kind) => (calls[kind] = (calls[kind] ?? 0) + 1));
    readers.add(reader);
    connections.now += 1;
    connections.most = Math.max(connections.most, connections.now);
    client.on("data", (chunk: Buffer) => {
      bytes.sent += chunk.length;
      total += chunk.length;
      reader.sent(chunk);
    });
    database.on("data", (chunk: Buffer) => {
      bytes.received += chunk.length;
      total += chunk.length;
      reader.received(chunk);
    });
    client.once("close", () => {
      readers.delete(reader);
      connections.now -= 1;
    });
    join(client, database);
  });
  const address = new URL(url);
  address.host = `127.0.0.1:${await listen(server)}`;
  return {
    url: address.href,
    take() {
      const traffic = { calls, ...bytes };
      calls = {};
      bytes = { sent: 0, received: 0 };
      return traffic;
    },
    total: () => total,
    isWaiting: () => [...readers].some((reader) => reader.isWaiting()),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Passes on what each says; what ends one ends the other. */
function join(client: Socket, database: Socket): void {
  for (const [from, to] of [
    [client, database],
    [database, client],
  ] as const) {
    from.pipe(to);
    from.on("error", () => to.destroy());
    from.once("close", () => to.end());
  }
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}
