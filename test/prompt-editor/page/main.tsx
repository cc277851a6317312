import { ReactFlow, type Node, type NodeProps, type ReactFlowInstance } from "@xyflow/react";
import { createRoot } from "react-dom/client";
import { Editor, type EditorProps } from "../Editor.js";

/** What a test may show in a page of its own, without a frame around it. */
export interface EditorPage {
  showEditor(props?: EditorProps): void;
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

const container = document.createElement("div");
document.body.append(container);
const root = createRoot(container);
let shown = 0;

window.editorPage = {
  showEditor: (props) => root.render(<Editor key={shown++} {...props} />),
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
