"use client";
import type { ReactNode } from "react";
import { usePreviewContext } from "../preview/index.js";
import { createPanelPart } from "./createPanelPart.js";
import { PanelError } from "./PanelError.js";
import { PanelFrame } from "./PanelFrame.js";
import { PanelVariations } from "./PanelVariations.js";
import { RevealRun } from "./RevealRun.js";

/**
 * Place of the image, which keeps its height whatever stands in it: the image of any shape, several to choose from, or the
 * words about a run that made none. A run that a person starts scrolls it into sight. Renders a `<div>` element.
 */
export const PanelPicture = createPanelPart(
  "Panel.Picture",
  "div",
  () => ({
    "data-imagenode-part": "panel-picture",
    children: (
      <>
        <PanelFrame />
        <PanelVariations />
        {!usePreviewContext("Panel.Picture").generation && <PanelError />}
      </>
    ),
  }),
  WithReveal,
);

function WithReveal({ children }: { children?: ReactNode }) {
  const { status, startedAt } = usePreviewContext("Panel.Picture").state;
  return (
    <>
      <RevealRun status={status} startedAt={startedAt} />
      {children}
    </>
  );
}
