import type { ChannelEngine } from "./ChannelEngine.js";
import type { PostgresNotification, PostgresPool } from "./PostgresPool.js";

/** Hears channels over one client of the pool. */
export function openPostgresChannels(pool: PostgresPool): ChannelEngine["open"] {
  return async (onMessage, onLost) => {
    const client = await pool.connect();
    let held = true;
    const giveBack = (broken: boolean) => {
      if (!held) return;
      held = false;
      client.removeListener("notification", hear);
      client.removeListener("error", lose);
      client.release(broken);
    };
    const hear = ({ channel, payload }: PostgresNotification) => onMessage(channel, payload ?? "");
    const lose = () => {
      giveBack(true);
      onLost();
    };
    client.on("notification", hear);
    client.on("error", lose);
    return {
      listen: async (channel) => void (await client.query(`LISTEN "${channel}"`)),
      unlisten: async (channel) => void (await client.query(`UNLISTEN "${channel}"`)),
      close: () => {
        client.query("UNLISTEN *").then(
          () => giveBack(false),
          () => giveBack(true),
        );
      },
    };
  };
}
