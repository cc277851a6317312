import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import { defineConfig } from "vitest/config";
import { chromiumBrowser } from "./test/chromiumBrowser.js";

/** Every story as a test: it renders clean, passes axe, and plays. Apart, because it loads all of Storybook. */
export default defineConfig({
  plugins: [storybookTest({ configDir: ".storybook" })],
  test: { name: "stories", browser: await chromiumBrowser(), testTimeout: 60_000, hookTimeout: 60_000 },
});
