import { act, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ConfigForm, ModelSettings, useConfigForm } from "image-generation-node";
import { ImageNodeError } from "image-generation-node/contract";
import type { ConditionalPrice, ProblemError } from "image-generation-node/contract";
import { de } from "image-generation-node/messages/de";
import { afterEach, describe, expect, it, vi } from "vitest";
import { settingTools } from "../../src/react/config-form/settingTools.js";
import { cat, generate } from "./formControls.js";
import { Node } from "./renderNode.js";
import { generationOf } from "./samples.js";
import type { Settings } from "./settingSamples.js";
import { EVERY_KIND, clientOf, errorOf, number, offer, renderSettings } from "./settingSamples.js";
import { openDetails } from "./openFolds.js";

afterEach(() => vi.restoreAllMocks());

type View = Awaited<ReturnType<typeof renderSettings>>;
/** Presses Generate and returns the settings that were sent. */
async function run({ fake }: View) {
  const count = fake.runs.length + 1;
  await userEvent.click(generate());
  await waitFor(() => expect(fake.runs).toHaveLength(count));
  return fake.run().request.config.settings;
}
/** Ends the run with an image that was made with these settings. */
async function end({ fake }: View, id: string, settings?: Record<string, unknown>) {
  const output = { ...generationOf().output, attachmentId: id };
  act(() => fake.run().succeed(generationOf({ id, output, ...(settings && { settings }) })));
  await screen.findByText("Done");
}

describe("a seed that nobody chose", () => {
  it("is drawn for each intent, and never saved", async () => {
    const view = await renderSettings({ quality: "low" });
    const first = await run(view);
    expect(first).toEqual({ quality: "low", seed: expect.any(Number) as number });
    await end(view, "gen_1", first);
    await userEvent.click(screen.getByRole("button", { name: "Regenerate" }));
    await waitFor(() => expect(view.fake.runs).toHaveLength(2));
    expect(view.fake.run().request.config.settings?.seed).not.toBe(first?.seed);
    expect(view.onValueChange).not.toHaveBeenCalled();
    expect(number("Seed")).toHaveValue("");
  });

  it("stays the same where the same intent is repeated", async () => {
    const view = await renderSettings(undefined);
    const { seed } = (await run(view)) ?? {};
    const key = view.fake.run().options.idempotencyKey;
    act(() => view.fake.run().fail(new ImageNodeError({ kind: "network", charged: null })));
    await userEvent.click(await screen.findByRole("button", { name: "Retry" }));
    await waitFor(() => expect(view.fake.runs).toHaveLength(2));
    expect(view.fake.run().options.idempotencyKey).toBe(key);
    expect(view.fake.run().request.config.settings).toEqual({ seed });
  });

  it.each<[string, Settings]>([
    ["has a default for it", { seed: { type: "integer", default: 7 } }],
    ["takes a text for it", { seed: { type: "string" } }],
    ["takes none", { steps: EVERY_KIND.steps }],
  ])("is left to a model that %s", async (_, properties) => {
    const view = await renderSettings({ quality: "x" }, offer(properties));
    expect(await run(view)).toBeUndefined();
  });

  it("is not drawn where one was chosen", async () => {
    const view = await renderSettings({ seed: 0 });
    expect(await run(view)).toEqual({ seed: 0 });
  });
});

describe("the price", () => {
  const priced = (quality: string, amount: string): ConditionalPrice => ({
    when: { quality },
    currency: "USD",
    min: amount,
    max: amount,
  });
  const prices = [priced("low", "0.01"), priced("medium", "0.04"), priced("high", "0.19")];

  it("follows the settings at once", async () => {
    await renderSettings(undefined, offer(EVERY_KIND, {}, prices));
    expect(await screen.findByText(/About 0\.04/i)).toBeVisible();
    await userEvent.click(screen.getByRole("radio", { name: "High" }));
    expect(screen.getByText(/About 0\.19/i)).toBeVisible();
  });

  it("follows settings that no part shows", async () => {
    act(() => settingTools.set(undefined));
    render(
      <Node fake={clientOf(offer(EVERY_KIND, {}, prices))}>
        <ConfigForm.Root defaultValue={cat({ settings: { quality: "high" } })}>
          <ConfigForm.CostEstimate />
        </ConfigForm.Root>
      </Node>,
    );
    expect(await screen.findByText(/About 0\.19/i)).toBeVisible();
  });
});

const refusal = (...errors: ProblemError[]) =>
  new ImageNodeError({ kind: "invalid_request", charged: false, errors });
const tooMany: ProblemError = {
  pointer: "#/config/settings/steps",
  code: "setting_unsupported",
  setting: "steps",
  reason: "maximum",
  maximum: 4000,
  detail: "This model takes no number above 4000.",
};
const unknown: ProblemError = {
  pointer: "#/config/settings/gone",
  code: "setting_unsupported",
  setting: "gone",
  reason: "unknown",
  detail: "No model of this workspace has such a setting. Leave it out.",
};

describe("a refusal of the back end", () => {
  it.each([
    ["English", undefined, "Steps", "This model takes no number above 4,000."],
    ["German", de, "Schritte", "Dieses Modell nimmt keine Zahl über 4.000."],
  ])(
    "lands at its field, in %s, and goes with an edit of that field alone",
    async (_, messages, name, words) => {
      const view = await renderSettings({ steps: 40 }, offer(), messages ? { messages } : {});
      await userEvent.click(screen.getByRole("button", { name: /^(Generate|Bild erzeugen|Erzeugen)/ }));
      await waitFor(() => expect(view.fake.runs).toHaveLength(1));
      act(() => view.fake.run().fail(refusal(tooMany)));
      await waitFor(() => expect(number(name)).toHaveFocus());
      expect(errorOf(number(name))).toBe(words);
      await userEvent.click(screen.getAllByRole("radio")[0] ?? document.body);
      expect(errorOf(number(name))).toBe(words);
      await userEvent.type(number(name), "{Backspace}");
      expect(errorOf(number(name))).toBe("");
    },
  );

  it.each([
    ["English", undefined, "Steps: This model takes no number above 4,000.", "gone: This model has no such"],
    ["German", de, "Schritte: Dieses Modell nimmt keine Zahl über 4.000.", "gone: Dieses Modell hat keine"],
  ])("is said for the form where no field shows it, in %s", async (_, messages, steps, gone) => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const fake = clientOf(offer());
    render(
      <Node fake={fake} {...(messages && { messages })}>
        <ConfigForm.Root defaultValue={cat({ settings: { steps: 40 } })}>
          <ConfigForm.Generate />
          <ConfigForm.Error />
        </ConfigForm.Root>
      </Node>,
    );
    await waitFor(() => expect(fake.calls.catalog).toBe(1));
    await userEvent.click(screen.getByRole("button"));
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    const proto = { ...unknown, pointer: "#/config/settings/__proto__", setting: "__proto__" };
    act(() => fake.run().fail(refusal(tooMany, unknown, proto)));
    const alert = await screen.findByRole("alert");
    expect(alert.textContent.match(/no such|keine solche/g)).toHaveLength(2);
    expect(alert).toHaveTextContent(steps);
    expect(alert).toHaveTextContent(gone);
    expect(alert).toHaveFocus();
  });

  it("goes with a change of the model", async () => {
    const fake = clientOf(offer(EVERY_KIND, EVERY_KIND));
    function Other() {
      const { setValue } = useConfigForm();
      return <button onClick={() => setValue("imageModel", "acme/painter")}>Other</button>;
    }
    render(
      <Node fake={fake}>
        <ConfigForm.Root defaultValue={cat({ settings: { steps: 40 } })}>
          <ModelSettings.Root>
            <ModelSettings.Fields />
          </ModelSettings.Root>
          <ConfigForm.Generate />
          <Other />
        </ConfigForm.Root>
      </Node>,
    );
    await screen.findByRole("spinbutton", { name: "Steps" });
    await userEvent.click(generate());
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    act(() => fake.run().fail(refusal(tooMany)));
    await waitFor(() => expect(errorOf(number("Steps"))).not.toBe(""));
    await userEvent.click(screen.getByRole("button", { name: "Other" }));
    expect(errorOf(number("Steps"))).toBe("");
    expect(number("Steps")).toHaveValue("40");
  });

  it("never comes where the form knows the fault itself, which it names for the form", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const fake = clientOf(offer());
    render(
      <Node fake={fake}>
        <ConfigForm.Root defaultValue={cat({ settings: { caption: 5 } })}>
          <ConfigForm.Generate />
        </ConfigForm.Root>
      </Node>,
    );
    await act(() => Promise.resolve());
    await userEvent.click(generate());
    expect(await screen.findByRole("alert")).toHaveTextContent("Caption: Enter a text.");
    expect(fake.runs).toHaveLength(0);
  });
});

describe("an image that was made with settings", () => {
  const used = { quality: "high", seed: 123456, guidance: 7.5, negative_prompt: "low" };
  const facts = () =>
    [...document.querySelectorAll('[data-imagenode-part="preview-setting"]')].map((row) => row.textContent);

  it("says which, in the words of the form", async () => {
    const view = await renderSettings({ quality: "high" });
    await run(view);
    await end(view, "gen_1", used);
    await openDetails();
    expect(await screen.findByLabelText("Settings of this picture")).toBeVisible();
    expect(facts()).toEqual(["Quality High", "Seed 123456", "Guidance 7.5", "Leave out low"]);
  });

  it("gives its seed to the form, says so, and only where the model takes one", async () => {
    const view = await renderSettings(
      { quality: "high" },
      offer(EVERY_KIND, { quality: EVERY_KIND.quality }),
    );
    await run(view);
    await end(view, "gen_1", used);
    await openDetails();
    await userEvent.click(await screen.findByRole("button", { name: "Use this seed again" }));
    expect(view.saved()).toEqual({ quality: "high", seed: 123456 });
    expect(number("Seed")).toHaveValue("123456");
    expect(screen.getByText("The seed is in the form. The next run uses it.")).toBeInTheDocument();
    const last = view.onValueChange.mock.lastCall?.[0];
    if (last) act(() => view.setFromHost({ ...last, imageModel: "acme/painter" }));
    expect(screen.queryByRole("button", { name: "Use this seed again" })).toBeNull();
  });

  it.each([
    ["choices", { quality: "high", gone: 1 }],
    ["defaults", undefined],
  ])("gives its %s back as they were, without the seed that was drawn for it", async (_, first) => {
    const view = await renderSettings(first, offer(EVERY_KIND, { steps: EVERY_KIND.steps }));
    await end(view, "gen_1", (await run(view)) && used);
    act(() => view.setFromHost(cat({ settings: { steps: 9, caption: "later" } })));
    await run(view);
    await end(view, "gen_2", used);
    await userEvent.click(await screen.findByRole("button", { name: /^Picture 1/ }));
    await userEvent.click(screen.getByRole("button", { name: "Use these settings" }));
    expect(view.saved()).toEqual(first);
    expect(number("Steps")).toHaveValue("");
    act(() => view.setFromHost(cat()));
    await userEvent.click(screen.getByRole("button", { name: "Use these settings" }));
    expect(view.saved()).toEqual(first);
  });
});

describe("settings by name", () => {
  it("stand where the host puts them", async () => {
    render(
      <Node fake={clientOf(offer())}>
        <ConfigForm.Root defaultValue={cat()}>
          <ModelSettings.Root>
            <ModelSettings.Field name="seed" />
            <ModelSettings.Field name="of another model" />
          </ModelSettings.Root>
        </ConfigForm.Root>
      </Node>,
    );
    expect(await screen.findByRole("spinbutton", { name: "Seed" })).toBeVisible();
    expect(document.querySelectorAll("[data-field]")).toHaveLength(1);
  });
});
