/** Throws unless an element is a text area, in whatever document: on any other, nothing of the editor can work. */
export function requireTextarea(element: Element | null): asserts element is HTMLTextAreaElement {
  if (element?.localName === "textarea") return;
  throw new Error(
    `<PromptEditor.Input asChild> and getInputProps() need a <textarea>, or a component that passes its ref on to one; ` +
      `the ref has ${element ? `a <${element.localName}>` : "no element"}.`,
  );
}
