"use client";
import { createElementPart } from "../internal/createElementPart.js";
import type { ElementPartProps } from "../internal/createElementPart.js";
import { createLazy } from "../internal/createLazy.js";
import { useFormBridge, useFormValue } from "../provider/index.js";
import { usePreviewContext } from "./PreviewContext.js";

const useList = createLazy(() => import("./examples/index.js"));

/**
 * Prompts to begin with, while there is no image and the form's prompt is empty: three that are made from the variables of
 * the workflow, or those of the host. A press writes one into the form and goes there. Renders a `<div>` element, or nothing
 * in mode Auto, and where the form can't be written.
 *
 * @example
 * <Preview.Examples examples={["A poster for {{event.output.title}}"]} />
 */
export const PreviewExamples = createElementPart<PreviewExamplesProps>(
  "Preview.Examples",
  "div",
  ({ examples }) => {
    const { state, generation } = usePreviewContext("Preview.Examples");
    const values = useFormBridge()?.values;
    const isEmpty = useFormValue(values, ({ prompt: { mode, template, instructions } }) =>
      mode === "auto" ? false : (mode === "manual" ? template : instructions).trim() === "",
    );
    const isShown =
      state.status === "idle" &&
      !generation &&
      isEmpty === true &&
      !!values?.setConfig &&
      examples?.length !== 0;
    const list = useList(isShown);
    return isShown && list ? { children: <list.ExampleList given={examples} /> } : null;
  },
  false,
  ["examples"],
);

/** Props of {@link PreviewExamples}. */
export interface PreviewExamplesProps extends ElementPartProps {
  /** Prompts of the host's own, in its language; none for `[]`. Made from the variables by default. */
  examples?: readonly string[] | undefined;
}
