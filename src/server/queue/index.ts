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
export { createGenerationQueue } from "./createGenerationQueue.js";
export type { GenerationQueue } from "./createGenerationQueue.js";
export { createGenerationWorker } from "./createGenerationWorker.js";
export type { GenerationWorker, GenerationWorkerOptions } from "./createGenerationWorker.js";
export { consumeGenerations } from "./consumeGenerations.js";
export type { GenerationConsumer, GenerationConsumerOptions } from "./consumeGenerations.js";
export type { GenerationEngine, GenerationQueueOptions, ProviderLimit } from "./GenerationEngine.js";
