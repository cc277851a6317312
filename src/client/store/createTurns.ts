import type { StreamEvent } from "../../contract/index.js";
import type { RejoinOptions } from "../types.js";

/** Turns of waiting for a run, one at a time. */
export interface Turns {
  isTaken(): boolean;
  /** Takes the turn over from whoever has it, and calls `ask`. Resolves when `ask` has ended, however. */
  take(ask: (options: RejoinOptions) => Promise<void>): Promise<void>;
  /** Gives the turn up. Returns the function that aborts its request. */
  release(): () => void;
}

/** Creates the turns. Events and errors of a turn that was taken over or given up reach no handler. */
export function createTurns(handlers: {
  onEvent: (event: StreamEvent) => void;
  onError: (error: unknown) => void;
}): Turns {
  let current: AbortController | undefined;
  return {
    isTaken: () => current !== undefined,
    async take(ask) {
      const turn = new AbortController();
      current?.abort(turn);
      current = turn;
      const isMine = () => current === turn;
      const onEvent = (event: StreamEvent) => {
        if (isMine()) handlers.onEvent(event);
      };
      try {
        await ask({ signal: turn.signal, onEvent });
      } catch (error) {
        if (isMine()) handlers.onError(error);
      } finally {
        if (isMine()) current = undefined;
      }
    },
    release() {
      const turn = current;
      current = undefined;
      return () => turn?.abort();
    },
  };
}
