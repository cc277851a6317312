/** Throws unless an element is a text area, in whatever document: on any other, nothing of the editor can work. */
export function requireTextarea(element: Element | null): asserts element is HTMLTextAreaElement {
  if (element?.localName === "textarea") return;
  const found = element ? `a <${element.localName}>` : "no element, because the child passes on no ref";
  throw new Error(
    `A prompt editor's field must be a <textarea>, and there is ${found}. The only child of <PromptEditor.Input asChild>, ` +
      "or what getInputProps() is spread on, must pass its ref and props on to a <textarea>.",
  );
}
