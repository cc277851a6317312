import type { Page } from "playwright";
import type { Random } from "./createRandom.ts";

/** One thing that a reader may do. It rejects where the page does not offer it at the moment. */
export type Action = (page: Page, random: Random) => Promise<void>;

const WORDS = [
  "a red fox ",
  "Two cats on a beach at sunset ",
  "{{",
  "{{sty",
  "{{trigger.output.style}} ",
  '{{agent.output.structured.mood ?? "calm"}} ',
  "{{trigger.output.nothing}}",
  "{{ 1 + 1 }}",
  "\\{{ }} ",
  "\n",
  "日本語の猫 ",
  "قطة 🐈‍⬛ ",
  "<b>1024x1024</b> watercolor ",
];
const KEYS = ["Enter", "Escape", "ArrowDown", "ArrowUp", "ArrowLeft", "Backspace", "Delete", "Home", "End"];
const SELECTS = ["Image model", "Prompt model", "Aspect ratio", "Style"];
const VERBS = [
  "Copy image",
  "Use in a later node",
  "Regenerate",
  "Retry",
  "Compare",
  "Use these settings",
  "Preview prompt",
  "Write again",
  "Draw this prompt",
  "Discard",
  "Use this prompt",
  "Undo",
  "Dismiss this hint",
  "Stop waiting",
];

const press = async (page: Page, name: string | RegExp) => {
  const buttons = page.getByRole("button", { name });
  if ((await buttons.count()) === 0) throw new Error(`There is no button ${name}.`);
  await buttons.first().click();
};

/** By name, with how often each is chosen. */
export const ACTIONS: readonly (readonly [name: string, weight: number, action: Action])[] = [
  [
    "mode",
    6,
    (page, random) => page.getByRole("tab", { name: random.pick(["Manual", "Prompt AI", "Auto"]) }).click(),
  ],
  [
    "type",
    20,
    async (page, random) => {
      await page.getByRole("textbox").first().focus();
      await page.keyboard.type(random.pick(WORDS), { delay: random.below(20) });
    },
  ],
  [
    "keys",
    14,
    async (page, random) => {
      await page.getByRole("textbox").first().focus();
      for (let left = 1 + random.below(5); left > 0; left -= 1) await page.keyboard.press(random.pick(KEYS));
    },
  ],
  [
    "undo",
    10,
    async (page, random) => {
      await page.getByRole("textbox").first().focus();
      const key = random.pick(["Control+z", "Control+z", "Control+Shift+z"]);
      for (let left = 1 + random.below(8); left > 0; left -= 1) await page.keyboard.press(key);
    },
  ],
  [
    "empty",
    4,
    async (page) => {
      await page.getByRole("textbox").first().focus();
      await page.keyboard.press("Control+a");
      await page.keyboard.press("Delete");
    },
  ],
  [
    "select",
    12,
    async (page, random) => {
      await page.getByRole("combobox", { name: random.pick(SELECTS) }).click();
      const options = page.getByRole("option");
      const count = await options.count();
      if (count === 0 || random.below(4) === 0) return page.keyboard.press("Escape");
      await options.nth(random.below(count)).click();
    },
  ],
  ["insert", 4, (page) => press(page, "Variables")],
  ["resolved text", 3, (page) => press(page, "Preview text")],
  ["generate", 9, (page) => press(page, /^Generate/)],
  [
    "generate by keyboard",
    4,
    async (page) => {
      await page.getByRole("textbox").first().focus();
      await page.keyboard.press("Control+Enter");
    },
  ],
  ["cancel", 5, (page) => press(page, "Cancel")],
  ["verb", 8, (page, random) => press(page, random.pick(VERBS))],
  [
    "zoom",
    3,
    async (page, random) => {
      await press(page, "Enlarge the picture");
      await page.waitForTimeout(random.below(300));
      await page.keyboard.press("Escape");
    },
  ],
  [
    "earlier picture",
    4,
    async (page, random) => {
      const pictures = page.getByRole("button", { name: /^Picture \d/ });
      await pictures.nth(random.below(Math.max(1, await pictures.count()))).click();
    },
  ],
  ["escape", 6, (page) => page.keyboard.press("Escape")],
  [
    "tab through",
    3,
    async (page, random) => {
      for (let left = 1 + random.below(8); left > 0; left -= 1)
        await page.keyboard.press(random.pick(["Tab", "Tab", "Shift+Tab"]));
    },
  ],
  [
    "resize",
    5,
    (page, random) =>
      page.setViewportSize({
        width: random.pick([320, 480, 760, 1024, 1440]),
        height: 400 + random.below(700),
      }),
  ],
  [
    "theme",
    4,
    async (page, random) => {
      const theme = random.pick(["light", "dark"] as const);
      await page.emulateMedia({
        colorScheme: theme,
        reducedMotion: random.pick(["reduce", "no-preference"]),
      });
      await page.evaluate((value) => {
        document.documentElement.style.colorScheme = value;
        document.documentElement.dir = value === "dark" ? "rtl" : "ltr";
      }, theme);
    },
  ],
  ["scroll", 3, (page, random) => page.mouse.wheel(0, random.below(1200) - 600)],
  ["pause", 6, (page, random) => page.waitForTimeout(random.below(900))],
];

/** Chooses an action by its weight. */
export function pickAction(random: Random): (typeof ACTIONS)[number] {
  let left = random.below(ACTIONS.reduce((sum, [, weight]) => sum + weight, 0));
  for (const entry of ACTIONS) {
    left -= entry[1];
    if (left < 0) return entry;
  }
  throw new RangeError("The weights do not add up.");
}
