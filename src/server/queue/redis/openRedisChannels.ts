import type { ChannelEngine } from "../channels/ChannelEngine.js";
import type { RedisClient } from "./RedisClient.js";

/** Hears a channel over a second connection, which a subscription would otherwise take for itself. */
export function openRedisChannels(redis: Pick<RedisClient, "duplicate">): ChannelEngine["open"] {
  return async (channel, onMessage, onLost) => {
    const subscriber = redis.duplicate();
    subscriber.on("message", (from, message) => {
      if (from === channel) onMessage(message);
    });
    // Whatever breaks also closes.
    subscriber.on("error", () => undefined);
    subscriber.on("close", () => {
      subscriber.disconnect();
      onLost();
    });
    try {
      await subscriber.subscribe(channel);
    } catch (error) {
      subscriber.disconnect();
      throw error;
    }
    return { close: () => subscriber.disconnect() };
  };
}
