import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, screen, userEvent, waitFor, within } from "storybook/test";
import { activepiecesRecipe } from "./languages/activepiecesLanguage.js";
import { difyRecipe } from "./languages/difyLanguage.js";
import { LanguageHost } from "./languages/LanguageHost.js";
import { n8nLanguageOfBackEnd, n8nRecipe } from "./languages/n8nLanguage.js";
import { simRecipe } from "./languages/simLanguage.js";
import { resultsRecipe, slotRecipe } from "./languages/slotLanguages.js";
import { StoryProvider } from "./support/StoryProvider.js";
import { showCode } from "./support/showCode.js";
import activepieces from "./languages/activepiecesLanguage.ts?raw";
import dify from "./languages/difyLanguage.ts?raw";
import n8n from "./languages/n8nLanguage.ts?raw";
import sim from "./languages/simLanguage.ts?raw";
import slots from "./languages/slotLanguages.ts?raw";

const meta: Meta<typeof LanguageHost> = {
  title: "Recipes/Template languages",
  component: LanguageHost,
  tags: ["!autodocs"],
  decorators: [(Story) => <StoryProvider>{Story()}</StoryProvider>],
  parameters: showCode(sim),
};
export default meta;
type Story = StoryObj<typeof LanguageHost>;

/** Types behind the text, chooses a row after the other, and reads the text and its marks. */
function writes(
  keys: string,
  rows: readonly string[],
  text: string,
  marks: readonly string[],
): NonNullable<Story["play"]> {
  return async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const field = await canvas.findByRole<HTMLTextAreaElement>("textbox", { name: "Prompt" });
    await userEvent.click(field);
    field.setSelectionRange(field.value.length, field.value.length);
    // Brackets and braces name keys there, unless they are doubled.
    await userEvent.keyboard(keys.replace(/[{[]/g, "$&$&"));
    for (const row of rows) {
      // A node's row says its name twice: as a path, and as where it comes from.
      const [cell] = await screen.findAllByText(row, { selector: "[role=option] *" });
      if (cell) await userEvent.click(cell);
    }
    await waitFor(() => expect(field.value).toBe(text));
    const states = () => Array.from(canvasElement.querySelectorAll("mark"), ({ dataset }) => dataset.state);
    await waitFor(() => expect(states()).toEqual(marks));
  };
}

/** A language like Sim's. `{{API_KEY}}` is marked and left to the back end, and `a < b` is prose. */
export const AngleBrackets: Story = {
  name: "Angle brackets",
  args: { recipe: simRecipe, template: "Where a < b: a picture for {{API_KEY}}, <publish.url>, of " },
  play: writes(
    "<conten",
    ["agent1.content"],
    "Where a < b: a picture for {{API_KEY}}, <publish.url>, of <agent1.content>",
    ["expression", "late", "known"],
  ),
};

/** A language like Dify's: ids in the text, labels everywhere else. */
export const NodeIds: Story = {
  parameters: showCode(dify),
  name: "Node ids",
  args: { recipe: difyRecipe, template: "For {{#1720000000000.product#}} and {{#1720000000000.produkt#}}: " },
  play: writes(
    "/Describe",
    ["Describe product", "Describe product / text"],
    "For {{#1720000000000.product#}} and {{#1720000000000.produkt#}}: {{#1720000000001.text#}}",
    ["known", "unknown", "known"],
  ),
};

/** A language like n8n's: paths are checked, other JavaScript is marked and left to the engine. */
export const Expressions: Story = {
  parameters: showCode(n8n),
  args: { recipe: n8nRecipe, template: "{{ $json.mood.toUpperCase() }}, {{ $json.mod }}: " },
  play: writes(
    "{{ Describe pro",
    ["Describe product › subject"],
    "{{ $json.mood.toUpperCase() }}, {{ $json.mod }}: {{ $('Describe product').item.json.subject }}",
    ["expression", "unknown", "known"],
  ),
};

/** The same where the back end has the engine: the preview says that the values come with the run. */
export const ExpressionsOfTheBackEnd: Story = {
  parameters: showCode(n8n),
  name: "Expressions of the back end",
  args: {
    recipe: { ...n8nRecipe, language: n8nLanguageOfBackEnd },
    template: "A {{ $json.mood }} picture",
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: "Preview text" }));
    await canvas.findByText("The values are filled in when the node runs.");
  },
};

/** A language like Activepieces': brackets only, quotes in keys. */
export const Brackets: Story = {
  parameters: showCode(activepieces),
  args: { recipe: activepiecesRecipe, template: "{{trigger['body']['title']}} in " },
  play: writes(
    "{{colour",
    ["Describe product › it's › main colour"],
    "{{trigger['body']['title']}} in {{step_1['it\\'s']['main colour']}}",
    ["known", "known"],
  ),
};

/** Template strings: `${results.a.text}`; other dollars and braces are text. */
export const Results: Story = {
  parameters: showCode(slots),
  args: { recipe: resultsRecipe, template: "${price} or $5, {a}, ${results.form.product}: " },
  play: writes(
    "${Describe",
    ["results.a", "results.a.text"],
    "${price} or $5, {a}, ${results.form.product}: ${results.a.text}",
    ["known", "known"],
  ),
};

/** Plain slots: the list waits for the first letter behind a brace. */
export const Slots: Story = {
  parameters: showCode(slots),
  args: { recipe: slotRecipe, template: "{ braces } are text, {pruduct} is not: " },
  play: writes("{Loo", ["style"], "{ braces } are text, {pruduct} is not: {style}", ["unknown", "known"]),
};
