"use client";
import { Space } from "../../internal/Space.js";
import { resultWords, useMessagesWith } from "../../messages/index.js";
import { Preview, usePreviewContext } from "../../preview/index.js";
import { PanelUsedSettings } from "../PanelUsedSettings.js";

/** Settings, prompt, output variables and origin of the image, one below the other. */
export function Details() {
  const t = useMessagesWith(resultWords);
  const { generation, nodeSlug, promptPreview } = usePreviewContext("Panel.Details");
  return (
    <div data-imagenode-part="panel-details-content">
      <PanelUsedSettings />
      {/* A prompt that was written to look at stands beside its buttons. */}
      {!promptPreview.preview && <Preview.Stages />}
      {generation && nodeSlug !== undefined && (
        <section data-imagenode-part="panel-details-section">
          <span data-imagenode-part="panel-details-title" aria-hidden="true">
            {t("references.label")}
          </span>
          <Preview.References />
        </section>
      )}
      <Space />
      <Preview.Provenance />
    </div>
  );
}
