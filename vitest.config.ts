import react from "@vitejs/plugin-react";
import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { CHROMIUM_ARGS, findChromium } from "./test/chromium.js";
import { entryAliases, platformAliases } from "./vite.aliases.js";

const inBrowser = process.argv.some((argument) => /browser|stories/.test(argument)) || !process.argv.includes("--project");
const executablePath = inBrowser ? await findChromium() : "";

const chromium = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: { executablePath, args: CHROMIUM_ARGS },
    contextOptions: { permissions: ["clipboard-read", "clipboard-write"] },
  }),
  instances: [{ browser: "chromium" as const }],
});

const nodeAliases = [...platformAliases("node"), ...entryAliases];
const browserAliases = [...platformAliases("browser"), ...entryAliases];

export default defineConfig({
  test: {
    passWithNoTests: false,
    projects: [
      {
        resolve: { alias: nodeAliases },
        test: {
          name: "node",
          environment: "node",
          include: ["test/**/*.test.ts"],
          exclude: ["test/**/*.{dom,browser,ssr,package}.test.ts"],
          testTimeout: 20_000,
        },
      },
      {
        plugins: [react()],
        resolve: { alias: nodeAliases },
        test: {
          name: "dom",
          environment: "jsdom",
          include: ["test/**/*.dom.test.{ts,tsx}"],
          setupFiles: ["test/setup.dom.ts"],
          testTimeout: 20_000,
        },
      },
      {
        plugins: [react()],
        resolve: { alias: nodeAliases },
        test: { name: "ssr", environment: "node", include: ["test/**/*.ssr.test.{ts,tsx}"] },
      },
      {
        plugins: [react()],
        resolve: { alias: browserAliases },
        optimizeDeps: { include: ["react", "react-dom", "react-dom/client", "react/jsx-dev-runtime", "react-hook-form"] },
        test: {
          name: "browser",
          include: ["test/**/*.browser.test.{ts,tsx}"],
          setupFiles: ["test/setup.browser.ts"],
          browser: chromium(),
          testTimeout: 30_000,
        },
      },
      {
        plugins: [storybookTest({ configDir: ".storybook" })],
        test: { name: "stories", browser: chromium(), testTimeout: 30_000 },
      },
    ],
  },
});
