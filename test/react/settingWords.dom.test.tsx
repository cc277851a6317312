import { renderHook } from "@testing-library/react";
import { ImageNodeProvider, useSettingWords } from "image-generation-node";
import type { MessageOverrides } from "image-generation-node";
import type { NamedSetting } from "image-generation-node/contract";
import { de } from "image-generation-node/messages/de";
import { describe, expect, it } from "vitest";
import { labelSettingAt, wordSettingFault } from "../../src/react/config-form/settings/index.js";
import { createTranslate, en } from "../../src/react/messages/index.js";
import { createFakeClient } from "./fakeClient.js";
import { offer } from "./settingSamples.js";

const wordsIn = (messages?: MessageOverrides) =>
  renderHook(useSettingWords, {
    wrapper: ({ children }) => (
      <ImageNodeProvider client={createFakeClient().client} messages={messages}>
        {children}
      </ImageNodeProvider>
    ),
  }).result.current;
const quality: NamedSetting = {
  name: "quality",
  type: "string",
  enum: ["high", "4k"],
  title: "Fidelity",
  description: "How much detail.",
  enumLabels: { high: "High (slow)", "4k": "4K" },
};

describe("the words of settings", () => {
  it("name a well-known setting in the language of the form, whatever the catalog calls it", () => {
    expect(wordsIn().label(quality)).toBe("Quality");
    expect(wordsIn(de).label(quality)).toBe("Qualität");
    const own = { words: { "modelSetting.quality.label": "Finish" } };
    expect(wordsIn(own).label(quality)).toBe("Finish");
  });

  it("name others by the catalog's title, or by their name", () => {
    expect(wordsIn(de).label({ name: "sampler", title: "Sampler of noise" })).toBe("Sampler of noise");
    expect(wordsIn().label({ name: "cfg_scale" })).toBe("cfg scale");
    expect(wordsIn().label({ name: "toString" })).toBe("toString");
  });

  it("say a value in the form's language, else as the catalog does, else in our English", () => {
    expect(wordsIn().value(quality, "high")).toBe("High (slow)");
    expect(wordsIn(de).value(quality, "high")).toBe("Hoch");
    expect(wordsIn(de).value(quality, "4k")).toBe("4K");
    expect(wordsIn().value({ ...quality, enumLabels: {} }, "high")).toBe("High");
    expect(wordsIn().value(quality, "toString")).toBe("toString");
  });

  it.each<[unknown, string, string]>([
    [true, "On", "An"],
    [false, "Off", "Aus"],
    [7.5, "7.5", "7,5"],
    [4294967295, "4294967295", "4294967295"],
    ["", '""', '""'],
    [null, "null", "null"],
    [{ a: [1] }, '{"a":[1]}', '{"a":[1]}'],
    [undefined, "", ""],
  ])("say %j of a setting that nobody describes", (value, english, german) => {
    expect(wordsIn().value({ name: "x" }, value)).toBe(english);
    expect(wordsIn(de).value({ name: "x" }, value)).toBe(german);
  });

  it.each<[Partial<NamedSetting>, string | undefined, string | undefined]>([
    [{ type: "integer" }, undefined, undefined],
    [{ type: "integer", minimum: 1 }, "At least 1", "Mindestens 1"],
    [{ type: "number", maximum: 0.5 }, "At most 0.5", "Höchstens 0,5"],
    [{ type: "integer", minimum: 1, maximum: 50, multipleOf: 1 }, "1 to 50", "1 bis 50"],
    [
      { type: "integer", minimum: 64, maximum: 2048, multipleOf: 64 },
      "64 to 2048, in steps of 64",
      "64 bis 2048, in Schritten von 64",
    ],
    [{ type: "number", multipleOf: 0.5 }, "In steps of 0.5", "In Schritten von 0,5"],
    [{ type: "string", maxLength: 2000 }, "At most 2,000 characters", "Höchstens 2.000 Zeichen"],
    [{ type: "string", maxLength: 9, enum: ["a"] }, undefined, undefined],
    [{ type: "boolean" }, undefined, undefined],
  ])("say the bounds of %j", (setting, english, german) => {
    const named: NamedSetting = { name: "x", type: "string", ...setting };
    expect(wordsIn().bounds(named)).toBe(english);
    expect(wordsIn(de).bounds(named)).toBe(german);
  });
});

describe("the words of a fault", () => {
  const english = createTranslate(en);
  const german = createTranslate(en, de);
  it.each<[object, string, string]>([
    [{ reason: "type", type: "string" }, "Enter a text.", "Gib einen Text ein."],
    [{ reason: "type", type: "integer" }, "Enter a whole number.", "Gib eine ganze Zahl ein."],
    [{ reason: "type", type: "number" }, "Enter a number.", "Gib eine Zahl ein."],
    [{ reason: "type", type: "boolean" }, "Choose on or off.", "Wähle An oder Aus."],
    [{ reason: "step", multipleOf: 1 }, "Enter a whole number.", "Gib eine ganze Zahl ein."],
    [
      { reason: "step", multipleOf: 0.5 },
      "This model takes multiples of 0.5 only.",
      "Dieses Modell nimmt nur Vielfache von 0,5.",
    ],
    [
      { reason: "minimum", minimum: 1 },
      "This model takes no number below 1.",
      "Dieses Modell nimmt keine Zahl unter 1.",
    ],
    [
      { reason: "of a later version" },
      "A setting has a value that this model does not take.",
      "Eine Einstellung hat einen Wert, den dieses Modell nicht nimmt.",
    ],
    [
      {},
      "A setting has a value that this model does not take.",
      "Eine Einstellung hat einen Wert, den dieses Modell nicht nimmt.",
    ],
  ])("say %j", (fault, inEnglish, inGerman) => {
    const whole = { code: "setting_unsupported", ...fault };
    expect(wordSettingFault(english, whole)).toBe(inEnglish);
    expect(wordSettingFault(german, whole)).toBe(inGerman);
    // A page whose words are only those that are loaded at once.
    expect(wordSettingFault(createTranslate({}), whole)).toBe(inEnglish);
  });

  it("are none for a fault of another kind", () => {
    expect(wordSettingFault(english, { code: "too_long", reason: "length" })).toBeUndefined();
  });

  it("come with the name of the setting, by its title where the catalog has one", () => {
    const offered = offer({ caption: { type: "string", title: "Caption" } });
    expect(labelSettingAt(german, "settings.caption", null, offered)).toBe("Caption");
    expect(labelSettingAt(german, "settings.quality", null, undefined)).toBe("Qualität");
    expect(labelSettingAt(german, "settings.gone_for_good", null, offered)).toBe("gone for good");
    expect(labelSettingAt(german, "prompt.template", null, offered)).toBeUndefined();
  });
});
