import { act, fireEvent } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { de } from "image-generation-node/messages/de";
import { describe, expect, it } from "vitest";
import { parseNumber } from "../../src/react/model-settings/parseNumber.js";
import { stepNumber } from "../../src/react/model-settings/stepNumber.js";
import { errorOf, number, offer, renderSettings } from "./settingSamples.js";

describe("parseNumber", () => {
  it.each<[string, unknown]>([
    ["", undefined],
    ["  ", undefined],
    ["7", 7],
    [" 7.5 ", 7.5],
    ["7,5", 7.5],
    [".5", 0.5],
    ["1.", 1],
    ["-3", -3],
    ["−3", -3],
    ["+3", 3],
    ["٧٫٥", 7.5],
    ["٧،٥", 7.5],
    ["\u061c-٣", -3],
    ["۷", 7],
    ["७", 7],
    ["৭", 7],
    ["７．５", 7.5],
    ["-", "-"],
    ["1e3", "1e3"],
    ["0x10", "0x10"],
    ["1,000,000", "1,000,000"],
    ["seven", "seven"],
    ["Infinity", "Infinity"],
  ])("%j → %j", (typed, expected) => {
    expect(parseNumber(typed)).toBe(expected);
  });

  it.each<[string, unknown]>([
    ["1,000", "1,000"],
    ["7.0", "7.0"],
    ["٧", 7],
    ["4294967295", 4294967295],
  ])("reads the whole number %j → %j", (typed, expected) => {
    expect(parseNumber(typed, true)).toBe(expected);
  });

  it.each([
    "en",
    "de",
    "fr",
    "sv",
    "ar-EG",
    "fa",
    "he",
    "hi-u-nu-deva",
    "bn",
    "my",
    "mr",
    "ne",
    "th-u-nu-thai",
  ])("reads what a form in %s shows", (locale) => {
    const format = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 10 });
    for (const value of [0, 7, -7, 0.1, -0.125, 4294967295])
      expect(parseNumber(format.format(value)), format.format(value)).toBe(value);
  });
});

describe("stepNumber", () => {
  const whole = { name: "x", type: "integer", minimum: 1, maximum: 50 } as const;
  const part = { name: "x", type: "number" } as const;
  it.each<[string, Parameters<typeof stepNumber>[0], unknown, string, number | null]>([
    ["one up", whole, 7, "ArrowUp", 8],
    ["one down", whole, 7, "ArrowDown", 6],
    ["ten up, to the greatest", whole, 45, "PageUp", 50],
    ["ten down, to the least", whole, 7, "PageDown", 1],
    ["to the least where nothing is chosen", whole, undefined, "ArrowUp", 1],
    ["to the least where a text is", whole, "many", "ArrowUp", 1],
    ["from the default", { ...whole, default: 20 }, undefined, "ArrowUp", 21],
    ["back into the bounds", whole, 900, "ArrowDown", 50],
    ["no floating point", part, 0.2, "ArrowUp", 0.3],
    ["onto a step", { ...part, multipleOf: 0.5 }, 7.6, "ArrowUp", 8],
    ["no further than the last step", { ...whole, minimum: 0, maximum: 10, multipleOf: 4 }, 8, "PageUp", 8],
    ["no lower than the first step", { ...whole, minimum: 2, multipleOf: 4 }, undefined, "ArrowUp", 4],
    ["down from nothing", { ...part, maximum: -5 }, undefined, "ArrowUp", -5],
    ["nowhere with Home", whole, 7, "Home", null],
    ["nowhere with a letter", whole, 7, "a", null],
  ])("goes %s", (_, setting, value, key, expected) => {
    expect(stepNumber(setting, value, key)).toBe(expected);
  });
});

describe("a setting that is a number", () => {
  it("is saved as a number, and left out once it is empty", async () => {
    const { saved } = await renderSettings(undefined);
    await userEvent.type(number("Steps"), "30");
    expect(saved()).toEqual({ steps: 30 });
    await userEvent.clear(number("Steps"));
    expect(saved()).toBeUndefined();
  });

  it("takes a comma or a point, and shows the number as the locale does once it is left", async () => {
    const { saved } = await renderSettings(undefined, offer(), { messages: de });
    const field = number("Prompttreue");
    expect(field).toHaveAttribute("placeholder", "7,5");
    await userEvent.type(field, "3.50");
    expect(field).toHaveValue("3.50");
    expect(saved()).toEqual({ guidance: 3.5 });
    await userEvent.tab();
    expect(field).toHaveValue("3,5");
    await userEvent.clear(field);
    await userEvent.type(field, "٤٫٥");
    expect(saved()).toEqual({ guidance: 4.5 });
  });

  it("keeps a text that is no number, and says so once it is left", async () => {
    const { saved } = await renderSettings(undefined);
    await userEvent.type(number("Steps"), "1,000");
    expect(saved()).toEqual({ steps: "1,000" });
    expect(errorOf(number("Steps"))).toBe("");
    await userEvent.tab();
    expect(errorOf(number("Steps"))).toBe("Enter a whole number.");
    expect(number("Steps")).toHaveValue("1,000");
    expect(number("Steps")).toBeInvalid();
  });

  it("keeps saying what is wrong while the focus comes and goes, until it is edited", async () => {
    await renderSettings({ steps: 99 });
    const words = "This model takes no number above 50.";
    expect(errorOf(number("Steps"))).toBe(words);
    await userEvent.click(number("Steps"));
    expect(errorOf(number("Steps"))).toBe(words);
    expect(number("Steps")).toHaveAccessibleDescription(
      `${words} More steps take longer and show more detail. 1 to 50`,
    );
    await userEvent.type(number("Steps"), "9");
    expect(errorOf(number("Steps"))).toBe("");
    await userEvent.tab();
    expect(errorOf(number("Steps"))).toBe(words);
  });

  it.each<[string, object]>([
    ["the picker of a composition", { isComposing: true }],
    ["the page", { ctrlKey: true }],
  ])("leaves the arrow keys to %s", async (_, more) => {
    const { onValueChange } = await renderSettings({ steps: 7 });
    const event = { key: "ArrowUp", ...more };
    expect(fireEvent.keyDown(number("Steps"), event)).toBe(true);
    expect(onValueChange).not.toHaveBeenCalled();
  });

  it("steps by the arrows and the page keys, and says the value to assistive technology", async () => {
    const { saved } = await renderSettings(undefined);
    const field = number("Steps");
    expect(field).toHaveAttribute("aria-valuetext", "Model decides");
    await userEvent.click(field);
    await userEvent.keyboard("{ArrowUp}{PageUp}{ArrowDown}");
    expect(saved()).toEqual({ steps: 10 });
    expect(field).toHaveAttribute("aria-valuenow", "10");
    expect(field).not.toHaveAttribute("aria-valuetext");
    expect(field).toHaveAttribute("aria-valuemax", "50");
  });

  it("shows what something else wrote, also while it has the focus", async () => {
    const { setFromHost, onValueChange } = await renderSettings(undefined);
    await userEvent.type(number("Steps"), "007");
    expect(number("Steps")).toHaveValue("007");
    const last = onValueChange.mock.lastCall?.[0];
    if (last) act(() => setFromHost({ ...last, settings: { steps: 12 } }));
    expect(number("Steps")).toHaveValue("12");
  });

  it("reads digits of another width while they are composed", async () => {
    const { saved } = await renderSettings(undefined);
    fireEvent.compositionStart(number("Steps"));
    for (const value of ["３", "３０"]) {
      fireEvent.change(number("Steps"), { target: { value } });
      expect(number("Steps")).toHaveValue(value);
    }
    fireEvent.compositionEnd(number("Steps"));
    expect(saved()).toEqual({ steps: 30 });
  });
});
