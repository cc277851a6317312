import { globSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { chromiumBrowser } from "./test/chromiumBrowser.js";
import { entryAliases, platformAliases } from "./vite.aliases.js";

/** Chromium is looked for only when a project needs it. */
const runsBrowser =
  !process.argv.includes("--project") || process.argv.some((argument) => /^browser/.test(argument));

const nodeAliases = [...platformAliases("node"), ...entryAliases];
const browserAliases = [...platformAliases("browser"), ...entryAliases];
const react18Aliases = [
  { find: /^react(?=$|\/)/, replacement: "react18" },
  { find: /^react-dom(?=$|\/)/, replacement: "react-dom18" },
];

/** A polled expectation ends as soon as it holds; a busy machine may need longer than the tool's one second. */
const expectation = { poll: { timeout: 15_000 } };

/** These only end what hangs; nothing passes or fails by how fast a machine is. */
const patience = { testTimeout: 150_000, hookTimeout: 150_000 };

/** Many tests wait for clocks, servers and other processes: more of them at a time than there are cores. */
const maxWorkers = Math.max(4, availableParallelism());

/** Files that replace a module or count steps need a process of their own; the others share one with the file after them. */
const alone = globSync("test/**/*.test.{ts,tsx}", { cwd: import.meta.dirname }).filter((file) =>
  /\bvi\.(?:do)?mock\(|\/countSteps\.js"/i.test(readFileSync(`${import.meta.dirname}/${file}`, "utf8")),
);
const otherKinds = "test/**/*.{dom,browser,ssr,package,e2e}.test.ts";
const aloneIn = (kind: RegExp) => alone.filter((file) => kind.test(file));

export default defineConfig({
  test: {
    passWithNoTests: false,
    // What was recorded is compared, and written with -u only: a run of the tests changes no file.
    update: "none",
    projects: [
      {
        resolve: { alias: nodeAliases },
        test: {
          name: "node",
          maxWorkers,
          expect: expectation,
          environment: "node",
          include: ["test/**/*.test.ts"],
          exclude: [otherKinds, ...alone],
          isolate: false,
          setupFiles: ["test/shareProcess.ts"],
          ...patience,
        },
      },
      {
        resolve: { alias: nodeAliases },
        test: {
          name: "node-alone",
          maxWorkers,
          expect: expectation,
          environment: "node",
          include: aloneIn(/^[^.]+\.test\.ts$/),
          ...patience,
        },
      },
      {
        plugins: [react()],
        resolve: { alias: nodeAliases },
        test: {
          name: "dom",
          maxWorkers,
          expect: expectation,
          environment: "jsdom",
          include: ["test/**/*.dom.test.{ts,tsx}"],
          exclude: alone,
          isolate: false,
          setupFiles: ["test/shareProcess.ts", "test/setup.dom.ts"],
          ...patience,
        },
      },
      {
        plugins: [react()],
        resolve: { alias: nodeAliases },
        test: {
          name: "dom-alone",
          maxWorkers,
          expect: expectation,
          environment: "jsdom",
          include: aloneIn(/\.dom\.test\.tsx?$/),
          setupFiles: ["test/setup.dom.ts"],
          ...patience,
        },
      },
      {
        plugins: [react()],
        resolve: { alias: nodeAliases },
        test: {
          name: "ssr",
          maxWorkers,
          ...patience,
          environment: "node",
          include: ["test/**/*.ssr.test.{ts,tsx}"],
        },
      },
      {
        resolve: { alias: nodeAliases },
        test: {
          name: "types",
          include: [],
          typecheck: {
            enabled: true,
            only: true,
            include: ["test/**/*.test-d.{ts,tsx}"],
            // Not the whole project: that has been checked by then.
            tsconfig: "test/types/tsconfig.json",
          },
        },
      },
      {
        resolve: { alias: nodeAliases },
        test: {
          name: "e2e",
          expect: expectation,
          environment: "node",
          include: ["test/**/*.e2e.test.ts"],
          globalSetup: ["test/storybook/provideFolder.ts"],
          // Each has a Chromium and servers of its own.
          maxWorkers: 2,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        resolve: { alias: nodeAliases },
        test: {
          name: "package",
          environment: "node",
          include: ["test/**/*.package.test.ts"],
          globalSetup: ["test/package/installPackage.ts", "test/runtimes/provideRuntimes.ts"],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
      {
        plugins: [react()],
        resolve: { alias: browserAliases },
        optimizeDeps: {
          include: [
            "react",
            "react-dom",
            "react-dom/client",
            "react-dom/server",
            "react/jsx-dev-runtime",
            "react-hook-form",
            "@testing-library/react",
            "@guidepup/virtual-screen-reader",
            "@headlessui/react",
            "@mui/material/Alert",
            "@mui/material/Button",
            "@mui/material/Chip",
            "@mui/material/Dialog",
            "@mui/material/Drawer",
            "@mui/material/FormLabel",
            "@mui/material/MenuItem",
            "@mui/material/OutlinedInput",
            "@mui/material/Popover",
            "@mui/material/Stack",
            "@mui/material/TextField",
            "@mui/material/Typography",
            "@radix-ui/react-dialog",
            "@xyflow/react",
            "antd",
            "axe-core",
            "react-aria-components",
            "virtua",
          ],
        },
        test: {
          name: "browser",
          expect: expectation,
          include: ["test/**/*.browser.test.{ts,tsx}"],
          setupFiles: ["test/setup.browser.ts"],
          ...(runsBrowser && { browser: await chromiumBrowser() }),
          ...patience,
        },
      },
      {
        // The editor and the late list again, under the oldest React that they support.
        plugins: [react()],
        cacheDir: "node_modules/.vite-react18",
        resolve: { alias: [...browserAliases, ...react18Aliases] },
        optimizeDeps: {
          include: [
            "react",
            "react-dom",
            "react-dom/client",
            "react/jsx-dev-runtime",
            "react-hook-form",
            "@testing-library/react",
            "virtua",
          ],
        },
        test: {
          name: "browser-react18",
          expect: expectation,
          env: { EXPECTED_REACT: "18.2." },
          include: [
            "test/prompt-editor/{undo,value,listKeys,inputMethods,triggers,react18}.browser.test.tsx",
            "test/react/lateList.browser.test.tsx",
          ],
          setupFiles: ["test/setup.browser.ts"],
          ...(runsBrowser && { browser: await chromiumBrowser() }),
          ...patience,
        },
      },
    ],
  },
});
