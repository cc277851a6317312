import "image-generation-node/styles.css";
import { afterEach, expect, it } from "vitest";
import { cdp } from "vitest/browser";
import { ratio, readColor, readGround } from "../readContrast.js";
import { holdPage, show } from "../walkFocus.js";

const emulate = (features: readonly { name: string; value: string }[]) =>
  (cdp() as unknown as { send(method: string, params: object): Promise<unknown> }).send(
    "Emulation.setEmulatedMedia",
    { features },
  );
const root = document.documentElement;
afterEach(async () => {
  await emulate([]);
  root.removeAttribute("style");
  document.body.removeAttribute("style");
});

const PARTS = [
  "mode-switch-description",
  "panel-prompt-length",
  "catalog-select-note",
  "config-form-cost-estimate",
];
const part = (name: string) => document.querySelector<HTMLElement>(`[data-imagenode-part="${name}"]`);

it.each(["light", "dark"])(
  "texts have 7:1 and edges 4.5:1 for who asks for more contrast, in %s",
  async (scheme) => {
    root.style.colorScheme = scheme;
    document.body.style.background = "var(--imagenode-surface)";
    const read = () => {
      const texts = PARTS.flatMap((name) => {
        const element = part(name);
        return element ? [ratio(readColor(getComputedStyle(element).color), readGround(element, true))] : [];
      });
      const trigger = part("catalog-select-trigger") as HTMLElement;
      return {
        text: Math.min(...texts),
        edge: ratio(readColor(getComputedStyle(trigger).borderTopColor), readGround(trigger)),
      };
    };
    holdPage();
    await show({});
    const usual = read();
    expect(usual.text).toBeGreaterThanOrEqual(4.5);
    expect(usual.edge).toBeGreaterThanOrEqual(3);
    await emulate([{ name: "prefers-contrast", value: "more" }]);
    // Colors change within a moment.
    await expect.poll(() => read().edge).toBeGreaterThanOrEqual(4.5);
    const more = read();
    expect(more.text).toBeGreaterThanOrEqual(7);
  },
);
