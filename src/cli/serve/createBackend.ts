import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createDemoBackend } from "../../demo/index.js";
import { LOCAL_ORIGINS, createImageNodeHandler, fileStorage, memoryStorage } from "../../server/index.js";
import type { ImageNodeHandlerOptions } from "../../server/index.js";
import { UsageError } from "../UsageError.js";

/** Options of {@link createBackend}. */
export interface CreateBackendOptions {
  publicUrl: string;
  /** Directory for the images. By default they stay in memory. */
  directory?: string | undefined;
  /** Module whose default export is the handler's options, or a function that returns them. By default the demo is served. */
  config?: string | undefined;
  /** Whether pictures are taken in; what the module's options say of it wins. No by default. @default false */
  references?: boolean | undefined;
  waitUntil: (promise: Promise<unknown>) => void;
}

/** Defaults that a configuration file's function receives. */
export interface ServeDefaults {
  publicUrl: string;
  storage: ImageNodeHandlerOptions["storage"];
  signingSecret: string;
  /** Any localhost origin. */
  allowedOrigins: readonly string[];
  waitUntil: (promise: Promise<unknown>) => void;
}

/** Creates the handler that `serve` mounts. */
export async function createBackend(
  options: CreateBackendOptions,
): Promise<(request: Request) => Promise<Response>> {
  const { publicUrl, waitUntil } = options;
  const storage = options.directory === undefined ? memoryStorage() : fileStorage(resolve(options.directory));
  const signingSecret = randomBytes(32).toString("hex");
  const defaults: ServeDefaults = {
    publicUrl,
    storage,
    signingSecret,
    allowedOrigins: LOCAL_ORIGINS,
    waitUntil,
  };
  const takesPictures = options.references ? ({ references: true } as const) : {};
  if (options.config === undefined) return createDemoBackend({ ...defaults, ...takesPictures }).handler;
  const configured = await loadConfig(options.config, defaults);
  return createImageNodeHandler({ ...defaults, ...takesPictures, ...configured });
}

async function loadConfig(file: string, defaults: ServeDefaults): Promise<ImageNodeHandlerOptions> {
  const module = (await import(pathToFileURL(resolve(file)).href).catch((error: unknown) => {
    throw new UsageError(
      `${file} can't be loaded: ${error instanceof Error ? error.message : String(error)}`,
    );
  })) as { default?: unknown };
  const exported: unknown =
    typeof module.default === "function" ? await module.default(defaults) : module.default;
  if (typeof exported === "object" && exported !== null && "imageModels" in exported) {
    return exported as ImageNodeHandlerOptions;
  }
  throw new UsageError(
    `${file} has no default export with imageModels. Export the options of createImageNodeHandler, or a function that makes them from { publicUrl, storage, signingSecret, allowedOrigins, waitUntil }.`,
  );
}
