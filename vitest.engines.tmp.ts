import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { engineProvider } from "./test/engines/engineProvider.js";
import { openFirefox } from "./test/engines/openFirefox.js";
import { openWebKit } from "./test/engines/openWebKit.js";
import base from "./vitest.config.js";
const browser = (base as any).test.projects.find((p: any) => p.test.name === "browser");
const make = (name: "firefox" | "webkit", open: any) => ({
  ...browser,
  cacheDir: `node_modules/.vite-${name}`,
  test: { ...browser.test, name: `browser-${name}`, fileParallelism: false, browser: { enabled: true, headless: true, ui: false, screenshotFailures: false, provider: engineProvider(open), instances: [{ browser: name }] } },
});
export default defineConfig({ test: { passWithNoTests: false, projects: [
  make("firefox", () => openFirefox("/usr/bin/firefox-esr")),
  make("webkit", () => openWebKit({ driver: "/usr/bin/WebKitWebDriver", screen: "/usr/bin/Xvfb" })),
] } });
