import { describe, expect, it } from "vitest";
import { keyAction, type ListFacts } from "../../src/react/prompt-editor/list/keyAction.js";
import { isRunKey, type KeyFacts } from "../../src/react/internal/isRunKey.js";
import { isComposed, type KeyPress } from "../../src/react/prompt-editor/textarea/KeyPress.js";

const key = (name: string, facts: Partial<KeyFacts> = {}): KeyFacts => ({
  key: name,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...facts,
});
const list = (facts: Partial<ListFacts> = {}): ListFacts => ({
  open: true,
  count: 5,
  branch: false,
  moved: false,
  typed: "other",
  atTokenEnd: true,
  justAppeared: false,
  ...facts,
});
const shift = { shiftKey: true };
const ctrl = { ctrlKey: true };
const closed = { open: false, count: 0 };
const leaf = {};
const branch = { branch: true };
const chosen = { branch: true, moved: true };

describe("keyAction", () => {
  it.each<[string, Partial<KeyFacts>, Partial<ListFacts>, string | null]>([
    ["Enter", {}, leaf, "accept"],
    ["Enter", {}, branch, "drill"],
    ["Enter", {}, { branch: true, atTokenEnd: false }, "drill"],
    ["Enter", shift, leaf, null],
    ["Enter", shift, branch, "accept"],
    ["Enter", shift, { branch: true, justAppeared: true }, null],
    ["Enter", { ctrlKey: true, shiftKey: true }, branch, null],
    ["Enter", {}, { justAppeared: true }, null],
    ["Enter", {}, { count: 0 }, null],
    ["Enter", {}, closed, null],
    ["Enter", ctrl, leaf, null],
    ["Enter", { metaKey: true }, closed, null],
    ["Enter", { ctrlKey: true, shiftKey: true }, leaf, null],
    ["Tab", {}, leaf, "accept"],
    ["Tab", {}, branch, "drill"],
    ["Tab", shift, leaf, "leave"],
    ["Tab", {}, { count: 0 }, "leave"],
    ["Tab", {}, closed, null],
    ["Escape", {}, leaf, "close"],
    ["Escape", {}, closed, null],
    ["ArrowDown", {}, leaf, "next"],
    ["ArrowDown", shift, leaf, null],
    ["ArrowDown", { altKey: true }, leaf, null],
    ["ArrowUp", {}, leaf, "previous"],
    ["ArrowUp", ctrl, leaf, null],
    ["PageDown", {}, leaf, "pageDown"],
    ["PageUp", {}, leaf, "pageUp"],
    ["Home", {}, leaf, null],
    ["End", {}, leaf, null],
    ["ArrowRight", {}, chosen, "drill"],
    ["ArrowRight", {}, branch, null],
    ["ArrowRight", {}, { branch: true, typed: "same" }, "drill"],
    ["ArrowRight", {}, { branch: true, typed: "case" }, "drill"],
    ["ArrowRight", {}, leaf, null],
    ["ArrowRight", {}, { ...chosen, atTokenEnd: false }, null],
    ["ArrowRight", shift, chosen, null],
    [".", {}, chosen, "drill"],
    [".", shift, chosen, "drill"],
    [".", {}, branch, null],
    [".", {}, { branch: true, typed: "case" }, "drill"],
    [".", {}, { branch: true, typed: "same" }, null],
    [".", {}, { moved: true }, null],
    [".", {}, { ...chosen, atTokenEnd: false }, null],
    [" ", ctrl, closed, "open"],
    [" ", { metaKey: true }, leaf, "open"],
    [" ", {}, leaf, null],
    ["a", {}, leaf, null],
  ])("%s with %j in a list of %j does %s", (name, keyFacts, listFacts, action) => {
    expect(keyAction(key(name, keyFacts), list(listFacts))).toBe(action);
  });
});

describe("isRunKey", () => {
  it.each<[string, Partial<KeyFacts>, boolean]>([
    ["Enter", ctrl, true],
    ["Enter", { metaKey: true }, true],
    ["Enter", {}, false],
    ["Enter", { ctrlKey: true, shiftKey: true }, false],
    ["Enter", { metaKey: true, altKey: true }, false],
    ["a", ctrl, false],
  ])("%s with %j: %s", (name, keyFacts, runs) => {
    expect(isRunKey(key(name, keyFacts))).toBe(runs);
  });
});

describe("isComposed", () => {
  const press = (facts: Partial<KeyPress>): KeyPress => ({
    ...key("Enter"),
    keyCode: 13,
    timeStamp: 0,
    preventDefault: () => undefined,
    stopPropagation: () => undefined,
    ...facts,
  });

  it("[case 22] leaves a key to an input method, told by the event, by key code 229 or by the editor itself", () => {
    expect(isComposed(press({ isComposing: true }), false)).toBe(true);
    expect(isComposed(press({ nativeEvent: { isComposing: true } }), false)).toBe(true);
    expect(isComposed(press({ keyCode: 229, isComposing: false }), false)).toBe(true);
    expect(isComposed(press({ isComposing: false }), true)).toBe(true);
  });

  it("takes every other key", () => {
    expect(isComposed(press({}), false)).toBe(false);
    expect(isComposed(press({ isComposing: false }), false)).toBe(false);
    expect(isComposed(press({ nativeEvent: { isComposing: false } }), false)).toBe(false);
  });
});
