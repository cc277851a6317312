import type { ChannelEngine } from "./ChannelEngine.js";
import type { RedisClient } from "./RedisClient.js";

/** Hears channels over a second connection, which subscriptions would otherwise take for themselves. */
export function openRedisChannels(redis: Pick<RedisClient, "duplicate">): ChannelEngine["open"] {
  return async (onMessage, onLost) => {
    const subscriber = redis.duplicate();
    subscriber.on("message", onMessage);
    // Whatever breaks also closes.
    subscriber.on("error", () => undefined);
    subscriber.on("close", () => {
      subscriber.disconnect();
      onLost();
    });
    return {
      listen: async (channel) => void (await subscriber.subscribe(channel)),
      unlisten: async (channel) => void (await subscriber.unsubscribe(channel)),
      close: () => subscriber.disconnect(),
    };
  };
}
