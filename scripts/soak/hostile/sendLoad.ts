import { Agent, request } from "node:http";
import { createRandom } from "../panel/createRandom.ts";
import { ATTACKS } from "./attacks.ts";
import type { Attack } from "./attacks.ts";

/** One phase of the load. */
export interface LoadOptions {
  readonly base: string;
  readonly seconds: number;
  readonly seed: number;
  /** Attacks a second; 0 for none. */
  readonly rate: number;
  /** Requests for the catalog a second; 0 for none. */
  readonly catalogRate: number;
}

/** Figures of one phase. */
export interface LoadResult {
  /** Milliseconds of each request for the catalog. */
  readonly catalog: readonly number[];
  /** Requests for the catalog that got no answer or another one than 200. */
  readonly failed: number;
  readonly sent: number;
  /** Attacks that were due while too many waited for an answer. */
  readonly held: number;
  /** Answers by attack and status. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const MAX_WAITING = 400;
/** Milliseconds that are waited for the last answers. */
const PATIENCE = 20_000;
const UNREAD_FOR = 5_000;

/** Sends a request and resolves with its status, when all of the answer was read; 0 when there was none. */
function send(base: string, attack: Attack, by: Agent): Promise<number> {
  const { hostname, port, pathname } = new URL(base);
  const headers: Record<string, string> = {
    ...attack.headers,
    ...(attack.body && { "Content-Type": "application/json" }),
  };
  const path = `${pathname}${attack.path ?? "/catalog"}`;
  if (attack.method === "POST") headers["Idempotency-Key"] = crypto.randomUUID();
  return new Promise((resolve) => {
    const options = { hostname, port, path, method: attack.method ?? "GET", headers, agent: by };
    const sent = request(options, (response) => {
      const end = () => resolve(response.statusCode ?? 0);
      if (attack.isUnread) setTimeout(() => sent.destroy(), UNREAD_FOR);
      else response.resume();
      response.once("end", end).once("close", end).once("error", end);
    });
    sent.once("error", () => resolve(0));
    sent.end(attack.body);
  });
}

/** Calls so many times a second, by the clock: what is late is not left out. */
async function every(rate: number, seconds: number, call: () => void): Promise<void> {
  const begun = performance.now();
  for (let done = 0; done < rate * seconds;) {
    const due = Math.min(rate * seconds, Math.floor(((performance.now() - begun) / 1000) * rate) + 1);
    for (; done < due; done += 1) call();
    await new Promise((resolve) => setTimeout(resolve, 1000 / rate));
  }
}

/** Sends attacks, and requests for the catalog beside them; what is not answered soon after the phase has failed. */
export async function sendLoad({ base, seconds, seed, rate, catalogRate }: LoadOptions): Promise<LoadResult> {
  const random = createRandom(seed);
  const agent = new Agent({ keepAlive: true });
  const others = new Agent({ keepAlive: true });
  const catalog: number[] = [];
  const answers: Record<string, Record<string, number>> = {};
  const open = new Set<Promise<void>>();
  let [failed, sent, held, waiting] = [0, 0, 0, 0];

  const ask = async () => {
    const begun = performance.now();
    const status = await send(base, { name: "catalog" }, agent);
    catalog.push(performance.now() - begun);
    if (status !== 200) failed += 1;
  };
  const attack = async () => {
    if (waiting >= MAX_WAITING) {
      held += 1;
      return;
    }
    const chosen = random.pick(ATTACKS);
    waiting += 1;
    sent += 1;
    const status = await send(base, chosen, others);
    waiting -= 1;
    const counts = (answers[chosen.name] ??= {});
    counts[status] = (counts[status] ?? 0) + 1;
  };
  const track = (call: () => Promise<void>) => () => {
    const work: Promise<void> = call().finally(() => open.delete(work));
    open.add(work);
  };

  await Promise.all([
    catalogRate > 0 ? every(catalogRate, seconds, track(ask)) : undefined,
    rate > 0 ? every(rate, seconds, track(attack)) : undefined,
  ]);
  const patience = setTimeout(() => {
    agent.destroy();
    others.destroy();
  }, PATIENCE);
  await Promise.all(open);
  clearTimeout(patience);
  agent.destroy();
  others.destroy();
  return { catalog, failed, sent, held, answers };
}
