import { act, render, screen, waitFor } from "@testing-library/react";
import { ConfigForm, ModelSettings, useConfigForm } from "image-generation-node";
import type { UseConfigFormResult } from "image-generation-node";
import type { ImageNodeConfig } from "image-generation-node/contract";
import { useState } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { cat } from "./formControls.js";
import { Node } from "./renderNode.js";
import { clientOf, offer } from "./settingSamples.js";

const EVIL = [
  '{"__proto__": {"polluted": {"deep": 1}, "flat": true}}',
  '{"inside": {"__proto__": {"polluted": {"deep": 2}}}, "list": [{"__proto__": {"polluted": 1}}]}',
  '{"constructor": {"prototype": {"polluted": 1}}, "prototype": {"polluted": {"deep": 1}}}',
  "{}",
  '{"toString": {"polluted": {"deep": 1}}, "valueOf": 5, "hasOwnProperty": null}',
];

/** A form with a configuration that somebody wrote into a saved workflow. */
function renderForm(config: ImageNodeConfig) {
  const held = {
    form: {} as UseConfigFormResult,
    value: config,
    set: (_next: ImageNodeConfig): void => undefined,
  };
  function Probe() {
    held.form = useConfigForm();
    return null;
  }
  function Host() {
    const [value, setValue] = useState(config);
    held.set = (next) => {
      held.value = next;
      setValue(next);
    };
    return (
      <ConfigForm.Root value={value} onValueChange={held.set}>
        <Probe />
        <ModelSettings.Root>
          <ModelSettings.Fields />
          <ModelSettings.Unused />
        </ModelSettings.Root>
        <ConfigForm.Reset />
      </ConfigForm.Root>
    );
  }
  const fake = clientOf(offer());
  render(
    <Node fake={fake}>
      <Host />
    </Node>,
  );
  return { held, fake };
}

const own = Object.getOwnPropertyNames(Object.prototype);
afterEach(() => {
  for (const name of Object.getOwnPropertyNames(Object.prototype))
    if (!own.includes(name)) Reflect.deleteProperty(Object.prototype, name);
});

describe("a saved configuration with names that every object has", () => {
  it.each([
    ["among its settings", (evil: object) => cat({ settings: evil })],
    ["under a key of the host's", (evil: object) => cat({ host: evil })],
    ["in its prompt", (evil: object) => cat({ prompt: { template: "A cat", host: evil } })],
    ["at its top", (evil: object) => Object.assign(Object.create(null), cat(), evil) as ImageNodeConfig],
  ])("%s changes no other object of the page", async (_, make) => {
    const [first = "{}", ...others] = EVIL;
    const read = (text: string) => make(JSON.parse(text) as object);
    const { held, fake } = renderForm(read(first));
    await screen.findByRole("spinbutton", { name: "Seed" });
    for (const text of [...others, first, ...others]) {
      act(() => held.form.setValue("style", text === first ? "anime" : "sketch"));
      act(() => held.set(read(text)));
      act(() => held.form.setValue("settings", JSON.parse(text) as Record<string, unknown>));
      act(() => held.form.setValue("settings", read(text).settings));
      act(() => held.form.reset());
      expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(own);
    }
    act(() => held.form.generate());
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(own);
  });

  it.each<[string, unknown, unknown]>([
    ["nothing", null, undefined],
    ["a number", 5, undefined],
    ["a text", "seed: 5", undefined],
    ["a list", [1, 2], undefined],
    ["what JSON lacks", { seed: 5n, tiling: undefined }, { seed: "5" }],
  ])("costs no form where its settings are %s", async (_, settings, kept) => {
    const { held, fake } = renderForm(cat({ settings }));
    await screen.findByRole("spinbutton", { name: "Seed" });
    act(() => held.form.setValue("style", "anime"));
    expect(held.value.settings).toEqual(kept);
    act(() => held.form.setValue("settings", {}));
    act(() => held.form.generate());
    await waitFor(() => expect(fake.runs).toHaveLength(1));
  });

  it("keeps the settings of those names as they are", async () => {
    const [first = "", second = ""] = EVIL;
    const { held } = renderForm(cat({ settings: JSON.parse(first) as object }));
    await screen.findByRole("spinbutton", { name: "Seed" });
    act(() => held.form.setValue("style", "anime"));
    expect(JSON.stringify(held.value.settings)).toBe(JSON.stringify(JSON.parse(first)));
    act(() => held.set(cat({ settings: JSON.parse(second) as object })));
    act(() => held.form.setValue("style", "sketch"));
    expect(JSON.stringify(held.value.settings)).toBe(JSON.stringify(JSON.parse(second)));
  });
});
