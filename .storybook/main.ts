import type { StorybookConfig } from "@storybook/react-vite";
import { silenceWhatsNew } from "./silenceWhatsNew.js";
import { entryAliases, platformAliases } from "../vite.aliases.js";
import { imageNodeBackend } from "./imageNodeBackend.js";
import { workflowReceiver } from "./workflowReceiver.js";

/** Packages bundled at the start: found later, each would reload the page under its reader. */
const DEPENDENCIES = [
  "react",
  "react/jsx-runtime",
  "react/jsx-dev-runtime",
  "react-dom",
  "react-dom/client",
  "react-hook-form",
  "@hookform/resolvers/zod",
  "@mui/material/Alert",
  "@mui/material/Button",
  "@mui/material/Chip",
  "@mui/material/Drawer",
  "@mui/material/FormLabel",
  "@mui/material/MenuItem",
  "@mui/material/OutlinedInput",
  "@mui/material/Stack",
  "@mui/material/TextField",
  "@mui/material/Typography",
  "@mui/material/styles",
  "zod/mini",
  "zod/v3",
  "@radix-ui/react-dialog",
  "@radix-ui/react-select",
  "@radix-ui/react-slot",
  "@radix-ui/react-tabs",
  "@radix-ui/themes",
  "@xyflow/react",
  "aws4fetch",
  "emojilib",
  "virtua",
];

const config: StorybookConfig & { experimental_serverChannel: typeof silenceWhatsNew } = {
  framework: "@storybook/react-vite",
  stories: ["../stories/**/*.stories.tsx", "../stories/**/*.mdx"],
  addons: ["@storybook/addon-docs", "@storybook/addon-a11y", "@storybook/addon-vitest"],
  // Nothing of this project asks the network for anything. `enableCrashReports: false` must not stand here: whatever its
  // value, it makes Storybook report errors of the page although telemetry is off.
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  experimental_serverChannel: silenceWhatsNew,
  // It is for those who write a book, and pushes the book out of its reader's sight.
  features: { sidebarOnboardingChecklist: false },
  typescript: { reactDocgen: "react-docgen" },
  viteFinal: async (vite) => {
    const { mergeConfig } = await import("vite");
    return mergeConfig(vite, {
      resolve: { alias: [...platformAliases("browser"), ...entryAliases] },
      optimizeDeps: { include: DEPENDENCIES },
      // What the pages and recipes say with light-dark() stays: rewritten for old browsers it would not see their scheme.
      build: { cssTarget: ["chrome125", "edge125", "firefox128", "safari18"] },
      plugins: [imageNodeBackend(), workflowReceiver()],
    });
  },
};

export default config;
