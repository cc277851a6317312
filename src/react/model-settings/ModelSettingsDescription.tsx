"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { useFieldContext } from "../field/index.js";
import { useSettingContext } from "./SettingContext.js";
import { useSettingDescription } from "./useSettingDescription.js";

/**
 * Describes the setting: the words for a well-known name, else the catalog's, and the bounds of a number or a text. Renders
 * a `<p>` element, or nothing where there is nothing to say.
 */
export const ModelSettingsDescription = createElementPart("ModelSettings.Description", "p", () => {
  const { setting } = useSettingContext("ModelSettings.Description");
  const { descriptionId } = useFieldContext("ModelSettings.Description");
  const words = useSettingDescription(setting);
  // They may be the catalog's, in a language of its own.
  return words === "" ? null : { id: descriptionId, dir: "auto", children: words };
});
