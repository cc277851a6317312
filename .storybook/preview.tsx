import type { Decorator, Preview } from "@storybook/react-vite";
import { configure, expect, mocked, spyOn } from "storybook/test";
import { StoryPage } from "./StoryPage.js";
import "image-generation-node/styles.css";
import "./preview.css";

// A busy machine may need longer than the tool's one second for what a moment shows on a quiet one.
configure({ asyncUtilTimeout: 15_000 });

const withPage: Decorator = (Story, { globals }) => (
  <StoryPage theme={String(globals.theme)} direction={String(globals.direction)}>
    <Story />
  </StoryPage>
);

const preview: Preview = {
  decorators: [withPage],
  beforeEach: () => {
    spyOn(console, "error");
  },
  // A story that makes React or the library complain has failed, even if it looks right.
  afterEach: () => {
    expect(mocked(console.error).mock.calls, "unexpected console.error").toEqual([]);
  },
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
        order: [
          "Panel",
          ["Playground"],
          "Start",
          "Embed",
          "Anatomy",
          "Styling",
          "Back end",
          "Variables",
          "Testing",
          "Accessibility",
          "Recipes",
          "Prompt editor",
          "Mode switch",
          "Selects",
          "Model settings",
          "Config form",
          "Preview",
          "Field",
          "Preview run",
          "Preview picture",
          "Preview history",
          "Preview gallery",
          "Preview errors",
        ],
      },
    },
  },
};

export default preview;
