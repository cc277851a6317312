import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import {
  ImageNodePanel,
  ImageNodeProvider,
  ImageNodeScope,
  Preview,
  PromptEditor,
} from "image-generation-node";
import { createClient } from "image-generation-node/client";
import { createImageNodeConfig } from "image-generation-node/contract";
import type { Generation, ImageNodeConfig } from "image-generation-node/contract";
import {
  createGenerationFixture,
  createScriptedBackend,
  inProcessFetch,
} from "image-generation-node/testing";
import { describe, expect, it, vi } from "vitest";
import { naughtyStrings } from "./naughtyStrings.js";

const ACTIVE = "script, iframe, object, embed, link, style, base, form, marquee, video, audio, meta";

/** Whether a text became markup: an element that runs something, or an attribute that does. */
function expectNothingInjected(): void {
  expect(document.body.querySelector(ACTIVE)).toBeNull();
  const faults = [...document.body.querySelectorAll("*")].flatMap((element) =>
    [...element.attributes].filter(
      ({ name, value }) =>
        name.startsWith("on") ||
        ((name === "href" || name === "src") && /^\s*(?:javascript|data:text|vbscript)/i.test(value)),
    ),
  );
  expect(faults.map(({ name, value }) => `${name}=${value}`)).toEqual([]);
}

/** What a `<textarea>` makes of a text: the platform knows one kind of line break. */
const asTyped = (text: string) => text.replace(/\r\n?/g, "\n");

describe("naughty strings", () => {
  it("are typed, saved and shown by the form as they are", () => {
    const client = createClient({
      baseUrl: "http://localhost/api",
      fetch: inProcessFetch(createScriptedBackend().handler),
    });
    const onValueChange = vi.fn<(config: ImageNodeConfig) => void>();
    render(
      <ImageNodeProvider client={client}>
        <ImageNodeScope nodeId="n4" nodeSlug="image_gen" variables={[]}>
          <ImageNodePanel defaultValue={createImageNodeConfig()} onValueChange={onValueChange} />
        </ImageNodeScope>
      </ImageNodeProvider>,
    );
    const field = screen.getByRole("textbox", { name: "Prompt" });
    for (const text of naughtyStrings) {
      fireEvent.input(field, { target: { value: `x${text}` } });
      expect(onValueChange.mock.lastCall?.[0].prompt.template).toBe(asTyped(`x${text}`));
      expect(field).toHaveValue(asTyped(`x${text}`));
    }
    expectNothingInjected();
  });

  it("are resolved below the editor as text", async () => {
    const values = Object.fromEntries(naughtyStrings.map((text, index) => [`v${index}`, text]));
    const template = Object.keys(values).map((name) => `{{trigger.${name}}}`);
    render(
      <PromptEditor.Root
        variables={[{ slug: "trigger", label: naughtyStrings.join(" "), sample: values }]}
        defaultValue={template.join("\n")}
      >
        <PromptEditor.Label>Prompt</PromptEditor.Label>
        <PromptEditor.Input />
        <PromptEditor.Resolved />
      </PromptEditor.Root>,
    );
    const resolved = await waitFor(() => {
      const part = document.querySelector('[data-imagenode-part="prompt-editor-resolved"]');
      if (!part) throw new Error("Not resolved yet.");
      return part.textContent;
    });
    for (const text of naughtyStrings) expect(resolved).toContain(text);
    expectNothingInjected();
  });

  it("are shown by the preview as text, wherever a back end may send one", () => {
    const preview = (generation: Generation) => (
      <Preview.Root generation={generation} nodeSlug="image_gen">
        <Preview.Image />
        <Preview.Metadata />
        <Preview.Warnings />
        <Preview.Stages />
        <Preview.Provenance />
        <Preview.Usage />
      </Preview.Root>
    );
    const base = createGenerationFixture();
    const { rerender } = render(preview(base));
    for (const text of naughtyStrings) {
      const said = `x${text}`;
      rerender(
        preview({
          ...base,
          id: `gen_${naughtyStrings.indexOf(text)}`,
          output: { ...base.output, prompt: said },
          stages: { template: null, resolved: null, written: null, sent: said, revised: null },
          warnings: [{ code: text, message: said, params: { [text]: text } }],
          usage: { items: [{ kind: "image", model: said, amount: "0.04", currency: "USD" }] },
        }),
      );
      expect(document.querySelector('[data-stage="sent"]')?.textContent).toContain(said);
      // By tag: looking for roles among so many would take most of the time.
      const pictures = [...document.querySelectorAll("img")].map(({ alt }) => alt);
      expect(pictures).toEqual([expect.stringMatching(/^x/)]);
      expectNothingInjected();
    }
  });
});
