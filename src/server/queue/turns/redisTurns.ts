import type { EngineQueue } from "../GenerationEngine.js";
import type { RedisClient } from "../redis/RedisClient.js";
import { placeOf } from "../store/placeOf.js";
import { OVERDUE_BATCH, WINDOW } from "./RunTurns.js";
import type { OverdueTurns, RunTurns, TurnAnswer, TurnEntry, TurnExit } from "./RunTurns.js";
import { toAdmission, toTokens } from "./toAdmission.js";
import { ENTER_TURN, LEAVE_TURN, OVERDUE_TURNS, TURN_KEYS } from "./turnScripts.js";
import { withPatience } from "../store/withPatience.js";

/** Options of {@link redisTurns}. */
export interface RedisTurnsOptions {
  readonly redis: Pick<RedisClient, "eval">;
  /** Beginning of every key. With braces around it, all keys lie in one slot of a cluster. */
  readonly prefix: string;
  /** Clock, in milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
}

/** Time after which lines are forgotten that nobody enters any more; longer than any of them is waited in. */
const LIFE_MS = 24 * 60 * 60 * 1000;

/** Keeps the lines in Redis, beside the runs. */
export function redisTurns({ redis, prefix, now = Date.now }: RedisTurnsOptions): RunTurns {
  const run = async (
    script: string,
    queue: EngineQueue,
    values: readonly (string | number)[],
  ): Promise<unknown> => {
    const place = await placeOf("queue", queue.name);
    const keys = TURN_KEYS.map((part) => `${prefix}:turns:${place}:${part}`);
    const [moment = now(), ...others] = values;
    return withPatience("run store", () =>
      redis.eval(script, keys.length, ...keys, moment, WINDOW, LIFE_MS, ...others),
    );
  };

  return {
    async enter(entry: TurnEntry): Promise<TurnAnswer> {
      const { queue, scope, id, until } = entry;
      const moment = now();
      const { admitBy, tokens, spanMs } = toAdmission(entry, moment);
      const workspace = await placeOf("workspace", scope);
      const values = [moment, workspace, id, until, admitBy, tokens ?? "", spanMs];
      const answer = (await run(ENTER_TURN, queue, values)) as [number, string[]];
      const [refusedMs, ready] = answer;
      return refusedMs < 0 ? { ready, refusedMs: null } : { ready: [], refusedMs };
    },
    async leave({ queue, id, isStart }: TurnExit): Promise<readonly string[]> {
      const { tokens, spanMs } = toTokens(queue.limit);
      const values = [now(), id, isStart ? 1 : 0, tokens ?? "", spanMs];
      return (await run(LEAVE_TURN, queue, values)) as string[];
    },
    async overdue(queue: EngineQueue, readyForMs: number): Promise<OverdueTurns> {
      const moment = now();
      const answer = await run(OVERDUE_TURNS, queue, [moment, moment - readyForMs, OVERDUE_BATCH]);
      const [ready, expired, expiredReady] = answer as [string[], string[], string[]];
      return { ready, expired, expiredReady, isFull: expired.length + expiredReady.length >= OVERDUE_BATCH };
    },
  };
}
