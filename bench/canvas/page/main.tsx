import { PromptEditor } from "image-generation-node";
import type { VariableSource } from "image-generation-node/template";
import { useState } from "react";
import type { ComponentType } from "react";
import { createRoot } from "react-dom/client";
import { Bare, Naive } from "../../lists/page/editors.js";
import type { EditorProps } from "../../lists/page/editors.js";
import { makeSources } from "../../lists/page/makeLists.js";

const EDITORS: Readonly<Record<string, ComponentType<EditorProps>>> = {
  bare: Bare,
  naive: Naive,
  ours: Ours,
};
const CARDS = 100;

const parameters = new URLSearchParams(location.search);
const Editor = EDITORS[parameters.get("editor") ?? ""];
const element = document.getElementById("root");
if (!Editor || !element) throw new Error(`No such editor: ${location.search}`);
const sources = makeSources(Number(parameters.get("sources")));
const hasOwn = parameters.get("list") === "own";
const cards = Array.from({ length: CARDS }, (_, at) => ({
  text: `Card ${at}: {{step_${at}.output.title}} by {{step_${at + 1}.output.author}}`,
  variables: hasOwn ? [...sources] : sources,
}));

window.mountCards = () =>
  createRoot(element).render(cards.map((card) => <Card key={card.text} Editor={Editor} {...card} />));
document.documentElement.dataset.ready = "";

/** Keeps the text of one card. */
function Card({ Editor, text: initial, variables }: CardProps) {
  const [text, setText] = useState(initial);
  return <Editor text={text} onTextChange={setText} variables={variables} />;
}

interface CardProps {
  readonly Editor: ComponentType<EditorProps>;
  readonly text: string;
  readonly variables: readonly VariableSource[];
}

/** Ours as a card has it: field, highlighting and list. */
function Ours({ text, onTextChange, variables }: EditorProps) {
  return (
    <PromptEditor.Root variables={variables} value={text} onValueChange={onTextChange} limit={10}>
      <PromptEditor.Label>Prompt</PromptEditor.Label>
      <PromptEditor.Highlight />
      <PromptEditor.Input spellCheck={false} />
      <PromptEditor.Suggestions />
    </PromptEditor.Root>
  );
}

declare global {
  interface Window {
    mountCards(): void;
  }
}
