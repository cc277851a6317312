import { act, fireEvent, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { errorOf, number, offer, renderSettings, text } from "./settingSamples.js";

const group = (name: string) => screen.getByRole("radiogroup", { name });
const radio = (name: string, choice: string | RegExp) =>
  within(group(name)).getByRole<HTMLInputElement>("radio", { name: choice });
const choices = (name: string) =>
  within(group(name))
    .getAllByRole("radio")
    .map((each) => each.closest("label")?.textContent?.trim());

describe("a setting with few choices", () => {
  it("shows all of them, the default chosen, and saves the one that is chosen", async () => {
    const { saved } = await renderSettings(undefined);
    expect(choices("Quality")).toEqual(["Low", "Medium", "High"]);
    expect(radio("Quality", "Medium")).toBeChecked();
    await userEvent.click(radio("Quality", "High"));
    expect(saved()).toEqual({ quality: "high" });
    expect(radio("Quality", "High")).toBeChecked();
  });

  it("is chosen by arrow keys, and none by a press on its name", async () => {
    const { saved, onValueChange } = await renderSettings(undefined);
    await userEvent.click(screen.getByText("Quality"));
    expect(onValueChange).not.toHaveBeenCalled();
    act(() => radio("Quality", "Medium").focus());
    await userEvent.keyboard("{ArrowDown}");
    expect(saved()).toEqual({ quality: "high" });
  });

  it("keeps a saved value that the model does not take among them, chosen and marked", async () => {
    const { saved } = await renderSettings({ quality: "ultra" });
    expect(choices("Quality")).toEqual(["Low", "Medium", "High", "ultra not offered"]);
    expect(radio("Quality", /^ultra/)).toBeChecked();
    expect(group("Quality")).toBeInvalid();
    expect(errorOf(group("Quality"))).toBe("This model does not offer that value. Choose another.");
    await userEvent.click(radio("Quality", "Low"));
    expect(saved()).toEqual({ quality: "low" });
    expect(choices("Quality")).toEqual(["Low", "Medium", "High"]);
  });
});

describe("a setting with many choices", () => {
  const look = () => screen.getByRole("combobox", { name: "Look" });

  it.each<[unknown, string]>([
    ["sepia", "sepia"],
    [5, "5"],
    [["raw"], '["raw"]'],
  ])("keeps %j, which the model does not take", async (value, shown) => {
    const { onValueChange } = await renderSettings({ look: value });
    expect(look()).toHaveTextContent(shown);
    expect(look()).toBeInvalid();
    expect(errorOf(look())).toBe("This model does not offer that value. Choose another.");
    expect(onValueChange).not.toHaveBeenCalled();
  });
});

describe("a setting that is on or off", () => {
  const upscale = () => screen.getByRole("switch", { name: "Upscale" });

  it("is a switch where it has a default", async () => {
    const { saved } = await renderSettings(undefined);
    expect(upscale()).not.toBeChecked();
    expect(upscale()).toHaveTextContent("Off");
    await userEvent.click(upscale());
    expect(saved()).toEqual({ upscale: true });
    expect(upscale()).toBeChecked();
    upscale().focus();
    await userEvent.keyboard(" ");
    expect(saved()).toEqual({ upscale: false });
  });

  it("has a third choice where the model decides", async () => {
    const { saved } = await renderSettings(undefined);
    expect(choices("Tiling")).toEqual(["Model decides", "On", "Off"]);
    expect(radio("Tiling", "Model decides")).toBeChecked();
    await userEvent.click(radio("Tiling", "Off"));
    expect(saved()).toEqual({ tiling: false });
    await userEvent.click(radio("Tiling", "Model decides"));
    expect(saved()).toBeUndefined();
  });

  it("shows a saved value that is neither", async () => {
    const { onValueChange } = await renderSettings({ upscale: "yes" });
    expect(upscale()).toHaveTextContent("yes");
    expect(upscale()).toHaveAccessibleDescription("yes Choose on or off.");
    expect(errorOf(upscale())).toBe("Choose on or off.");
    expect(onValueChange).not.toHaveBeenCalled();
  });
});

describe("a setting that is a text", () => {
  it("is saved as typed, and left out once it is empty", async () => {
    const { saved } = await renderSettings(undefined);
    await userEvent.type(text("Caption"), " Fox ");
    expect(saved()).toEqual({ caption: " Fox " });
    await userEvent.clear(text("Caption"));
    expect(saved()).toBeUndefined();
  });

  it("may have lines where the setting says so", async () => {
    const { saved } = await renderSettings(undefined);
    expect(text("Leave out").tagName).toBe("TEXTAREA");
    await userEvent.type(text("Leave out"), "blur{Enter}text");
    expect(saved()).toEqual({ negative_prompt: "blur\ntext" });
  });

  it("says that it is too long only once it is left, and cuts nothing", async () => {
    const { saved } = await renderSettings(undefined);
    await userEvent.type(text("Caption"), "x".repeat(21));
    expect(errorOf(text("Caption"))).toBe("");
    await userEvent.tab();
    expect(errorOf(text("Caption"))).toBe("This model takes at most 20 characters.");
    expect(saved()).toEqual({ caption: "x".repeat(21) });
    await userEvent.click(text("Caption"));
    expect(errorOf(text("Caption"))).not.toBe("");
  });

  it("can be empty although the model has a default, until it is reset", async () => {
    const { saved } = await renderSettings(
      undefined,
      offer({ negative_prompt: { type: "string", maxLength: 99, default: "blurry" } }),
    );
    expect(text("Leave out")).toHaveValue("blurry");
    await userEvent.clear(text("Leave out"));
    expect(saved()).toEqual({ negative_prompt: "" });
    expect(text("Leave out")).toHaveValue("");
    await userEvent.click(screen.getByRole("button", { name: "Reset Leave out" }));
    expect(saved()).toBeUndefined();
    expect(text("Leave out")).toHaveValue("blurry");
  });

  it("is left alone while letters are composed", async () => {
    const { saved } = await renderSettings(undefined);
    const field = text("Caption");
    fireEvent.compositionStart(field);
    for (const value of ["k", "き", "きつ", "きつね", "狐"]) {
      fireEvent.change(field, { target: { value } });
      expect(field).toHaveValue(value);
    }
    fireEvent.compositionEnd(field);
    expect(saved()).toEqual({ caption: "狐" });
  });
});

describe("a seed", () => {
  it("is drawn by a button, within its bounds", async () => {
    const { saved } = await renderSettings(undefined);
    expect(number("Seed")).toHaveAttribute("placeholder", "New at each run");
    await userEvent.click(screen.getByRole("button", { name: "New random seed" }));
    const first = saved()?.seed;
    expect(Number.isSafeInteger(first)).toBe(true);
    expect(number("Seed")).toHaveValue(String(first));
  });
});
