import layered from "image-generation-node/styles.layer.css?inline";
import plain from "image-generation-node/styles.css?inline";
import { render, screen } from "@testing-library/react";
import { ImageNodePanel } from "image-generation-node";
import { afterEach, describe, expect, it } from "vitest";
import { cat } from "./formControls.js";
import { Node } from "./renderNode.js";

const added: Element[] = [];
afterEach(() => added.splice(0).forEach((element) => element.remove()));

function addSheets(...sheets: readonly string[]): void {
  for (const css of sheets) {
    const style = document.createElement("style");
    style.textContent = css;
    document.head.append(style);
    added.push(style);
  }
}

const HOST =
  ".mine { background-color: rgb(1, 2, 3); padding-left: 37px; border-radius: 1px; color: rgb(4, 5, 6) }";
const LOOK = ["rgb(1, 2, 3)", "37px", "1px", "rgb(4, 5, 6)"];

/** Gives each element of the panel that has a look of its own the class, and tells what is seen of it. */
/** Style of an element once what changes has changed. */
function settledStyle(element: Element): CSSStyleDeclaration {
  // Changes begin when a style is asked for.
  void getComputedStyle(element).color;
  for (const animation of document.getAnimations())
    if (animation instanceof CSSTransition) animation.finish();
  return getComputedStyle(element);
}

function looks(): string[] {
  const elements = document.querySelectorAll('[data-imagenode-part]:not([data-imagenode-part="words"])');
  // What an element's own style says is no affair of a sheet's: the editor's mirror is placed so.
  const styled = [...elements].filter((element) => element.getAttribute("style") === null);
  return styled.map((element) => {
    element.classList.add("mine");
    const { backgroundColor, paddingLeft, borderTopLeftRadius, color } = settledStyle(element);
    const name = element.getAttribute("data-imagenode-part");
    return `${name}: ${[backgroundColor, paddingLeft, borderTopLeftRadius, color].join(", ")}`;
  });
}

async function renderPanel() {
  render(
    <Node>
      <ImageNodePanel defaultValue={cat()} />
    </Node>,
  );
  await screen.findByRole("button", { name: /^Generate/ });
}

describe("styles.layer.css", () => {
  it.each([
    ["before it", [HOST, layered]],
    ["after it", [layered, HOST]],
  ])("lets a class of the host %s win at every element", async (_, sheets) => {
    addSheets(...sheets);
    await renderPanel();
    const seen = looks();
    expect(seen.length).toBeGreaterThan(40);
    expect(seen.filter((look) => !look.endsWith(LOOK.join(", ")))).toEqual([]);
  });

  it("looks as styles.css does", async () => {
    addSheets(plain);
    await renderPanel();
    const generate = screen.getByRole("button", { name: /^Generate/ });
    const { backgroundColor, height } = settledStyle(generate);
    added.splice(0).forEach((element) => element.remove());
    expect(settledStyle(generate).backgroundColor).not.toBe(backgroundColor);
    addSheets(layered);
    const { backgroundColor: background, height: tall } = settledStyle(generate);
    expect([background, tall]).toEqual([backgroundColor, height]);
  });
});
