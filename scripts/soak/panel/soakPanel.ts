import type * as Contract from "../../../src/contract/index.js";
import type * as Demo from "../../../src/demo/index.js";
import { buildPage } from "../../../test/security/page/buildPage.ts";
import { servePage } from "../../../test/security/page/servePage.ts";
import { bundleSource } from "../bundleSource.ts";
import { readSoakOptions } from "../readSoakOptions.ts";
import { pickAction } from "./actions.ts";
import { createRandom } from "./createRandom.ts";
import { measurePage } from "./measurePage.ts";
import type { PageSize } from "./measurePage.ts";
import { openPanel } from "./openPanel.ts";
import type { OpenPanel } from "./openPanel.ts";

const SAMPLES = 10;
/** What may be left over after the warm-up: caches that fill up, and the browser's own history of undo. */
const MAX_GROWTH: PageSize = { heapBytes: 6_000_000, nodes: 1500, listeners: 60, objectUrls: 4 };
const LAST_ACTIONS = 12;

/** Where a served Storybook shows the panel alone. */
const STORY = "/iframe.html?id=panel--playground&viewMode=story";

/**
 * A monkey at the panel: `--minutes 30`, `--seed 42`. Holds that no error is logged, that the saved configuration always
 * fits the contract, and that nothing is left in memory. It plays on a page built for production, since React's
 * development build keeps what was unmounted; `--url http://127.0.0.1:6006` takes a served Storybook all the same.
 */
export async function soakPanel(args: readonly string[]): Promise<boolean> {
  const { minutes, seed, url } = readSoakOptions(args, 30);
  const contract = await bundleSource<typeof Contract>("src/contract/index.ts");
  const isValid = (value: unknown) => contract.imageNodeConfigSchema.safeParse(value).success;
  console.log(`panel: ${minutes} min, --seed ${seed}`);
  const served = url === undefined ? await serveOwnPage() : { url: url + STORY, stop: async () => undefined };
  try {
    const panel = await openPanel(served.url);
    try {
      return await play(panel, minutes, seed, isValid);
    } finally {
      await panel.browser.close();
    }
  } finally {
    await served.stop();
  }
}

async function serveOwnPage(): Promise<{ url: string; stop(): Promise<void> }> {
  const { createDemoBackend } = await bundleSource<typeof Demo>("src/demo/index.ts");
  const { folder, remove } = await buildPage();
  const { url, stop } = await servePage({
    folder,
    createBackend: (publicUrl) => createDemoBackend({ publicUrl }).handler,
  });
  return { url, stop: () => stop().then(remove) };
}

async function play(
  panel: OpenPanel,
  minutes: number,
  seed: number,
  isValid: (config: unknown) => boolean,
): Promise<boolean> {
  const { page, session, faults } = panel;
  const random = createRandom(seed);
  const done: Record<string, number> = {};
  const recent: string[] = [];
  const sizes: PageSize[] = [];
  const started = Date.now();
  let actions = 0;
  let notOffered = 0;
  while (Date.now() - started < minutes * 60_000 && faults.length === 0) {
    const [name, , action] = pickAction(random);
    actions += 1;
    recent.push(name);
    if (recent.length > LAST_ACTIONS) recent.shift();
    await action(page, random).then(
      () => (done[name] = (done[name] ?? 0) + 1),
      () => (notOffered += 1),
    );
    const config = await panel.readConfig();
    if (!isValid(config)) faults.push(`The saved configuration is invalid: ${JSON.stringify(config)}`);
    // The first sample comes when the caches are warm: after a tenth of the time.
    if (Date.now() - started > (minutes * 60_000 * (sizes.length + 1)) / (SAMPLES + 1)) {
      await comeToRest(panel);
      sizes.push(await measurePage(page, session));
      console.log(`panel: ${describeSize(sizes.at(-1))} after ${actions} actions`);
    }
  }
  console.log(
    `panel: ${actions} actions, ${notOffered} not offered at their moment; ${JSON.stringify(done)}`,
  );
  for (const fault of faults) console.error(`panel: after ${recent.join(", ")}:\n${fault}`);
  const grown = growth(sizes);
  for (const { name, by, limit } of grown) {
    console.log(`panel: ${name} grew by ${by}${by > limit ? `, more than ${limit}` : ""}`);
  }
  return faults.length === 0 && grown.every(({ by, limit }) => by <= limit);
}

/** Leaves every sample in the same state: nothing open, nothing running, the same text, size and theme. */
async function comeToRest({ page }: OpenPanel): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  for (let left = 4; left > 0; left -= 1) await page.keyboard.press("Escape");
  const tab = page.getByRole("tab", { name: "Manual" });
  await tab.click({ timeout: 20_000 });
  const cancel = page.getByRole("button", { name: "Cancel" });
  for (let left = 20; left > 0 && (await cancel.count()) > 0; left -= 1) {
    await cancel
      .first()
      .click({ force: true })
      .catch(() => undefined);
    await page.waitForTimeout(500);
  }
  await page.getByRole("textbox", { name: "Prompt" }).fill("A lamp");
  const pressed = page.getByRole("button", { name: "Preview text", pressed: true });
  if ((await pressed.count()) > 0) await pressed.click();
  await page.getByRole("button", { name: /^Generate/ }).waitFor({ timeout: 20_000 });
}

function growth(sizes: readonly PageSize[]): readonly { name: keyof PageSize; by: number; limit: number }[] {
  const [first] = sizes;
  const last = sizes.at(-1);
  if (!first || !last || first === last) return [];
  const names = ["heapBytes", "nodes", "listeners", "objectUrls"] as const;
  return names.map((name) => ({ name, by: last[name] - first[name], limit: MAX_GROWTH[name] }));
}

function describeSize(size: PageSize | undefined): string {
  if (!size) return "nothing";
  const { heapBytes, nodes, listeners, objectUrls } = size;
  return `${(heapBytes / 1e6).toFixed(1)} MB, ${nodes} nodes, ${listeners} listeners, ${objectUrls} object URLs`;
}
