import type { ChannelEngine } from "../channels/ChannelEngine.js";
import { expectNotice } from "./expectNotice.js";
import type { ExpectedNotice } from "./expectNotice.js";
import type { PostgresNotification, PostgresPool } from "./PostgresPool.js";

/** Hears a channel over one client of the pool, and reports where nothing can be heard. */
export function openPostgresChannels(
  pool: PostgresPool,
  onError: (error: Error) => void,
): ChannelEngine["open"] {
  return async (channel, onMessage, onLost) => {
    const client = await pool.connect();
    let held = true;
    let expected: ExpectedNotice | null = null;
    const giveBack = (broken: boolean) => {
      if (!held) return;
      held = false;
      expected?.stop();
      client.removeListener("notification", hear);
      client.release(broken);
      client.removeListener("error", lose);
    };
    const hear = (message: PostgresNotification) => {
      const { payload = "" } = message;
      if (message.channel === channel && !expected?.hear(payload)) onMessage(payload);
    };
    const lose = () => {
      giveBack(true);
      onLost();
    };
    client.on("notification", hear);
    client.on("error", lose);
    try {
      await client.query(`LISTEN "${channel}"`);
    } catch (error) {
      giveBack(true);
      throw error;
    }
    expected = expectNotice(pool, channel, onError);
    return {
      close: () => {
        client.query(`UNLISTEN "${channel}"`).then(
          () => giveBack(false),
          () => giveBack(true),
        );
      },
    };
  };
}
