import type { StorybookConfig } from "@storybook/react-vite";
import { entryAliases, platformAliases } from "../vite.aliases.js";
import { imageNodeBackend } from "./imageNodeBackend.js";
import { workflowReceiver } from "./workflowReceiver.js";

const config: StorybookConfig = {
  framework: "@storybook/react-vite",
  stories: ["../stories/**/*.stories.tsx", "../stories/**/*.mdx"],
  addons: ["@storybook/addon-docs", "@storybook/addon-a11y", "@storybook/addon-vitest"],
  // Nothing of this project asks the network for anything.
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  typescript: { reactDocgen: "react-docgen" },
  viteFinal: async (vite) => {
    const { mergeConfig } = await import("vite");
    return mergeConfig(vite, {
      resolve: { alias: [...platformAliases("browser"), ...entryAliases] },
      plugins: [imageNodeBackend(), workflowReceiver()],
    });
  },
};

export default config;
