export { postgresRunStore } from "./postgresRunStore.js";
export type { PostgresRunStoreOptions } from "./postgresRunStore.js";
export type { PostgresClient, PostgresNotification, PostgresPool } from "./postgres/PostgresPool.js";
export { redisRunStore } from "./redisRunStore.js";
export type { RedisRunStoreOptions } from "./redisRunStore.js";
export type { RedisClient, RedisSubscriber } from "./redis/RedisClient.js";
export type { SharedRunStore } from "./SharedRunStore.js";
export { createGenerationQueue } from "./createGenerationQueue.js";
export type { GenerationQueue } from "./createGenerationQueue.js";
export { createGenerationWorker } from "./createGenerationWorker.js";
export type { GenerationWorker, GenerationWorkerOptions } from "./createGenerationWorker.js";
export { consumeGenerations } from "./consumeGenerations.js";
export type { GenerationConsumer, GenerationConsumerOptions } from "./consumeGenerations.js";
export type {
  EngineQueue,
  GenerationEngine,
  GenerationQueueOptions,
  ProviderLimit,
} from "./GenerationEngine.js";
export type { OverdueTurns, RunTurns, TurnAnswer, TurnEntry, TurnExit } from "./turns/RunTurns.js";
