import "@testing-library/jest-dom/vitest";
import "@xyflow/react/dist/style.css";
import { act, render, screen, waitFor } from "@testing-library/react";
import { ReactFlow, useNodesState } from "@xyflow/react";
import type { Node as FlowNode } from "@xyflow/react";
import { ConfigForm, ImageNodePanel, Preview, StyleSelect } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import { StrictMode, useEffect } from "react";
import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { findAll } from "./findAll.js";
import { isOnTop } from "./isOnTop.js";
import { OPENED } from "./OPENED.js";
import { PanelWithPictures } from "./PanelWithPictures.js";
import { renderInHost } from "./PortalHost.js";
import { pictureOf } from "./pictureOf.js";
import { Node } from "./renderNode.js";

const config = createImageNodeConfig({ prompt: { template: "A lamp" } });

beforeEach(() => page.viewport(1100, 900));

const drawer = {
  position: "fixed",
  inset: "0 0 0 auto",
  width: 480,
  overflow: "auto",
  background: "white",
} as const;

const inDrawer = (content: ReactNode) => createPortal(<div style={drawer}>{content}</div>, document.body);

function InDrawer() {
  return inDrawer(<ImageNodePanel defaultValue={config} />);
}

function PicturesInDrawer() {
  return inDrawer(<PanelWithPictures />);
}

function InNode() {
  return (
    <div style={{ width: 480 }}>
      <ImageNodePanel defaultValue={config} />
    </div>
  );
}

const nodeTypes = { drawer: InDrawer, inside: InNode, pictures: PicturesInDrawer };

function Canvas({
  type,
  onNodes,
  onMove,
}: {
  type: string;
  onNodes: (nodes: FlowNode[]) => void;
  onMove: () => void;
}) {
  const start: FlowNode[] = [{ id: "1", type, position: { x: 10, y: 10 }, data: {}, selected: true }];
  const [nodes, , onNodesChange] = useNodesState(start);
  useEffect(() => onNodes(nodes), [nodes, onNodes]);
  return (
    <div style={{ width: 600, height: 800 }}>
      <ReactFlow
        nodes={nodes}
        nodeTypes={nodeTypes}
        onNodesChange={onNodesChange}
        onMoveStart={onMove}
        deleteKeyCode={["Delete", "Backspace"]}
      />
    </div>
  );
}

describe("the panel that a node of React Flow renders", () => {
  it.each(["drawer", "inside"])(
    "keeps its keys, presses and the wheel from the canvas (%s)",
    async (type) => {
      const onNodes = vi.fn<(nodes: FlowNode[]) => void>();
      const onMove = vi.fn();
      render(
        <StrictMode>
          <Node>
            <Canvas type={type} onNodes={onNodes} onMove={onMove} />
          </Node>
        </StrictMode>,
      );
      const select = await screen.findByRole("combobox", { name: "Style" });
      await waitFor(() => expect(select).toBeVisible());
      const start = onNodes.mock.lastCall?.[0];
      const controls = [
        select,
        screen.getByRole("tab", { selected: true }),
        screen.getByRole("button", { name: "Variables" }),
      ];
      for (const control of controls) {
        for (const name of ["ArrowLeft", "ArrowRight", "Delete", "Backspace"]) {
          act(() => control.focus());
          await userEvent.keyboard(`{${name}}`);
        }
      }
      const { left, top } = select.getBoundingClientRect();
      const at = { bubbles: true, cancelable: true, view: window, button: 0, clientX: left, clientY: top };
      select.dispatchEvent(new WheelEvent("wheel", { ...at, deltaY: 100 }));
      const label = screen.getByText("Style");
      act(() => {
        label.dispatchEvent(new PointerEvent("pointerdown", at));
        label.dispatchEvent(new MouseEvent("mousedown", at));
        for (const clientX of [left + 20, left + 60]) {
          window.dispatchEvent(new MouseEvent("mousemove", { ...at, clientX }));
        }
        window.dispatchEvent(new MouseEvent("mouseup", { ...at, clientX: left + 60 }));
      });
      await new Promise(requestAnimationFrame);
      const end = onNodes.mock.lastCall?.[0];
      expect(end?.map(({ id, position }) => ({ id, position }))).toEqual(
        start?.map(({ id, position }) => ({ id, position })),
      );
      expect(onMove).not.toHaveBeenCalled();
      expect(screen.getByRole("combobox", { name: "Style" })).toBeVisible();
    },
  );
});

describe("the panel in a drawer that a node of React Flow renders, in strict mode", () => {
  it.each(Object.entries(OPENED))("keeps from the canvas what is done in %s", async (_name, part) => {
    const onNodes = vi.fn<(nodes: FlowNode[]) => void>();
    const onMove = vi.fn();
    render(
      <StrictMode>
        <Node>
          <Canvas type="pictures" onNodes={onNodes} onMove={onMove} />
        </Node>
      </StrictMode>,
    );
    await waitFor(() => expect(part.opener()).toBeVisible());
    const places = () => onNodes.mock.lastCall?.[0].map(({ id, position }) => ({ id, position }));
    const start = places();
    await part.open();
    await waitFor(() => expect(isOnTop(findAll(part.is)[0] as Element)).toBe(true));
    await userEvent.keyboard("{ArrowDown}{ArrowRight}{Delete}{Backspace}{Escape}");
    await waitFor(() => expect(findAll(part.is)).toEqual([]));
    await part.open();
    await waitFor(() => expect(part.target()).toBeVisible());
    await userEvent.click(part.target() as Element);
    await waitFor(part.chosen);
    await waitFor(() => expect(findAll(part.is)).toEqual([]));
    expect(places()).toEqual(start);
    expect(onMove).not.toHaveBeenCalled();
  });
});

const press = async (...names: string[]) => {
  for (const name of names) await userEvent.keyboard(name.length === 1 ? name : `{${name}}`);
};

describe("a host that draws the panel through a portal", () => {
  it.each([
    ["a select", () => screen.getByRole("combobox", { name: "Style" })],
    ["a tab", () => screen.getByRole("tab", { selected: true })],
    ["a button", () => screen.getByRole("button", { name: "Variables" })],
    ["the prompt", () => screen.getByRole("textbox", { name: "Prompt" })],
  ])("hears no key from %s but for Tab and Escape", async (_name, find) => {
    const { heard } = renderInHost();
    for (const name of ["ArrowLeft", "Delete", "Backspace", "PageDown", "Home"]) {
      act(() => find().focus());
      await press(name);
    }
    await press("x");
    expect(heard()).toEqual([]);
    await press("Escape", "Tab");
    expect(heard()).toEqual(["keydown Escape", "keyup Escape", "keydown Tab", "keyup Tab"]);
  });

  it("hears the keys that it names, and the end of those that began elsewhere", async () => {
    const { heard } = renderInHost({ isHostKey: (event) => event.ctrlKey });
    act(() => screen.getByRole("button", { name: "Variables" }).focus());
    await userEvent.keyboard("{Control>}d{/Control}");
    expect(heard()).toEqual(["keydown Control", "keydown d", "keyup d", "keyup Control"]);
    act(() => (document.activeElement as HTMLElement).blur());
    await userEvent.keyboard("{PageUp>}");
    act(() => screen.getByRole("button", { name: "Variables" }).focus());
    await userEvent.keyboard("{/PageUp}");
    expect(heard()).toContain("keyup PageUp");
  });

  it("hears no press through its tree, while its document does and closes what is open", async () => {
    const { onEvent, onDocument } = renderInHost();
    await userEvent.dblClick(screen.getByText("Style"));
    expect(onDocument.mock.calls.flat()).toContain("pointerdown");
    expect(onDocument.mock.calls.flat()).toContain("mousedown");
    expect([...new Set(onEvent.mock.calls.flat())]).toEqual(["click"]);
  });

  it("hears what is pressed through the panel's own handlers", async () => {
    const onKeyDown = vi.fn();
    const onWheel = vi.fn();
    const onPointerDown = vi.fn();
    const { onEvent } = renderInHost({ onKeyDown, onWheel, onPointerDown, className: "own" });
    const select = screen.getByRole("combobox", { name: "Style" });
    act(() => select.focus());
    await press("Delete");
    select.dispatchEvent(new WheelEvent("wheel", { bubbles: true }));
    await userEvent.click(screen.getByText("Style"));
    for (const handler of [onKeyDown, onWheel, onPointerDown]) expect(handler).toHaveBeenCalled();
    expect(onEvent.mock.calls.flat()).not.toContain("wheel");
    expect(select.closest(".nodrag.nowheel.nokey")).toHaveClass("own");
  });

  it.each<[string, ReactNode, string]>([
    [
      "a form of its own parts",
      <ConfigForm.Root key="1" defaultValue={config}>
        <button>Inside</button>
      </ConfigForm.Root>,
      "Inside",
    ],
    [
      "a preview alone",
      <Preview.Root key="2" generation={pictureOf("gen_1")}>
        <button>Inside</button>
      </Preview.Root>,
      "Inside",
    ],
    [
      "a select alone",
      <StyleSelect.Root key="3">
        <StyleSelect.Trigger>Inside</StyleSelect.Trigger>
      </StyleSelect.Root>,
      "Inside",
    ],
  ])("hears no key from %s", async (_name, parts, text) => {
    const { heard } = renderInHost({}, parts);
    act(() => screen.getByText(text).focus());
    await press("ArrowLeft", "Delete", "Backspace");
    expect(heard()).toEqual([]);
  });

  it("gets no submission of a form inside", async () => {
    const onGenerate = vi.fn();
    const { onEvent } = renderInHost(
      {},
      <ConfigForm.Root defaultValue={config} onGenerate={onGenerate} asChild>
        <form>
          <button>Run</button>
        </form>
      </ConfigForm.Root>,
    );
    await userEvent.click(screen.getByRole("button", { name: "Run" }));
    await waitFor(() => expect(onGenerate).toHaveBeenCalledOnce());
    expect(onEvent.mock.calls.flat()).not.toContain("submit");
  });
});
