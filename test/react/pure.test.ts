import { ASPECT_RATIOS, ERROR_KINDS, STYLES } from "image-generation-node/contract";
import { de } from "image-generation-node/messages/de";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { fromKey, toKey, withSaved } from "../../src/react/catalog-select/CatalogOption.js";
import { pointerToPath } from "../../src/react/config-form/run/pointerToPath.js";
import { toPartName } from "../../src/react/internal/createElementPart.js";
import { isEqualJson } from "../../src/internal/isEqualJson.js";
import type { Message } from "../../src/react/messages/index.js";
import { createTranslate, en } from "../../src/react/messages/index.js";
import { changedWords } from "../../src/react/preview/compare/changedWords.js";
import { totalCost } from "../../src/react/preview/totalCost.js";

describe("changedWords", () => {
  it.each([
    ["a b c", "a x c", ["x"]],
    ["a b", "a b, more", [", more"]],
    ["", "all new", ["all new"]],
    ["same", "same", []],
    ["A {{trigger.output.style}} cat", "A noir cat", ["noir"]],
    ["a b c", "c", []],
    ["満月の下で眠る赤い狐", "満月の下で眠る白い狐", ["白い"]],
    ["红色狐狸安静睡觉", "白色狐狸安静睡觉", ["白色"]],
    ["แมวสีแดงนอน", "แมวสีขาวนอน", ["ขาว"]],
    ["{{赤い狐}} in the snow", "{{白い狐}} in the snow", ["{{白い狐}}"]],
  ])("marks what %j became in %j", (before, after, expected) => {
    const runs = changedWords(before, after);
    expect(runs.filter((run) => run.changed).map((run) => run.text)).toEqual(expected);
    expect(runs.map((run) => run.text).join("")).toBe(after);
  });

  it("marks letters where the browser knows no words", () => {
    onTestFinished(() => void vi.unstubAllGlobals());
    vi.stubGlobal("Intl", Object.create(Intl, { Segmenter: { value: undefined } }));
    expect(changedWords("赤い狐", "赤い猫と狐").filter((run) => run.changed)).toEqual([
      { text: "猫と", changed: true },
    ]);
  });

  it("leaves very long texts unmarked and whole", () => {
    const long = "word ".repeat(1000);
    expect(changedWords("x", long)).toEqual([{ text: long, changed: false }]);
  });
});

describe("isEqualJson", () => {
  it.each([
    [{ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }, true],
    [{ a: undefined }, {}, true],
    [{ a: null }, {}, false],
    [[], {}, false],
    [[1, 2], [2, 1], false],
    ["1", 1, false],
  ])("%j and %j: %s", (a, b, expected) => {
    expect(isEqualJson(a, b)).toBe(expected);
  });
});

describe("pointerToPath", () => {
  it.each([
    ["#/config/prompt/template", "prompt.template"],
    ["#/config/style", "style"],
    ["#/imageModel", "imageModel"],
    ["#/variables/trigger", null],
    ["", null],
  ])("%s → %s", (pointer, path) => {
    expect(pointerToPath(pointer)).toBe(path);
  });
});

describe("toPartName", () => {
  it("writes a public name as an attribute", () => {
    expect(toPartName("Preview.CopyImage")).toBe("preview-copy-image");
    expect(toPartName("ConfigForm.Generate")).toBe("config-form-generate");
  });
});

describe("catalog options", () => {
  it("carries null through Radix, which reserves the empty string", () => {
    expect(fromKey(toKey(null))).toBeNull();
    expect(fromKey(toKey("acme/painter"))).toBe("acme/painter");
  });

  it("keeps a saved id that is not offered any more", () => {
    const words = { note: "gone", reason: "not offered" };
    expect(withSaved([{ value: "a", label: "A" }], "b", words).at(-1)).toMatchObject({
      value: "b",
      label: "b",
      retired: true,
    });
    expect(withSaved([{ value: "a", label: "A" }], "a", words)).toHaveLength(1);
    expect(withSaved([{ value: "a", label: "A" }], null, words)).toHaveLength(1);
  });
});

describe("totalCost", () => {
  it("adds decimals without their binary dust, and only one currency", () => {
    const line = (amount: string, currency = "USD") => ({ kind: "image", amount, currency });
    expect(totalCost({ items: [line("0.1"), line("0.2")] })).toEqual({ amount: 0.3, currency: "USD" });
    expect(totalCost({ items: [line("0.1"), line("0.2", "EUR")] })).toBeUndefined();
    expect(totalCost(undefined)).toBeUndefined();
  });
});

describe("createTranslate", () => {
  it("fills placeholders, chooses plurals and prefers a host's words", () => {
    const t = createTranslate(
      { days: { one: "{count} day", other: "{count} days" }, hi: "Hi {name}" },
      { words: { hi: "Hallo {name}" } },
    );
    expect(t("days", { count: 1 })).toBe("1 day");
    expect(t("days", { count: 1234 })).toBe("1,234 days");
    expect(t("hi", { name: "Ada" })).toBe("Hallo Ada");
    expect(t("no.such.key")).toBe("no.such.key");
    expect(t("toString")).toBe("toString");
  });
});

describe("the built-in words", () => {
  it.each(Object.keys(ERROR_KINDS))("have a title and an explanation for %s", (kind) => {
    expect(en).toHaveProperty([`error.${kind}.title`]);
    expect(en).toHaveProperty([`error.${kind}.text`]);
  });

  it("have every ratio and style with the documented description", () => {
    for (const ratio of ASPECT_RATIOS) expect(en).toHaveProperty([`ratio.${ratio}.bestFor`]);
    for (const style of STYLES) expect(en).toHaveProperty([`style.${style}.description`]);
  });
});

describe("the German words", () => {
  it("cover every English one and keep its placeholders", () => {
    const holes = (message: Message | undefined) =>
      [...new Set(JSON.stringify(message ?? "").match(/\{\w+\}/g))].sort();
    for (const [key, message] of Object.entries<Message>(en)) {
      expect(de.words, key).toHaveProperty([key]);
      expect(holes(de.words[key]), key).toEqual(holes(message));
    }
  });

  it("speak to a person by one form of address", () => {
    const formal = Object.entries(de.words).filter(([, message]) =>
      /[a-zäöüß]en Sie\b|\bSie (?:sind|haben|dürfen|können|müssen)\b|\bIhnen\b/.test(JSON.stringify(message)),
    );
    expect(formal).toEqual([]);
  });
});
