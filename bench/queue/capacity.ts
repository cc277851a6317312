import type { DeploymentCosts } from "./measureDeployment.ts";
import { table } from "./markdown.ts";

/** Bytes that a run that has ended takes, with its indexes, as `npm run soak -- runs --count 1000000` prints them. */
const BYTES_OF_RUN = { PostgreSQL: 3_200, Redis: 3_000 };
const RATES = [1, 10, 100, 1_000];
const MODEL_SECONDS = 10;
/** The part of a core or of slots that a deployment should fill, so that a burst finds room. */
const FILL = 0.7;
const SLOTS_OF_WORKER = 50;
/** Milliseconds of CPU for keeping a PNG of 1.6 MB, by the table of measured costs in `docs/deploy.md`. */
const PNG_MS = 20;
const DAY_SECONDS = 24 * 60 * 60;
const MIN_HANDLERS = 2;

/** Costs over both databases. */
export interface CostsByEngine {
  readonly postgres: DeploymentCosts;
  readonly redis: DeploymentCosts | null;
}

type Row = readonly [name: string, valueAt: (rate: number) => string];

/** Makes the table of what some rates of generations need, calculated from the costs of one. */
export function capacity({ postgres, redis }: CostsByEngine): string {
  const quick = shareOf(postgres, "0.3 kB");
  // Each look of who waits for a slow model costs one statement more.
  const looks = shareOf(postgres, "0.3, 10 s").store / quick.store;
  const [handlerMs, workerMs, engineMs] = quick.cpuMs.map((ms) => (ms ?? NaN) * looks) as [
    number,
    number,
    number,
  ];
  const slots = (rate: number) => Math.ceil((rate * MODEL_SECONDS) / FILL);
  const cores = (rate: number, ms: number) => (rate * ms) / 1000 / FILL;
  const handlers = (rate: number) => Math.max(MIN_HANDLERS, Math.ceil(cores(rate, handlerMs)));
  const workers = (rate: number) =>
    Math.max(Math.ceil(slots(rate) / SLOTS_OF_WORKER), Math.ceil(cores(rate, workerMs + PNG_MS)));
  const connections = (rate: number) =>
    handlers(rate) * postgres.connections.handler + workers(rate) * postgres.connections.worker;
  const perDay = (rate: number, bytes: number) => sizeOf(rate * DAY_SECONDS * bytes);
  const wal = quick.wholePages ?? quick.written;
  const redisMs = redis ? (shareOf(redis, "0.3 kB").cpuMs[2] ?? NaN) : NaN;
  const redisRows: readonly Row[] = [
    ["or: memory of Redis for 24 h", (rate) => perDay(rate, BYTES_OF_RUN.Redis)],
    ["or: share of Redis's one thread", (rate) => `${Math.ceil((rate * redisMs) / 10)} %`],
  ];
  const rows: readonly Row[] = [
    ["worker slots", (rate) => slots(rate).toLocaleString("en")],
    [`worker processes of ${SLOTS_OF_WORKER} slots`, (rate) => workers(rate).toLocaleString("en")],
    ["handler processes", (rate) => handlers(rate).toLocaleString("en")],
    ["connections to PostgreSQL", (rate) => connections(rate).toLocaleString("en")],
    ["cores of PostgreSQL", (rate) => coresOf(cores(rate, engineMs))],
    ["WAL a day", (rate) => perDay(rate, wal)],
    ["space in PostgreSQL for 24 h", (rate) => perDay(rate, BYTES_OF_RUN.PostgreSQL)],
    ...(redis ? redisRows : []),
  ];
  const head = ["generations a second", ...RATES.map((rate) => rate.toLocaleString("en"))];
  return table([head, ...rows.map(([name, valueAt]) => [name, ...RATES.map(valueAt)])]);
}

function shareOf({ shares }: DeploymentCosts, name: string) {
  const found = shares.find(({ short }) => short === name);
  if (!found) throw new Error(`Nothing was measured as "${name}".`);
  return found.share;
}

function coresOf(cores: number): string {
  return cores < 0.1 ? "under 0.1" : cores.toFixed(1);
}

function sizeOf(bytes: number): string {
  const [value, unit] =
    bytes >= 1e12 ? [bytes / 1e12, "TB"] : bytes >= 1e9 ? [bytes / 1e9, "GB"] : [bytes / 1e6, "MB"];
  return `${value >= 10 ? Math.round(value) : value.toFixed(1)} ${unit}`;
}
