"use client";
import { useContext } from "react";
import { OptionalConfigFormContext } from "../config-form/index.js";
import { Space } from "../internal/Space.js";
import { useMessages } from "../messages/index.js";
import { useScope } from "../provider/index.js";
import { createPanelPart } from "./createPanelPart.js";
import { ImageIcon } from "./icons.js";

/**
 * Header of the form: an icon, the node's name and its slug, and a word where nothing can be changed. Renders a `<div>`
 * element.
 */
export const PanelHeader = createPanelPart("Panel.Header", "div", () => {
  const t = useMessages();
  const scope = useScope();
  const form = useContext(OptionalConfigFormContext);
  const lock = form?.disabled ? "disabled" : form?.readOnly ? "readOnly" : undefined;
  return {
    "data-imagenode-part": "panel-head",
    children: (
      <>
        <span data-imagenode-part="panel-icon">
          <ImageIcon />
        </span>
        <div data-imagenode-part="panel-name">
          <strong data-imagenode-part="panel-title">{scope?.nodeName ?? t("panel.title")}</strong>
          <Space />
          {scope && (
            <code data-imagenode-part="panel-slug" translate="no">
              {scope.nodeSlug}
            </code>
          )}
        </div>
        <Space />
        {lock && <small data-imagenode-part="panel-lock">{t(`panel.${lock}`)}</small>}
      </>
    ),
  };
});
