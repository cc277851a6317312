import { parseKeyDef } from "@vitest/browser";
import type { EngineDriver, MouseButton } from "./EngineDriver.js";
import { findPlace } from "./findPlace.js";
import type { PlaceQuery } from "./findPlace.js";
import { focusElement, focusFrame, putFiles, putText, sizeFrame, takePress } from "./pageActions.js";

/** What a command of Vitest's browser mode is called with. */
interface CommandContext {
  driver: EngineDriver;
}

interface Located {
  selector: string;
}

interface ActionOptions {
  timeout?: number;
  position?: { x?: number; y?: number };
  force?: boolean;
  button?: "left" | "middle" | "right";
  clickCount?: number;
  modifiers?: readonly string[];
}

/** How long an element is waited for, in ms: it only ends what hangs. */
const PATIENCE_MS = 30_000;

const modifier = (key: string) => (key === "ControlOrMeta" || key === "Ctrl" ? "Control" : key);

const BUTTONS = { left: 0, middle: 1, right: 2 } as const;

async function locate(
  driver: EngineDriver,
  query: PlaceQuery,
  timeout = PATIENCE_MS,
): Promise<{ x: number; y: number }> {
  const end = Date.now() + timeout;
  for (;;) {
    const place = await driver.evaluate(findPlace, query);
    if (!("wait" in place)) return place;
    if (Date.now() > end) throw new Error(`${query.selector}: ${place.wait}.`);
  }
}

const pressTimes = (times: number) =>
  async function press({ driver }: CommandContext, { selector }: Located, options: ActionOptions = {}) {
    const query = { selector, position: options.position, isPressed: !options.force };
    const button = BUTTONS[options.button ?? "left"];
    const held = (options.modifiers ?? []).map(modifier);
    const end = Date.now() + (options.timeout ?? PATIENCE_MS);
    for (;;) {
      const { x, y } = await locate(driver, query, options.timeout);
      for (const key of held) await driver.keyDown(key);
      await driver.press(x, y, button, options.clickCount ?? times);
      for (const key of held) await driver.keyUp(key);
      const missed = await driver.evaluate(takePress);
      if (missed === null) return;
      if (Date.now() > end) throw new Error(`${selector}: the press got to ${missed}.`);
    }
  };

async function hover({ driver }: CommandContext, { selector }: Located, options: ActionOptions = {}) {
  const { x, y } = await locate(driver, { selector, position: options.position }, options.timeout);
  await driver.movePointer(x, y);
}

interface Held {
  unreleased?: readonly string[];
}

/** Presses what a text in the notation of Testing Library says; keys that it leaves pressed are returned. */
async function pressKeys(driver: EngineDriver, text: string, { unreleased = [] }: Held, keepsHeld: boolean) {
  const held = new Set(unreleased);
  const release = async (key: string) => {
    held.delete(key);
    await driver.keyUp(key);
  };
  for (const { keyDef, releasePrevious, releaseSelf, repeat } of parseKeyDef(text)) {
    const key = modifier(keyDef.key ?? "");
    if (held.has(key)) await release(key);
    if (releasePrevious) continue;
    if (key === "selectall") {
      await driver.evaluate(putText, null);
      continue;
    }
    for (let time = 0; time < repeat; time += 1) await driver.keyDown(key);
    held.add(key);
    if (releaseSelf) await release(key);
  }
  if (!keepsHeld) for (const key of held) await release(key);
  return { unreleased: [...held] };
}

/** Lets keys get to the frame of the tests. */
async function aimKeys(driver: EngineDriver) {
  if (await driver.evaluate(focusFrame)) return;
  await driver.bringToFront?.();
  await driver.evaluate(focusFrame);
}

async function keyboard({ driver }: CommandContext, text: string, state: Held) {
  await aimKeys(driver);
  return await pressKeys(driver, text, state, true);
}

async function releaseKeys({ driver }: CommandContext, { unreleased = [] }: Held) {
  for (const key of unreleased) await driver.keyUp(key);
}

async function type(
  { driver }: CommandContext,
  { selector }: Located,
  text: string,
  options: Held & ActionOptions & { skipClick?: boolean; skipAutoClose?: boolean } = {},
) {
  if (!options.skipClick) await focus(driver, selector, options.timeout);
  return await pressKeys(driver, text, options, options.skipAutoClose === true);
}

async function focus(driver: EngineDriver, selector: string, timeout?: number) {
  await locate(driver, { selector }, timeout);
  await driver.evaluate(focusElement, selector);
}

async function fill(
  { driver }: CommandContext,
  { selector }: Located,
  text: string,
  options: ActionOptions = {},
) {
  await focus(driver, selector, options.timeout);
  await driver.evaluate(putText, text);
}

const clear = (context: CommandContext, element: Located, options?: ActionOptions) =>
  fill(context, element, "", options);

async function tab({ driver }: CommandContext, { shift = false }: { shift?: boolean } = {}) {
  await aimKeys(driver);
  if (shift) await driver.keyDown("Shift");
  await driver.keyDown("Tab");
  await driver.keyUp("Tab");
  if (shift) await driver.keyUp("Shift");
}

async function upload(
  { driver }: CommandContext,
  { selector }: Located,
  files: readonly (string | { name: string; mimeType: string; base64: string })[],
) {
  await driver.evaluate(
    putFiles,
    selector,
    files.map((file) => {
      if (typeof file === "string") throw new TypeError("Give the file itself: paths are not read here.");
      return file;
    }),
  );
}

interface PointerStep {
  keys?: string;
  target?: Located;
  coords?: { x: number; y: number };
}

interface PointerState extends Held {
  target?: Located | undefined;
  coords?: { x: number; y: number } | undefined;
}

const MOUSE: Readonly<Record<string, MouseButton>> = { MouseLeft: 0, MouseMiddle: 1, MouseRight: 2 };

async function pointer({ driver }: CommandContext, steps: readonly PointerStep[], state: PointerState = {}) {
  let { target, coords } = state;
  const held = new Set(state.unreleased ?? []);
  for (const step of steps) {
    if (step.target || step.coords) ({ target, coords } = step);
    if (target) {
      const { x, y } = await locate(driver, { selector: target.selector, position: coords });
      await driver.movePointer(x, y);
    } else if (coords) await driver.movePointer(coords.x, coords.y);
    for (const { keyDef, releasePrevious, releaseSelf } of parseKeyDef(step.keys ?? "")) {
      const button = MOUSE[keyDef.code ?? ""];
      const key = modifier(keyDef.key ?? "");
      if (!releasePrevious) {
        await (button === undefined ? driver.keyDown(key) : driver.pointerDown(button));
        held.add(keyDef.code ?? key);
      }
      if (releasePrevious || releaseSelf) {
        await (button === undefined ? driver.keyUp(key) : driver.pointerUp(button));
        held.delete(keyDef.code ?? key);
      }
    }
  }
  return { unreleased: [...held], target, coords };
}

async function wheel(
  { driver }: CommandContext,
  { selector }: Located,
  { delta, times = 1 }: { delta: { x?: number; y?: number }; times?: number },
) {
  const { x, y } = await locate(driver, { selector });
  for (let time = 0; time < times; time += 1) await driver.wheel(x, y, delta.x ?? 0, delta.y ?? 0);
}

async function dragAndDrop({ driver }: CommandContext, source: Located, target: Located) {
  const from = await locate(driver, { selector: source.selector, isPressed: true });
  await driver.movePointer(from.x, from.y);
  await driver.pointerDown(0);
  const to = await locate(driver, { selector: target.selector });
  await driver.movePointer((from.x + to.x) / 2, (from.y + to.y) / 2);
  await driver.movePointer(to.x, to.y);
  await driver.pointerUp(0);
}

/** Narrowest page that each browser's window can have, in CSS px; the frame of the tests may be narrower. */
const NARROWEST_PAGE = 480;

async function viewport({ driver }: CommandContext, { width, height }: { width: number; height: number }) {
  await driver.resize(Math.max(width, NARROWEST_PAGE), height);
  await driver.evaluate(sizeFrame, width, height);
}

/** The commands of Vitest's browser mode, carried out by a driver. One that is not here fails and says so. */
export const engineCommands = {
  __vitest_click: pressTimes(1),
  __vitest_dblClick: pressTimes(2),
  __vitest_tripleClick: pressTimes(3),
  __vitest_hover: hover,
  __vitest_keyboard: keyboard,
  __vitest_cleanup: releaseKeys,
  __vitest_type: type,
  __vitest_fill: fill,
  __vitest_clear: clear,
  __vitest_tab: tab,
  __vitest_upload: upload,
  __vitest_pointer: pointer,
  __vitest_wheel: wheel,
  __vitest_dragAndDrop: dragAndDrop,
  __vitest_viewport: viewport,
};
