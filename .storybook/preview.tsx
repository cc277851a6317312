import { StrictMode, useEffect } from "react";
import type { Decorator, Preview } from "@storybook/react-vite";
import "image-generation-node/styles.css";
import "./preview.css";

/** The toolbars' theme and direction go to the document, as a host's page would set them. */
const withPage: Decorator = (Story, { globals }) => {
  const { theme, direction } = globals as { theme: string; direction: string };
  useEffect(() => {
    document.documentElement.style.colorScheme = theme;
    document.documentElement.dir = direction;
  }, [theme, direction]);
  return (
    <StrictMode>
      <Story />
    </StrictMode>
  );
};

const preview: Preview = {
  decorators: [withPage],
  initialGlobals: { theme: "light", direction: "ltr" },
  globalTypes: {
    theme: {
      description: "Colour scheme",
      toolbar: {
        icon: "contrast",
        dynamicTitle: true,
        items: [
          { value: "light", title: "Light" },
          { value: "dark", title: "Dark" },
        ],
      },
    },
    direction: {
      description: "Writing direction",
      toolbar: {
        icon: "transfer",
        dynamicTitle: true,
        items: [
          { value: "ltr", title: "Left to right" },
          { value: "rtl", title: "Right to left" },
        ],
      },
    },
  },
  parameters: {
    layout: "fullscreen",
    a11y: { test: "error" },
    backgrounds: { disable: true },
    controls: { disable: true },
    options: {
      storySort: {
        order: ["Panel", ["Playground"], "Recipes", "Prompt editor", "Mode switch", "Selects", "Config form", "Preview", "Field"],
      },
    },
  },
};

export default preview;
