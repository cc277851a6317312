import "image-generation-node/styles.css";
import { beforeEach, describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { buttons, cat, nameOf, run, shows } from "./focusScenes.js";
import type { Scene } from "./focusScenes.js";
import { MORE_SCENES } from "./focusScenesMore.js";
import { createPictureClient, photo } from "./referenceSamples.js";
import { settle } from "./settle.js";
import { holdPage, show, walkFocus, whereFocusIs } from "./walkFocus.js";

beforeEach(holdPage);

it.each(Object.entries(MORE_SCENES))(
  "keeps focus in the panel whatever is pressed: %s",
  async (_, scene) => {
    expect(await walkFocus(scene)).toEqual([]);
  },
  600_000,
);

const twice: Scene = {
  async go(fake) {
    await run(fake, "gen_1");
    await run(fake, "gen_2");
    await shows("Compare");
  },
};
const pictures: Scene = { fake: () => createPictureClient(), scope: { variables: [photo] } };
const named = (name: string) => {
  const found = buttons().find((button) => nameOf(button).startsWith(name));
  if (!found) throw new Error(`There is no “${name}”.`);
  return found;
};

describe("what opens", () => {
  it.each<[string, string, Scene, string | undefined]>([
    ["the enlarged picture", "Enlarge the picture", twice, "Close"],
    ["the comparison", "Compare", twice, "Close"],
    ["the tree of variables", "Variables", {}, undefined],
    ["variables to take a picture from", "Variable", pictures, undefined],
    ["the list of a select", "Demo illustrator", {}, undefined],
  ])("gives the focus back to its opener: %s", async (_, name, scene, close) => {
    const { all } = await show({ config: cat, ...scene });
    expect(all.length).toBeGreaterThan(0);
    const opener = () => buttons().find((button) => nameOf(button) === name) ?? named(name);
    const openIt = async () => {
      opener().focus();
      await userEvent.keyboard("{Enter}");
      await expect.poll(() => document.activeElement).not.toBe(opener());
      await settle();
    };
    await openIt();
    await userEvent.keyboard("{Escape}");
    await expect.poll(() => document.activeElement).toBe(opener());
    if (close === undefined) return;
    await openIt();
    const button = [...document.querySelectorAll<HTMLElement>("dialog[open] button")].find(
      (each) => nameOf(each) === close,
    );
    button?.focus();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => document.activeElement).toBe(opener());
  });

  it("leads back to the text once a variable of the tree is inserted", async () => {
    await show({ config: cat });
    named("Variables").focus();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => document.activeElement?.getAttribute("role")).toBe("combobox");
    await settle();
    await userEvent.keyboard("mood");
    await settle();
    await userEvent.keyboard("{Enter}");
    await settle();
    expect(document.activeElement?.matches('[data-imagenode-part="prompt-editor-input"]')).toBe(true);
    expect(whereFocusIs()).toBe("in the panel");
  });
});
