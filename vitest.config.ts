import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { chromiumBrowser } from "./test/chromiumBrowser.js";
import { entryAliases, platformAliases } from "./vite.aliases.js";

/** Chromium is looked for only when the browser project runs. */
const runsBrowser = !process.argv.includes("--project") || process.argv.includes("browser");

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
          exclude: ["test/**/*.{dom,browser,ssr,package,e2e}.test.ts"],
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
        resolve: { alias: nodeAliases },
        test: {
          name: "types",
          include: [],
          typecheck: { enabled: true, only: true, include: ["test/**/*.test-d.{ts,tsx}"] },
        },
      },
      {
        resolve: { alias: nodeAliases },
        test: {
          name: "e2e",
          environment: "node",
          include: ["test/**/*.e2e.test.ts"],
          testTimeout: 90_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: "package",
          environment: "node",
          include: ["test/**/*.package.test.ts"],
          globalSetup: ["test/package/installPackage.ts"],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
      {
        plugins: [react()],
        resolve: { alias: browserAliases },
        optimizeDeps: {
          include: ["react", "react-dom", "react-dom/client", "react/jsx-dev-runtime", "react-hook-form"],
        },
        test: {
          name: "browser",
          include: ["test/**/*.browser.test.{ts,tsx}"],
          setupFiles: ["test/setup.browser.ts"],
          ...(runsBrowser && { browser: await chromiumBrowser() }),
          testTimeout: 30_000,
        },
      },
    ],
  },
});
