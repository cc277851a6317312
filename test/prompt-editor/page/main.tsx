import { ReactFlow, type Node, type NodeProps, type ReactFlowInstance } from "@xyflow/react";
import { createRoot } from "react-dom/client";
import { PromptEditor } from "../../../src/react/prompt-editor/index.js";
import { Editor, type EditorProps } from "../Editor.js";

/** What a test may show in a page of its own, without a frame around it. */
export interface EditorPage {
  showEditor(props?: EditorProps): void;
  /** With the button for the tree of variables, which has this many in one node. */
  showTree(variables: number): void;
  /** One node with the editor in a canvas of React Flow that fills the page. */
  showCanvas(zoom: number): void;
  /** Moves the canvas by code, as a host's own buttons do. */
  panBy(x: number, y: number): void;
}

declare global {
  interface Window {
    editorPage: EditorPage;
  }
}

const nodeTypes = {
  prompt: (_props: NodeProps) => (
    <div style={{ overflow: "hidden", height: 40 }}>
      <Editor inputStyle={{ font: "16px monospace", height: 34 }} />
    </div>
  ),
};
const NODES: Node[] = [{ id: "prompt", type: "prompt", position: { x: 0, y: 0 }, data: {} }];

function panFrom({ getViewport, setViewport }: ReactFlowInstance): EditorPage["panBy"] {
  return (x, y) => {
    const viewport = getViewport();
    void setViewport({ ...viewport, x: viewport.x + x, y: viewport.y + y });
  };
}

// What a browser reports to the window alone, such as an observer that never comes to rest.
window.addEventListener("error", ({ message }) => console.error(message));

const container = document.createElement("div");
document.body.append(container);
const root = createRoot(container);
let shown = 0;

window.editorPage = {
  showEditor: (props) => root.render(<Editor key={shown++} {...props} />),
  showTree: (count) => {
    const sample = Object.fromEntries(Array.from({ length: count }, (_, key) => [`key${key}`, key]));
    const variables = [{ slug: "many", label: "Many", sample }];
    root.render(<Editor key={shown++} variables={variables} extra={<PromptEditor.InsertButton />} />);
  },
  showCanvas: (zoom) =>
    root.render(
      <div key={shown++} style={{ position: "fixed", inset: 0 }}>
        <ReactFlow
          nodes={NODES}
          nodeTypes={nodeTypes}
          defaultViewport={{ x: 60, y: 80, zoom }}
          minZoom={0.1}
          maxZoom={4}
          onInit={(canvas) => (window.editorPage.panBy = panFrom(canvas))}
        />
      </div>,
    ),
  panBy: () => undefined,
};
