import type { KeyboardEvent } from "react";
import { expect, it, vi } from "vitest";
import { createTriggerRelay } from "../../src/react/catalog-select/createTriggerRelay.js";

const press = (key: string, timeStamp: number, keys = {}) =>
  ({ key, timeStamp, preventDefault: vi.fn(), ...keys }) as unknown as KeyboardEvent<HTMLElement>;

/** Types before Radix is there, and lists what Radix then gets. */
function typeAhead(...events: KeyboardEvent<HTMLElement>[]) {
  const relay = createTriggerRelay();
  for (const event of events) relay.onKeyDown(event);
  const got: string[] = [];
  relay.connect({
    onClick: vi.fn(),
    onPointerDown: vi.fn(),
    onKeyDown: ({ key }) => void got.push(key),
  });
  while (relay.carryOut(() => void got.push("open")));
  return got.join(" ");
}

it("keeps the letters of one word, and only the last word, as Radix begins a new one after a second", () => {
  expect(typeAhead(press("o", 0), press("i", 900), press("l", 1800))).toBe("o i l");
  expect(typeAhead(press("o", 0), press("w", 1001))).toBe("w");
});

it("keeps a space within a word as a letter that opens nothing", () => {
  expect(typeAhead(press("o", 0), press(" ", 10), press("p", 20))).toBe("o   p");
});

it("keeps no shortcut, and nothing that comes after the key that opens", () => {
  expect(typeAhead(press("a", 0, { ctrlKey: true }), press("F5", 5))).toBe("");
  expect(typeAhead(press("Enter", 0), press("w", 10), press("Enter", 20))).toBe("open");
});

it("keeps what is pressed while something older waits, and passes the rest on at once", () => {
  const relay = createTriggerRelay();
  const onKeyDown = vi.fn();
  relay.onKeyDown(press("w", 0));
  relay.connect({ onClick: vi.fn(), onPointerDown: vi.fn(), onKeyDown });
  relay.onKeyDown(press("a", 10));
  expect(onKeyDown).not.toHaveBeenCalled();
  while (relay.carryOut(vi.fn()));
  relay.onKeyDown(press("t", 20));
  expect(onKeyDown.mock.calls.map(([{ key }]) => key)).toEqual(["w", "a", "t"]);
});
