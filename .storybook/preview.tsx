import type { Decorator, Preview, StoryContext } from "@storybook/react-vite";
import type { MessageOverrides } from "image-generation-node";
import { configure, expect, mocked, spyOn } from "storybook/test";
import { languages } from "../stories/support/languages.js";
import { WordsContext } from "../stories/support/WordsContext.js";
import type { CodeParameters } from "../stories/support/showCode.js";
import { StoryPage } from "./StoryPage.js";
import "image-generation-node/styles.css";
import "./preview.css";

// A busy machine may need longer than the tool's one second for what a moment shows on a quiet one.
configure({ asyncUtilTimeout: 15_000 });

// The playground's controls come before the toolbar; a language brings its direction.
const languageOf = ({ args, globals }: Pick<StoryContext, "args" | "globals">) =>
  languages.find(({ tag }) => tag === (args.language ?? globals.locale));

const withPage: Decorator = (Story, { args, globals, loaded }) => {
  const ofLanguage = languageOf({ args, globals })?.direction === "rtl" ? "rtl" : globals.direction;
  const { theme = globals.theme, direction = ofLanguage } = args;
  return (
    <StoryPage theme={String(theme)} direction={String(direction)}>
      <WordsContext.Provider value={loaded.words as MessageOverrides | undefined}>
        <Story />
      </WordsContext.Provider>
    </StoryPage>
  );
};

const preview: Preview = {
  decorators: [withPage],
  // Only the words of the chosen language are fetched, as a host would.
  loaders: [async (context) => ({ words: await languageOf(context)?.load() })],
  beforeEach: () => {
    spyOn(console, "error");
  },
  // A story that makes React or the library complain has failed, even if it looks right.
  afterEach: (context) => {
    // Words are fetched: a change of the controls meanwhile ends this render, and with it what it spied on.
    const calls = "mock" in console.error ? mocked(console.error).mock.calls : [];
    expect(calls, "unexpected console.error").toEqual([]);
    const { transform } = (context.parameters as Partial<CodeParameters>).docs?.source ?? {};
    const code = transform?.("", context);
    expect(code, "code of the story, as a user would write it").toMatch(/ from "image-generation-node/);
    expect(code, "code of the story").not.toMatch(/support\/|Board|Scripted|Story/);
  },
  initialGlobals: { theme: "light", direction: "ltr", locale: "en" },
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
    locale: {
      description: "Language of the panel",
      toolbar: {
        icon: "globe",
        dynamicTitle: true,
        items: languages.map(({ tag, name }) => ({ value: tag, title: name, right: tag })),
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
