import { fileURLToPath } from "node:url";
import { defineBrowserProvider } from "@vitest/browser";
import type { EngineDriver } from "./EngineDriver.js";
import { engineCommands } from "./engineCommands.js";

/** The page's size where a test names none, in CSS px. */
const VIEWPORT = { width: 1280, height: 720 };

/** Vitest's browser mode in a browser that one driver drives: one page, one file after another. */
export function engineProvider(open: () => Promise<EngineDriver>) {
  return defineBrowserProvider({
    name: "engine",
    supportedBrowser: ["firefox", "webkit"],
    options: {},
    providerFactory(project) {
      for (const [name, command] of Object.entries(engineCommands))
        project.browser?.registerCommand(name as never, command as never);
      let opened: Promise<EngineDriver> | undefined;
      const sessions = new Map<string, EngineDriver>();
      return {
        name: "engine",
        supportsParallelism: false,
        initScripts: [fileURLToPath(new URL("engineLocators.ts", import.meta.url))],
        getCommandsContext: (id) => ({ driver: sessions.get(id) }),
        async openPage(id, url) {
          const driver = await (opened ??= openAndTell(open));
          sessions.set(id, driver);
          await driver.resize(VIEWPORT.width, VIEWPORT.height);
          await driver.open(url);
        },
        async close() {
          const driver = await opened?.catch(() => undefined);
          opened = undefined;
          await driver?.close();
        },
      };
    },
  });
}

async function openAndTell(open: () => Promise<EngineDriver>): Promise<EngineDriver> {
  const driver = await open();
  console.log(`Runs in ${driver.version}.`);
  return driver;
}
