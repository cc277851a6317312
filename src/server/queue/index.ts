export { postgresRunStore } from "./postgresRunStore.js";
export type {
  PostgresClient,
  PostgresNotification,
  PostgresPool,
  PostgresRunStoreOptions,
} from "./postgresRunStore.js";
export { redisRunStore } from "./redisRunStore.js";
export type { RedisClient, RedisRunStoreOptions, RedisSubscriber } from "./redisRunStore.js";
export type { SharedRunStore } from "./SharedRunStore.js";
