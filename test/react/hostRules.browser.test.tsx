import "image-generation-node/styles.css";
import { act, cleanup, render, screen, waitFor } from "@testing-library/react";
import { Preview, PromptEditor, StyleSelect } from "image-generation-node";
import { createImageNodeConfig, ImageNodeError } from "image-generation-node/contract";
import { afterEach, describe, expect, it } from "vitest";
import { cdp, userEvent } from "vitest/browser";
import { generationOf } from "./samples.js";
import { movePointerAway } from "./movePointerAway.js";
import { Node, renderPanel } from "./renderNode.js";
import { openDetails } from "./openFolds.js";

const added: Element[] = [];
afterEach(() => {
  added.splice(0).forEach((element) => element.remove());
  delete document.documentElement.dataset["theme"];
  document.documentElement.style.colorScheme = "";
});

/** Puts rules of a host before ours and behind them: neither place may matter. */
function addRules(css: string): void {
  for (const place of ["prepend", "append"] as const) {
    const style = document.createElement("style");
    style.textContent = css;
    document.head[place](style);
    added.push(style);
  }
}

const ELEMENTS =
  "a, button, code, dd, details, dialog, div, dl, dt, figcaption, figure, img, input, ins, kbd, label, legend, li, mark, " +
  "menu, ol, output, p, pre, progress, section, select, small, span, strong, summary, table, textarea, time, ul";
/** What templates of build tools, classless style sheets and resets write, with values that nobody overlooks. */
const RULES = `${ELEMENTS} {
  display: inline-flex; padding: 7px 19px; margin: 13px; border: 5px dotted lime; border-radius: 17px;
  background: rgb(1, 2, 3); color: rgb(9, 200, 9); font: italic 900 29px/3 fantasy; letter-spacing: 4px;
  text-transform: uppercase; text-indent: 12px; list-style: square inside; box-shadow: 0 0 9px red; max-width: 61px;
  min-height: 71px; width: 93px; opacity: 0.4; text-decoration: line-through; vertical-align: super; float: right;
  transition: all 3s; filter: blur(1px); outline: 3px solid red; white-space: pre; text-align: right;
}`;

const PROPERTIES = [
  ..."display padding margin border-width border-style border-radius background-color background-image color".split(
    " ",
  ),
  ..."font letter-spacing text-transform text-indent list-style box-shadow max-width min-height opacity".split(
    " ",
  ),
  ..."text-decoration-line vertical-align float filter outline-style white-space text-align".split(" "),
];

function lookOf(root: ParentNode): string[] {
  return [...root.querySelectorAll("[data-imagenode-part]")].map((element) => {
    const style = getComputedStyle(element);
    const values = PROPERTIES.map((name) => `${name}: ${style.getPropertyValue(name)}`);
    return `${element.localName} ${element.getAttribute("data-imagenode-part")} { ${values.join("; ")} }`;
  });
}

const config = createImageNodeConfig({
  imageModel: "acme/painter",
  prompt: { template: "anime {{trigger.output.style}} 1024x1024 {{nobody}}" },
});

/** States of the panel that together show most of its elements. */
const STATES: Record<string, () => Promise<HTMLElement>> = {
  async form() {
    const { container } = renderPanel(config);
    await screen.findByText(/about 0/);
    await waitFor(() =>
      expect(container.querySelector("[data-imagenode-part=config-form-hint]")).not.toBeNull(),
    );
    await waitFor(() => expect(container.querySelector("mark")).not.toBeNull());
    await waitFor(() =>
      expect(container.querySelector("[data-imagenode-part=prompt-editor-diagnostic]")).not.toBeNull(),
    );
    return container;
  },
  async image() {
    const { container, fake } = renderPanel({ ...config, prompt: { ...config.prompt, template: "A cat" } });
    await screen.findByText(/about 0/);
    await userEvent.click(screen.getByRole("button", { name: "Generate" }));
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    act(() => fake.run().succeed(generationOf()));
    await screen.findByText("Done");
    await openDetails();
    await screen.findByRole("list", { name: "Variables for later nodes" });
    return container;
  },
  async error() {
    const { container, fake } = renderPanel({ ...config, prompt: { ...config.prompt, template: "A cat" } });
    await screen.findByText(/about 0/);
    await userEvent.click(screen.getByRole("button", { name: "Generate" }));
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    act(() => fake.run().fail(new ImageNodeError({ kind: "internal", charged: null, requestId: "req_1" })));
    await screen.findByText(/req_1/);
    return container;
  },
};

describe("a host's rules for elements", () => {
  it.each(Object.keys(STATES))("change nothing of ours: %s", async (name) => {
    const show = STATES[name] as () => Promise<HTMLElement>;
    const container = await show();
    // What a host's element around ours says of texts is inherited, as anywhere.
    container.style.all = "revert";
    (document.activeElement as HTMLElement | null)?.blur();
    // A press leaves the pointer over its button, whose colours then go over into others for a while.
    await movePointerAway();
    const isUnderWay = () => document.getAnimations().some((animation) => animation instanceof CSSTransition);
    await expect.poll(isUnderWay).toBe(false);
    const before = lookOf(container);
    expect(before.length).toBeGreaterThan(20);
    addRules(RULES);
    const changed = lookOf(container).filter((look, at) => look !== before[at]);
    expect(changed.slice(0, 3)).toEqual([]);
  });

  it("leave a class of the host alone, whatever layer it stands in", () => {
    addRules("@layer utilities { .wide { margin-top: 31px; text-transform: uppercase } }");
    const { container } = render(
      <PromptEditor.Root className="wide" defaultValue="">
        <PromptEditor.Input className="wide" aria-label="x" />
      </PromptEditor.Root>,
    );
    for (const element of container.querySelectorAll(".wide"))
      expect(getComputedStyle(element).textTransform).toBe("uppercase");
    expect(getComputedStyle(container.querySelector(".wide") as Element).marginTop).toBe("31px");
  });
});

describe("attributes that say how an element looks", () => {
  it("hide what is hidden, and size images", async () => {
    const { container } = renderPanel(config);
    await screen.findByText(/about 0/);
    const hidden = [...container.querySelectorAll<HTMLElement>("[data-imagenode-part][hidden]")];
    expect(hidden.length).toBeGreaterThan(1);
    expect(hidden.filter((element) => element.getBoundingClientRect().height > 0)).toEqual([]);
    const image = document.createElement("img");
    image.dataset["imagenodePart"] = "any";
    image.width = 31;
    image.height = 17;
    container.append(image);
    const { width, height } = image.getBoundingClientRect();
    expect([width, height]).toEqual([31, 17]);
  });
});

describe("an editor outside of the panel", () => {
  /** Says whose edge it is: a text area has one of the browser's too. */
  const edgesOf = (element: Element | null) => {
    const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(element as Element);
    const probe = (element?.parentElement as Element).appendChild(document.createElement("i"));
    probe.style.color = "var(--imagenode-line-strong)";
    const isOurs = getComputedStyle(probe).color === borderTopColor;
    probe.remove();
    return `${borderTopWidth} ${borderTopStyle}${isOurs ? " of ours" : ""}`;
  };

  it("has an edge that can be seen, and shows its focus", async () => {
    const { container } = render(
      <PromptEditor.Root defaultValue="A {{trigger.x}}">
        <PromptEditor.Highlight />
        <PromptEditor.Input aria-label="Prompt" />
      </PromptEditor.Root>,
    );
    const field = container.querySelector("textarea") as HTMLTextAreaElement;
    expect(edgesOf(field)).toBe("1px solid of ours");
    const before = getComputedStyle(field).boxShadow;
    await userEvent.click(field);
    expect(getComputedStyle(field).boxShadow).not.toBe(before);
    await waitFor(() => expect(container.querySelector("mark")).not.toBeNull());
  });

  it("has one edge in a frame, around all that belongs to it", () => {
    const { container } = render(
      <PromptEditor.Root defaultValue="">
        <PromptEditor.Frame>
          <PromptEditor.Highlight />
          <PromptEditor.Input aria-label="Prompt" />
          <PromptEditor.InsertButton />
        </PromptEditor.Frame>
      </PromptEditor.Root>,
    );
    expect(edgesOf(container.querySelector("[data-imagenode-part=prompt-editor-frame]"))).toBe(
      "1px solid of ours",
    );
    expect(edgesOf(container.querySelector("textarea"))).toBe("0px none");
  });
});

describe("fields on a touch screen", () => {
  it("have text of 16 px at least, so that no browser zooms into them", async () => {
    const protocol = cdp() as unknown as { send(method: string, params: object): Promise<unknown> };
    await protocol.send("Emulation.setTouchEmulationEnabled", { enabled: true });
    await expect.poll(() => matchMedia("(pointer: coarse)").matches).toBe(true);
    try {
      const { container } = renderPanel(config);
      await userEvent.click(screen.getByRole("button", { name: "Variables" }));
      const search = await screen.findByRole("combobox", { name: "Search variables" });
      const size = (element: Element | null) => parseFloat(getComputedStyle(element as Element).fontSize);
      expect(size(search)).toBeGreaterThanOrEqual(16);
      expect(size(container.querySelector("textarea"))).toBeGreaterThanOrEqual(16);
    } finally {
      await protocol.send("Emulation.setTouchEmulationEnabled", { enabled: false });
    }
  });
});

describe("a dark place", () => {
  const parts = (
    <>
      <Node>
        <Preview.Root data-testid="preview" />
        <PromptEditor.Root defaultValue="">
          <PromptEditor.Frame data-testid="frame">
            <PromptEditor.Input aria-label="Prompt" />
          </PromptEditor.Frame>
          <PromptEditor.Suggestions data-testid="list" />
        </PromptEditor.Root>
        <StyleSelect.Root>
          <StyleSelect.Trigger data-testid="trigger" aria-label="Style" />
        </StyleSelect.Root>
      </Node>
    </>
  );
  const NAMES = ["preview", "frame", "list", "trigger"];
  const coloursOf = () =>
    NAMES.map((name) => getComputedStyle(screen.getByTestId(name)).backgroundColor).join(" | ");
  function coloursIn(around: (parts: React.ReactNode) => React.ReactNode): string {
    render(around(parts));
    const colours = coloursOf();
    cleanup();
    return colours;
  }

  it.each<[string, boolean, (parts: React.ReactNode) => React.ReactNode]>([
    ["the page's data-theme", true, (inner) => ((document.documentElement.dataset["theme"] = "dark"), inner)],
    [
      "the page's color-scheme",
      true,
      (inner) => ((document.documentElement.style.colorScheme = "dark"), inner),
    ],
    ["a data-theme around", true, (inner) => <div data-theme="dark">{inner}</div>],
    ["a color-scheme around", true, (inner) => <div style={{ colorScheme: "dark" }}>{inner}</div>],
    [
      "the nearest data-theme",
      false,
      (inner) => (
        <div data-theme="dark">
          <div data-theme="light">{inner}</div>
        </div>
      ),
    ],
    [
      "the nearest of three",
      true,
      (inner) => (
        <div data-theme="dark">
          <div data-theme="light">
            <div data-theme="dark">{inner}</div>
          </div>
        </div>
      ),
    ],
    [
      "a nearer color-scheme",
      false,
      (inner) => (
        <div data-theme="dark">
          <div style={{ colorScheme: "light" }}>{inner}</div>
        </div>
      ),
    ],
    [
      "a nearer data-theme",
      true,
      (inner) => (
        <div style={{ colorScheme: "light" }}>
          <div data-theme="dark">{inner}</div>
        </div>
      ),
    ],
  ])("is followed by every part alone: %s", (_name, isDark, around) => {
    const light = coloursIn((inner) => <div style={{ colorScheme: "light" }}>{inner}</div>);
    const dark = coloursIn((inner) => <div style={{ colorScheme: "dark" }}>{inner}</div>);
    expect(dark).not.toBe(light);
    expect(coloursIn(around)).toBe(isDark ? dark : light);
  });
});
