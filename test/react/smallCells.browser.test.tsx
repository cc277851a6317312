import "image-generation-node/styles.css";
import { render, waitFor } from "@testing-library/react";
import { Panel, Preview } from "image-generation-node";
import type { GenerationState } from "image-generation-node/client";
import { createImageNodeConfig } from "image-generation-node/contract";
import { beforeEach, describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import { fixedStore } from "../../stories/support/fixedStore.js";
import { languages } from "../../stories/support/languages.js";
import { pictureOf } from "./pictureOf.js";
import { Node } from "./renderNode.js";

const all = (part: string) => [...document.querySelectorAll<HTMLElement>(`[data-imagenode-part="${part}"]`)];

beforeEach(() => page.viewport(320, 900));

describe.each(languages)("in $name at 320 px", ({ load, direction }) => {
  it.each(["landscape", "square"] as const)("a cell holds each stage of its %s", async (aspectRatio) => {
    const startedAt = Date.now() - 119_000;
    const config = createImageNodeConfig({ aspectRatio, prompt: { template: "A fox" } });
    const stages = ["prompt", "image", "store", undefined] as const;
    const variations = stages.map((stage): GenerationState => ({
      status: "running",
      startedAt,
      ...(stage && { stage }),
    }));
    const state: GenerationState = { status: "running", startedAt, variations };
    const messages = await load();
    render(
      <div dir={direction}>
        <Node generation={fixedStore(state)} {...(messages && { messages })}>
          <Panel.Root defaultValue={config} />
        </Node>
      </div>,
    );
    await waitFor(() => expect(all("preview-variation-place")).toHaveLength(4));
    await waitFor(() => expect(all("preview-variation-time")).toHaveLength(4));
    const heights = all("preview-variation-place").map((place) => [
      place.textContent,
      Math.max(0, place.scrollHeight - place.clientHeight),
    ]);
    expect(heights.filter(([, tooMuch]) => tooMuch !== 0)).toEqual([]);
  });
});

it.each(["ltr", "rtl"])("names of variables begin where the others do: %s", async (dir) => {
  render(
    <div dir={dir}>
      <Node>
        <Preview.Root generation={pictureOf("gen_1")}>
          <Preview.References />
        </Preview.Root>
      </Node>
    </div>,
  );
  await waitFor(() => expect(all("preview-reference-name").length).toBeGreaterThan(4));
  const starts = all("preview-reference-name").map((name) => {
    const { left, right } = name.getBoundingClientRect();
    return Math.round(dir === "ltr" ? left : right);
  });
  expect(new Set(starts).size).toBe(1);
});

it("notes break in Japanese between phrases, where the browser can", async () => {
  const ja = await languages.find(({ tag }) => tag === "ja")?.load();
  render(
    <Node {...(ja && { messages: ja })}>
      <Panel.Root defaultValue={createImageNodeConfig({ prompt: { template: "" } })} />
    </Node>,
  );
  await waitFor(() => expect(all("mode-switch-description")).toHaveLength(1));
  const [note] = all("mode-switch-description");
  const style = note && getComputedStyle(note);
  const known = (property: string, value: string) => (CSS.supports(property, value) ? value : undefined);
  expect(style?.wordBreak).toBe(known("word-break", "auto-phrase") ?? "normal");
  expect(style?.textWrapStyle).toBe(known("text-wrap-style", "pretty") ?? "auto");
  const [field] = all("prompt-editor-input");
  expect(field && getComputedStyle(field).wordBreak).toBe("normal");
});
