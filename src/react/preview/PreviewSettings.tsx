"use client";
import { findImageModel, readModelSettings } from "../../contract/index.js";
import { createElementPart } from "../internal/createElementPart.js";
import { Space } from "../internal/Space.js";
import { useSettingWords } from "../model-settings/index.js";
import { useCatalog } from "../provider/index.js";
import { modelOf } from "./modelOf.js";
import { usePreviewContext } from "./PreviewContext.js";

/**
 * Lists the settings that the image was really made with: those that were chosen, the defaults of the others and the seed.
 * Renders a `<dl>` element, or nothing where the back end told none.
 */
export const PreviewSettings = createElementPart("Preview.Settings", "dl", () => {
  const { generation, shown } = usePreviewContext("Preview.Settings");
  const { catalog } = useCatalog();
  const words = useSettingWords();
  const used = Object.entries(generation?.settings ?? {});
  if (!shown || used.length === 0) return null;
  const model = catalog && findImageModel({ imageModel: modelOf(shown, "image") }, catalog);
  const known = readModelSettings(model);
  return {
    "aria-label": words.t("modelSettings.used"),
    children: used.map(([name, value]) => {
      const setting = known.find((each) => each.name === name) ?? { name };
      return (
        <div key={name} data-imagenode-part="preview-setting">
          <dt data-imagenode-part="preview-setting-name">{words.label(setting)}</dt>
          <Space />
          <dd data-imagenode-part="preview-setting-value" dir="auto">
            {words.value(setting, value)}
          </dd>
        </div>
      );
    }),
  };
});
