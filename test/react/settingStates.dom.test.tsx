import { act, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ConfigForm, ModelSettings, useCatalog } from "image-generation-node";
import type { ImageNodeConfig } from "image-generation-node/contract";
import { describe, expect, it, vi } from "vitest";
import { cat, generate } from "./formControls.js";
import { Node, renderPanel } from "./renderNode.js";
import { EVERY_KIND, clientOf, errorOf, number, offer, renderSettings } from "./settingSamples.js";

const summary = () => document.querySelector('[data-imagenode-part="panel-settings-toggle"]')?.textContent;
const resetOf = (name: string) => screen.queryByRole("button", { name: `Reset ${name}` });
const ADVANCED = offer({
  quality: EVERY_KIND.quality,
  steps: { ...EVERY_KIND.steps, advanced: true },
  seed: { ...EVERY_KIND.seed, advanced: true },
});

describe("a value", () => {
  it("is chosen, unset and the default: three states, of which one saves nothing", async () => {
    const { saved } = await renderSettings(undefined);
    expect(resetOf("Quality")).toBeNull();
    await userEvent.click(screen.getByRole("radio", { name: "High" }));
    await userEvent.click(screen.getByRole("radio", { name: "Medium" }));
    expect(saved()).toEqual({ quality: "medium" });
    const reset = resetOf("Quality");
    expect(reset?.textContent).toBe("Reset");
    if (reset) await userEvent.click(reset);
    expect(saved()).toBeUndefined();
    expect(screen.getByRole("radio", { name: "Medium" })).toBeChecked();
    expect(document.body).not.toHaveFocus();
  });

  it("is committed when it is chosen or the field is left, not at each key", async () => {
    const onValueCommit = vi.fn<(config: ImageNodeConfig) => void>();
    await renderSettings(undefined, offer(), { onValueCommit });
    await userEvent.click(screen.getByRole("radio", { name: "High" }));
    expect(onValueCommit).toHaveBeenCalledOnce();
    await userEvent.type(number("Steps"), "12");
    await userEvent.tab();
    expect(onValueCommit).toHaveBeenCalledTimes(2);
    expect(onValueCommit.mock.lastCall?.[0].settings).toEqual({ quality: "high", steps: 12 });
  });
});

describe("the line that sums settings up", () => {
  it("says what differs from the defaults", async () => {
    await renderSettings({ quality: "medium" });
    expect(summary()).toBe("Settings All as usual");
    await userEvent.click(screen.getByRole("radio", { name: "High" }));
    await userEvent.type(number("Seed"), "42");
    expect(summary()).toBe("Settings Quality High · Seed 42");
  });

  it("says a long text of several lines in one short one, and a written word as it is", async () => {
    await renderSettings({ negative_prompt: `low\n${"x".repeat(99)}` });
    expect(summary()).toBe(`Settings Leave out low ${"x".repeat(35)}…`);
  });

  it("takes no member of an object's prototype for a value", async () => {
    await renderSettings(undefined, offer(Object.fromEntries([["valueOf", { type: "integer" }]])));
    expect(summary()).toBe("Settings All as usual");
  });
});

describe("a value that the model does not take", () => {
  it("opens the fold, is said at its field, and refused before anything is sent", async () => {
    const { fake, onValueChange } = renderPanel(cat({ settings: { steps: 99, quality: "low" } }), {
      fake: clientOf(ADVANCED),
    });
    const field = await screen.findByRole("spinbutton", { name: "Steps" });
    for (const fold of ["panel-settings", "model-settings-advanced"])
      expect(document.querySelector(`[data-imagenode-part="${fold}"]`)).toHaveAttribute("open");
    expect(errorOf(field)).toBe("This model takes no number above 50.");
    await userEvent.click(generate());
    await waitFor(() => expect(field).toHaveFocus());
    expect(fake.runs).toHaveLength(0);
    expect(onValueChange).not.toHaveBeenCalled();
  });

  it("gets the focus in a fold that somebody closed again", async () => {
    const { fake } = renderPanel(cat({ settings: { steps: 99 } }), { fake: clientOf(ADVANCED) });
    const field = await screen.findByRole("spinbutton", { name: "Steps" });
    for (const fold of document.querySelectorAll<HTMLDetailsElement>("details[open]")) {
      fold.open = false;
      act(() => void fold.dispatchEvent(new Event("toggle")));
    }
    await userEvent.click(generate());
    await waitFor(() => expect(field).toHaveFocus());
    expect(field.closest("details:not([open])")).toBeNull();
    expect(fake.runs).toHaveLength(0);
  });

  it("gets the focus on its control, not on the button that resets it", async () => {
    await renderSettings({ upscale: "yes" });
    await userEvent.click(generate());
    await waitFor(() => expect(screen.getByRole("switch", { name: "Upscale" })).toHaveFocus());
  });

  it("comes with a change of the model, opens the fold, and goes with the next", async () => {
    const offered = offer({ steps: EVERY_KIND.steps }, { steps: { type: "integer", maximum: 4 } });
    const { setFromHost, fake } = renderPanel(cat({ settings: { steps: 30 } }), { fake: clientOf(offered) });
    await screen.findByText("Settings");
    const fold = () => document.querySelector('[data-imagenode-part="panel-settings"]');
    expect(fold()).not.toHaveAttribute("open");
    act(() => setFromHost(cat({ settings: { steps: 30 }, imageModel: "acme/painter" })));
    expect(fold()).toHaveAttribute("open");
    expect(errorOf(number("Steps"))).toBe("This model takes no number above 4.");
    await userEvent.click(generate());
    await waitFor(() => expect(number("Steps")).toHaveFocus());
    act(() => setFromHost(cat({ settings: { steps: 30 } })));
    expect(errorOf(number("Steps"))).toBe("");
    await userEvent.click(generate());
    await waitFor(() => expect(fake.run().request.config.settings).toEqual({ steps: 30 }));
  });

  it("is judged by the catalog of this moment", async () => {
    let maximum = 10;
    const fake = clientOf(offer());
    vi.spyOn(fake.client, "catalog").mockImplementation(() =>
      Promise.resolve(offer({ steps: { type: "integer", maximum } })),
    );
    const Reload = () => <button onClick={useCatalog().reload}>Reload</button>;
    render(
      <Node fake={fake}>
        <ConfigForm.Root defaultValue={cat({ settings: { steps: 30 } })}>
          <ModelSettings.Root>
            <ModelSettings.Fields />
          </ModelSettings.Root>
          <ConfigForm.Generate />
          <Reload />
        </ConfigForm.Root>
      </Node>,
    );
    await screen.findByRole("spinbutton", { name: "Steps" });
    await userEvent.click(generate());
    await waitFor(() => expect(number("Steps")).toHaveFocus());
    maximum = 40;
    await userEvent.click(screen.getByRole("button", { name: "Reload" }));
    await waitFor(() => expect(number("Steps")).toHaveAttribute("aria-valuemax", "40"));
    await userEvent.click(generate());
    await waitFor(() => expect(fake.run().request.config.settings).toEqual({ steps: 30 }));
    expect(errorOf(number("Steps"))).toBe("");
  });
});

describe("values that the model does not have", () => {
  const kept = { steps: 30, cfg_scale: 7, deep: { list: [1] } };
  const offered = offer({ quality: EVERY_KIND.quality }, { steps: EVERY_KIND.steps });
  const list = () => screen.getByRole("list", { name: "Not used by Demo illustrator" });

  it("are kept, listed and not sent", async () => {
    const { fake, saved } = await renderSettings(kept, offered);
    expect(
      within(list())
        .getAllByRole("listitem")
        .map((item) => item.textContent),
    ).toEqual(["Steps 30 Remove", "cfg scale 7 Remove", 'deep {"list":[1]} Remove']);
    await userEvent.click(screen.getByRole("radio", { name: "Low" }));
    expect(saved()).toEqual({ ...kept, quality: "low" });
    await userEvent.click(generate());
    await waitFor(() => expect(fake.run().request.config.settings).toEqual({ quality: "low" }));
  });

  it("are removed one by one, and focus stays in the form", async () => {
    const { saved } = await renderSettings(kept, offered);
    await userEvent.click(screen.getByRole("button", { name: "Remove cfg scale" }));
    expect(saved()).toEqual({ steps: 30, deep: { list: [1] } });
    expect(document.body).not.toHaveFocus();
    await userEvent.click(screen.getByRole("button", { name: "Remove deep" }));
    await userEvent.click(screen.getByRole("button", { name: "Remove Steps" }));
    expect(saved()).toBeUndefined();
    expect(screen.queryByText(/^Not used by/)).toBeNull();
  });

  it("may be named as a prototype is, and survive an edit", async () => {
    const saved = JSON.parse('{"__proto__": 1, "constructor": {"prototype": 2}, "toString": "x"}') as object;
    const view = await renderSettings(saved as Record<string, unknown>, offered);
    await userEvent.click(screen.getByRole("radio", { name: "Low" }));
    expect(JSON.stringify(view.saved())).toBe(
      '{"__proto__":1,"constructor":{"prototype":2},"toString":"x","quality":"low"}',
    );
    await userEvent.click(generate());
    await waitFor(() =>
      expect(JSON.stringify(view.fake.run().request.config.settings)).toBe('{"quality":"low"}'),
    );
    await userEvent.click(screen.getByRole("button", { name: "Remove proto" }));
    expect(Object.keys(view.saved() ?? {})).toEqual(["constructor", "toString", "quality"]);
  });

  it("cost only themselves where one is too deep to be kept", async () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 70; depth += 1) deep = [deep];
    const { saved } = await renderSettings({ quality: "high", steps: 30, deep }, offered);
    await userEvent.click(screen.getByRole("radio", { name: "Low" }));
    expect(saved()).toEqual({ quality: "low", steps: 30 });
  });
});
