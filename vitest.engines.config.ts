import { defineConfig } from "vitest/config";
import type { TestProjectInlineConfiguration } from "vitest/config";
import { LIMITS } from "./test/engines/LIMITS.js";
import { EVERYDAY } from "./test/engines/EVERYDAY.js";
import { engineProvider } from "./test/engines/engineProvider.js";
import { findEngines } from "./test/engines/findEngines.js";
import type { Engine } from "./test/engines/findEngines.js";
import { openEngine } from "./test/engines/openEngine.js";
import base from "./vitest.config.js";

const { found, missing } = findEngines();
for (const engine of missing) console.log(`Not here: ${engine}.`);
for (const { name } of found)
  for (const { engines, file, test, why } of LIMITS)
    if (engines.includes(name))
      console.log(`Left out in ${name}: ${file}${test ? ` (${test})` : ""}. ${why}`);

const inChromium = (base.test?.projects ?? []).find(
  (project): project is TestProjectInlineConfiguration =>
    typeof project === "object" && "test" in project && project.test?.name === "browser",
);
if (!inChromium) throw new Error("vitest.config.ts has no project named browser.");

const isWhole = process.env["ENGINES"] === "all";

/** The cases of the browser project, run by another engine. */
const project = (engine: Engine): TestProjectInlineConfiguration => ({
  ...inChromium,
  // Each engine has a page of its own: a cache that one of them fills while another reads would reload it.
  cacheDir: `node_modules/.vite-${engine.name}`,
  test: {
    ...inChromium.test,
    name: engine.name,
    include: isWhole ? ["test/**/*.browser.test.{ts,tsx}"] : [...EVERYDAY],
    exclude: LIMITS.filter((limit) => limit.test === undefined && limit.engines.includes(engine.name)).map(
      ({ file }) => file,
    ),
    setupFiles: ["test/setup.browser.ts", "test/engines/setup.engines.ts"],
    fileParallelism: false,
    // Each key goes a long way round; like the others, this only ends what hangs.
    testTimeout: 240_000,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      connectTimeout: 180_000,
      provider: engineProvider(() => openEngine(engine)),
      instances: [{ browser: engine.name }],
    },
  },
});

/** The browser tests in Firefox and WebKit, where they are installed: every day those of the main job, all with ENGINES=all. */
export default defineConfig({
  test: { passWithNoTests: true, include: [], projects: found.map(project) },
});
