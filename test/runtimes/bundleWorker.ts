import { rolldown } from "rolldown";

/** Packages that the app of the tests does not have, as a bundler leaves them. */
const MISSING = /^(?:bullmq|pg|ioredis|@opentelemetry\/api)$/;
/** Pictures and words of the demo, 25 MB that nothing there could draw. */
const UNUSED = /^(?:@iconify-json\/noto|emojilib)$/;

/** Worker in one file, and the modules that it expects of its runtime at once. */
export interface Worker {
  readonly code: string;
  readonly imports: readonly string[];
}

/** Bundles a worker as Cloudflare's tools do: for a browser, by the conditions of workers, into one file. */
export async function bundleWorker(app: string, input: string): Promise<Worker> {
  const build = await rolldown({
    input,
    cwd: app,
    platform: "browser",
    logLevel: "silent",
    resolve: { conditionNames: ["workerd", "worker", "browser", "import"] },
    external: [/^node:/, /^cloudflare:/, MISSING, UNUSED],
  });
  const { output } = await build.generate({ format: "esm", codeSplitting: false });
  await build.close();
  return { code: output[0].code, imports: output[0].imports };
}
