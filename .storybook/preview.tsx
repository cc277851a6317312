import type { Decorator, Preview } from "@storybook/react-vite";
import { configure, expect, mocked, spyOn } from "storybook/test";
import type { CodeParameters } from "../stories/support/showCode.js";
import { StoryPage } from "./StoryPage.js";
import "image-generation-node/styles.css";
import "./preview.css";

// A busy machine may need longer than the tool's one second for what a moment shows on a quiet one.
configure({ asyncUtilTimeout: 15_000 });

// The playground's controls come before the toolbar; a language brings its direction.
const withPage: Decorator = (Story, { args, globals }) => {
  const { theme = globals.theme, direction = args.language === "ar" ? "rtl" : globals.direction } = args;
  return (
    <StoryPage theme={String(theme)} direction={String(direction)}>
      <Story />
    </StoryPage>
  );
};

const preview: Preview = {
  decorators: [withPage],
  beforeEach: () => {
    spyOn(console, "error");
  },
  // A story that makes React or the library complain has failed, even if it looks right.
  afterEach: (context) => {
    expect(mocked(console.error).mock.calls, "unexpected console.error").toEqual([]);
    const { transform } = (context.parameters as Partial<CodeParameters>).docs?.source ?? {};
    const code = transform?.("", context);
    expect(code, "code of the story, as a user would write it").toMatch(/ from "image-generation-node/);
    expect(code, "code of the story").not.toMatch(/support\/|Board|Scripted|Story/);
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
    docs: { codePanel: true },
    options: {
      // Storybook reads this without running it: no names and no functions of elsewhere.
      storySort: {
        order: [
          "Panel",
          ["Playground", "Parts and props", "Widths", "Sheet", "States", "Composed"],
          "Guides",
          [
            "Start",
            "Embed",
            "Variables",
            "Template languages",
            "Saving",
            "Translating",
            "Widths and touch",
            "Styling",
            "Anatomy",
            "Back end",
            "Providers",
            "Testing",
            "Accessibility",
            "Words",
            "Documents",
          ],
          "Recipes",
          ["Workflow editor", "Small editor"],
          "Prompt editor",
          ["Parts and props"],
          "Mode switch",
          ["Parts and props"],
          "Selects",
          ["Parts and props"],
          "Model settings",
          ["Parts and props"],
          "Reference images",
          ["Parts and props"],
          "Config form",
          ["Parts and props"],
          "Field",
          ["Parts and props"],
          "Preview",
          ["Parts and props", "Run", "Picture", "Variations", "History", "Gallery", "Pin", "Errors"],
          "Provider",
        ],
      },
    },
  },
};

export default preview;
