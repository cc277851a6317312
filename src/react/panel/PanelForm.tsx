"use client";
import { useMessages } from "../messages/index.js";
import { createPanelPart } from "./createPanelPart.js";
import { PanelFields } from "./PanelFields.js";
import { PanelFooter } from "./PanelFooter.js";
import { PanelHeader } from "./PanelHeader.js";

/** Form half of the panel: header, fields and footer. Renders a `<section>` element. */
export const PanelForm = createPanelPart("Panel.Form", "section", () => ({
  "data-imagenode-part": "panel-form",
  "aria-label": useMessages()("panel.configuration"),
  children: (
    <>
      <PanelHeader />
      <PanelFields />
      <PanelFooter />
    </>
  ),
}));
