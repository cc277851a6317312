"use client";
import { createContext, useContext, useId, useState } from "react";
import type { ReactNode } from "react";
import { createLazy } from "../internal/createLazy.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { usePreviewContext } from "../preview/index.js";
import { createPanelPart } from "./createPanelPart.js";
import { MoreIcon } from "./resultIcons.js";

const OpenContext = createContext(false);
const useParts = createLazy(() => import("./more/index.js"));

/**
 * Button that shows the rarer actions on the image in a row below: copy and open it, pin it, make similar ones, give it to
 * the model as a reference. Children stand in place of these. Renders a `<div>` element, or nothing without an image.
 */
export const PanelMoreActions = createPanelPart(
  "Panel.MoreActions",
  "div",
  () =>
    usePreviewContext("Panel.MoreActions").generation
      ? { "data-imagenode-part": "panel-more", children: <Actions /> }
      : null,
  WithToggle,
);

function WithToggle({ children }: { children?: ReactNode }) {
  const t = useMessagesWith(resultWords);
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        data-imagenode-part="panel-more-toggle"
        aria-label={t("panel.more")}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <MoreIcon />
      </button>
      <div id={id} data-imagenode-part="panel-more-actions" hidden={!open}>
        <OpenContext.Provider value={open}>{children}</OpenContext.Provider>
      </div>
    </>
  );
}

function Actions() {
  const parts = useParts(useContext(OpenContext));
  return parts && <parts.MoreActions />;
}
