import type { ChannelEngine } from "./ChannelEngine.js";
import type { PostgresNotification, PostgresPool } from "./PostgresPool.js";

/** Hears a channel over one client of the pool. */
export function openPostgresChannels(pool: PostgresPool): ChannelEngine["open"] {
  return async (channel, onMessage, onLost) => {
    const client = await pool.connect();
    let held = true;
    const giveBack = (broken: boolean) => {
      if (!held) return;
      held = false;
      client.removeListener("notification", hear);
      client.release(broken);
      client.removeListener("error", lose);
    };
    const hear = (message: PostgresNotification) => {
      if (message.channel === channel) onMessage(message.payload ?? "");
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
