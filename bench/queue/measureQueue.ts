import { LIMITS } from "../../test/queue/costs/limits.ts";
import { hasRedis, startRedis } from "../../test/queue/redisServer.ts";
import { startPostgres } from "../../test/queue/postgresServer.ts";
import { buildServer } from "../server/buildServer.ts";
import type { Goal, Table } from "../table.ts";
import { writeBlock } from "../blocks.ts";
import { BEFORE } from "./before.ts";
import { capacity } from "./capacity.ts";
import { costsTable } from "./costsTable.ts";
import { measureDeployment } from "./measureDeployment.ts";
import type { DeploymentCosts, Share } from "./measureDeployment.ts";

/**
 * What one generation costs the queue and its stores, beside the engine's own job of the same kind.
 *
 * @param options.write whether to put the figures into `docs/benchmarks.md` and what follows from them into `docs/deploy.md`
 */
export async function measureQueue({ write }: { readonly write: boolean }): Promise<readonly Table[]> {
  const entry = await buildServer();
  const postgres = await measureDeployment(startPostgres, entry);
  const redis = hasRedis ? await measureDeployment(startRedis, entry) : null;
  if (write) {
    writeBlock("docs/benchmarks.md", "queue", costsTable({ postgres, redis }));
    writeBlock("docs/deploy.md", "capacity", capacity({ postgres, redis }));
  }
  return [
    toTable("PostgreSQL", postgres),
    kindsTable("PostgreSQL", postgres),
    ...(redis ? [toTable("Redis", redis), kindsTable("Redis", redis)] : []),
  ];
}

/** Most CPU of handler and worker together for one generation with a short body, in milliseconds. */
const MOST_CPU_MS = 20;

const COLUMNS = [
  "a second",
  "store",
  "queue",
  "sender",
  "receiver",
  "ran",
  "written kB",
  "whole pages",
  "wire kB",
  "CPU sender",
  "CPU receiver",
  "CPU engine",
];

function toTable(engine: "PostgreSQL" | "Redis", { shares, connections, before }: DeploymentCosts): Table {
  const isPostgres = engine === "PostgreSQL";
  return {
    title: `One generation over ${engine}, a model of 5 ms, a storage that keeps nothing`,
    unit: `${isPostgres ? "statements" : "commands"}, kB of 1000 bytes, ms of CPU`,
    columns: COLUMNS,
    rows: shares.map(({ name, share }) => ({ name, values: valuesOf(share) })),
    goals: [
      ...goalsOf(shares, isPostgres ? "postgres" : "redis"),
      ...(isPostgres ? cpuGoals(shares) : []),
      ...(["handler", "worker"] as const).map((role) =>
        goal(`connections of the ${role}`, connections[role], LIMITS.connections),
      ),
    ],
    notes: [
      "store and queue: calls of the run store and of BullMQ; sender and receiver: the same by process, handler and worker",
      isPostgres
        ? `written: WAL without whole pages; "whole pages": with those that follow a checkpoint, ${before} generations after it`
        : "ran: commands that Redis ran, those inside of scripts too; written: its log of commands (appendonly)",
      `connections at their most: handler ${connections.handler}, worker ${connections.worker}; bare: sender ${connections.adder}, receiver ${connections.taker}`,
      ...BEFORE[engine],
    ],
  };
}

function valuesOf(share: Share): (number | null)[] {
  const { perSecond, store, queue, calls, commands, written, wholePages, wire, cpuMs } = share;
  return [
    perSecond,
    store,
    queue,
    ...calls,
    commands || null,
    written / 1000,
    wholePages === null ? null : wholePages / 1000,
    wire / 1000,
    ...cpuMs,
  ];
}

function goalsOf(shares: DeploymentCosts["shares"], engine: keyof typeof LIMITS.written): Goal[] {
  return shares.flatMap(({ name, size, isSlow, share }) => {
    if (size === null) return [];
    const bytes = [
      goal(`${name}: kB written`, share.written / 1000, LIMITS.written[engine][size] / 1000),
      goal(`${name}: kB on the wire`, share.wire / 1000, LIMITS.wire[size] / 1000),
    ];
    // Whoever waits for a slow model looks now and then.
    if (isSlow) return bytes;
    return [
      goal(`${name}: calls of ours`, share.store, LIMITS.statements),
      goal(`${name}: with BullMQ's`, share.store + share.queue, LIMITS.withQueue),
      ...bytes,
    ];
  });
}

function cpuGoals(shares: DeploymentCosts["shares"]): Goal[] {
  return shares
    .filter(({ short }) => short === "0.3 kB")
    .map(({ name, share: { cpuMs } }) =>
      goal(`${name}: ms of CPU of handler and worker`, cpuMs[0] + cpuMs[1], MOST_CPU_MS),
    );
}

function goal(what: string, value: number, most: number): Goal {
  return { text: `${what}, at most ${most}: ${Number(value.toFixed(2))}`, reached: value <= most };
}

/** Calls of one generation by their kind. */
function kindsTable(engine: string, { shares }: DeploymentCosts): Table {
  const ours = shares.filter(({ size }) => size !== null);
  const names = [...new Set(ours.flatMap(({ share }) => share.kinds.map(([kind]) => kind)))].sort();
  return {
    title: `The same by kind, over ${engine}`,
    unit: "calls per generation",
    columns: ours.map(({ short }) => short),
    rows: names.map((name) => ({
      name,
      values: ours.map(({ share }) => share.kinds.find(([kind]) => kind === name)?.[1] ?? null),
    })),
    goals: [],
  };
}
