import { useEffect, useState } from "react";
import type { ComponentType } from "react";
import { createRoot } from "react-dom/client";
import type { VariableSource } from "image-generation-node/template";
import { Bare, Naive, Ours } from "./editors.js";
import type { EditorProps } from "./editors.js";
import { makeLists } from "./makeLists.js";
import type { ListKind } from "./makeLists.js";

const EDITORS: Readonly<Record<string, ComponentType<EditorProps>>> = {
  bare: Bare,
  naive: Naive,
  ours: Ours,
};
const TEXT = "A fox reads {{step_3.output.title}} by {{step_5.output.author}} for {{step_9.output.price}}";

const parameters = new URLSearchParams(location.search);
const Editor = EDITORS[parameters.get("editor") ?? ""];
const element = document.getElementById("root");
if (!Editor || !element) throw new Error(`No such editor: ${location.search}`);
const nextList = makeLists(parameters.get("kind") as ListKind, Number(parameters.get("sources")));
createRoot(element).render(<Host Editor={Editor} derive={nextList} />);

/** Keeps the text, and derives the list at each of its renders. */
function Host({ Editor, derive }: HostProps) {
  const [text, setText] = useState(TEXT);
  const [, setFrame] = useState(0);
  useEffect(() => {
    window.drag = async (frames) => {
      for (let frame = 0; frame < frames; frame += 1) {
        setFrame((count) => count + 1);
        await new Promise(requestAnimationFrame);
      }
    };
  }, []);
  return <Editor text={text} onTextChange={setText} variables={derive()} />;
}

interface HostProps {
  readonly Editor: ComponentType<EditorProps>;
  readonly derive: () => readonly VariableSource[];
}

declare global {
  interface Window {
    /** Renders the host with its next list, once a frame. */
    drag(frames: number): Promise<void>;
  }
}
