import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, within } from "storybook/test";
import { entryOf, succeededWith } from "./support/entries.js";
import { PanelSample } from "./support/PanelSample.js";
import { showCode } from "./support/showCode.js";
import code from "./code/ImageNode.tsx?raw";
import "./support/sheet.css";

const WIDTHS = [320, 420, 800, 1280];

/** The panel in the places that editors have for it, from a drawer to a page. */
function EveryWidth() {
  return (
    <main>
      {(["light", "dark"] as const).map((theme) => (
        <div key={theme} className="sheet sheet-row" data-theme={theme} style={{ colorScheme: theme }}>
          {WIDTHS.map((width) => (
            <PanelSample
              key={width}
              title={`${width} px, ${theme}`}
              width={width}
              getState={() => succeededWith(entryOf())}
            />
          ))}
        </div>
      ))}
    </main>
  );
}

const meta: Meta<typeof EveryWidth> = {
  title: "Panel/Widths",
  component: EveryWidth,
  parameters: {
    ...showCode(code),
    // A page has one panel; here eight have the same names.
    a11y: { config: { rules: [{ id: "landmark-unique", enabled: false }] } },
  },
};
export default meta;

/** The whole panel at 320, 420, 800 and 1,280 px, light and dark: one column below about 760 px, two from there on. */
export const Widths: StoryObj<typeof EveryWidth> = {
  play: async ({ canvasElement }) => {
    for (const width of WIDTHS) {
      const region = within(canvasElement).getByRole("region", { name: `${width} px, light` });
      await within(region).findByRole("img");
      const panel = region.querySelector('[data-imagenode-part="panel"]');
      await expect(panel?.scrollWidth).toBeLessThanOrEqual(width);
    }
  },
};
