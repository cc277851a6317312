import { cleanup, render } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { cdp, server } from "vitest/browser";
import { collectGarbage } from "./collectGarbage.js";
import { renderEditor } from "./Editor.js";
import { press, put, settled, typeText, waitForOpen } from "./keys.js";

interface Protocol {
  send(method: string, params?: Record<string, unknown>): Promise<unknown>;
}
const protocol = () => cdp() as unknown as Protocol;
const compose = (text: string) =>
  protocol().send("Input.imeSetComposition", {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  });

/** What outlives an element: targets that every editor of a page shares. */
const shared = () =>
  [window, document, document.body, document.documentElement, document.fonts, visualViewport].filter(
    (target) => target !== null,
  );

type Listening = [type: string, handler: EventListenerOrEventListenerObject | null, capture: boolean];

/** Notes which listeners the shared targets get and lose, until `stop`. */
function watchListeners() {
  const kept = new Map<EventTarget, Listening[]>(shared().map((target) => [target, []]));
  const captures = (options: boolean | AddEventListenerOptions | undefined) =>
    typeof options === "object" ? options.capture === true : options === true;
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  vi.spyOn(EventTarget.prototype, "addEventListener").mockImplementation(function (
    this: EventTarget,
    ...args: Parameters<EventTarget["addEventListener"]>
  ) {
    kept.get(this ?? window)?.push([args[0], args[1], captures(args[2])]);
    addEventListener.apply(this ?? window, args);
  });
  vi.spyOn(EventTarget.prototype, "removeEventListener").mockImplementation(function (
    this: EventTarget,
    ...args: Parameters<EventTarget["removeEventListener"]>
  ) {
    const list = kept.get(this ?? window);
    const at = list?.findIndex(
      ([type, handler, capture]) => type === args[0] && handler === args[1] && capture === captures(args[2]),
    );
    if (at !== undefined && at >= 0) list?.splice(at, 1);
    removeEventListener.apply(this ?? window, args);
  });
  return {
    added: () => [...kept.values()].flat().map(([type]) => type),
  };
}

/** Frames and intervals that were asked for and neither came nor were taken back. */
function watchWork() {
  const frames = new Set<number>();
  const intervals = new Set<unknown>();
  const { requestAnimationFrame: ask, cancelAnimationFrame: cancel } = window;
  const { setInterval: start, clearInterval: stop } = window;
  vi.spyOn(window, "requestAnimationFrame").mockImplementation((run) => {
    const id = ask((time) => {
      frames.delete(id);
      run(time);
    });
    frames.add(id);
    return id;
  });
  vi.spyOn(window, "cancelAnimationFrame").mockImplementation((id) => {
    frames.delete(id);
    cancel(id);
  });
  vi.spyOn(globalThis, "setInterval").mockImplementation(((run: () => void, time: number) => {
    const id = start(run, time);
    intervals.add(id);
    return id;
  }) as never);
  vi.spyOn(globalThis, "clearInterval").mockImplementation((id) => {
    intervals.delete(id);
    stop(id as never);
  });
  return { frames, intervals };
}

/** Everything that is loaded or listened to once for a whole page is there after a first editor. */
async function warmUp(): Promise<void> {
  const editor = renderEditor();
  await put(editor.field, 0);
  await typeText("{{mood");
  await waitForOpen(editor);
  await press("{Enter}");
  cleanup();
  await settled();
}

/** Waits without a matcher, which would keep what it asks until the test ends. */
async function untilOpen(editor: Pick<Open, "isOpen">): Promise<void> {
  while (!editor.isOpen()) await settled();
}

type Open = ReturnType<typeof renderEditor>;

/** The states in which an editor may be taken away. */
const STATES: [name: string, reach: (editor: Open) => Promise<void>][] = [
  ["closed", () => press("x")],
  [
    "closed, with a frame pending",
    async () => {
      await press("x");
      await settled();
      document.execCommand("insertText", false, "y");
    },
  ],
  [
    "open",
    async (editor) => {
      await typeText("{{a");
      await untilOpen(editor);
    },
  ],
  [
    "open, with a frame pending",
    async (editor) => {
      await typeText("{{a");
      await untilOpen(editor);
      document.execCommand("insertText", false, "g");
    },
  ],
  [
    "composing in an open list",
    async (editor) => {
      await typeText("{{");
      await untilOpen(editor);
      await compose("に");
    },
  ],
  [
    "hidden while open",
    async (editor) => {
      await typeText("{{");
      await untilOpen(editor);
      editor.container.style.display = "none";
    },
  ],
  [
    "hidden while composing, with a frame pending",
    async (editor) => {
      await typeText("{{");
      await untilOpen(editor);
      await compose("に");
      editor.container.style.display = "none";
      await settled();
      editor.field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    },
  ],
];

afterEach(() => vi.restoreAllMocks());

describe("an editor that is taken away", () => {
  it.each(STATES)(
    "[case 38] %s, leaves no listener, no frame, no timer and no node",
    async (_name, reach) => {
      const onValueCommit = vi.fn();
      await warmUp();
      const errors = vi.fn();
      window.addEventListener("error", errors);
      const listeners = watchListeners();
      const work = watchWork();
      async function use(): Promise<WeakRef<Element>[]> {
        const editor = renderEditor({ onValueCommit });
        await put(editor.field, 0);
        await reach(editor);
        const text = editor.field.value;
        const parts = [editor.field, editor.list, editor.part("highlight"), editor.part("status")];
        cleanup();
        expect(onValueCommit).toHaveBeenLastCalledWith(text);
        return parts.map((element) => new WeakRef(element ?? document.body));
      }
      const kept = await use();
      expect(listeners.added()).toEqual([]);
      expect([...work.intervals]).toEqual([]);
      await settled();
      expect([...work.frames]).toEqual([]);
      expect(document.querySelector(":popover-open")).toBeNull();
      await new Promise((resolve) => setTimeout(resolve, 1200));
      expect(errors).not.toHaveBeenCalled();
      window.removeEventListener("error", errors);
      vi.restoreAllMocks();
      // What React and the browser keep of what came last goes when something else comes.
      const other = render(<textarea />);
      other.container.querySelector("textarea")?.focus();
      if (server.browser === "chromium") {
        await compose("o");
        await protocol().send("Input.insertText", { text: "other" });
      } else await typeText("other");
      await expect
        .poll(async () => {
          await collectGarbage();
          return kept.filter((reference) => reference.deref()).length;
        })
        .toBe(0);
    },
  );
});
