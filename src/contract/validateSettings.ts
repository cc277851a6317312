import type { Catalog } from "./catalogSchema.js";
import { findImageModel } from "./findImageModel.js";
import { listSettingFaults } from "./listSettingFaults.js";
import { readModelSettings } from "./readModelSettings.js";
import type { ConfigDiagnostic } from "./ConfigDiagnostic.js";

/**
 * Finds the values of a configuration's `settings` that its image model does not take. A setting that only another model
 * has is no fault: it is kept for that model and not sent. One that no model of the catalog has gets a warning.
 */
export function validateSettings(config: unknown, catalog: Catalog | undefined): ConfigDiagnostic[] {
  const { settings, imageModel } = Object(config) as { settings?: unknown; imageModel?: string | null };
  if (!catalog || typeof settings !== "object" || settings === null || Array.isArray(settings)) return [];
  const model = findImageModel({ imageModel }, catalog);
  const offered = new Set(catalog.imageModels.flatMap(readModelSettings).map(({ name }) => name));
  return listSettingFaults(settings as Record<string, unknown>, readModelSettings(model))
    .filter(({ name, fault }) => fault !== "unknown" || !offered.has(name))
    .map(({ name, fault, bound, detail }) => ({
      code: fault === "unknown" ? "setting_unused" : "setting_unsupported",
      severity: fault === "unknown" ? "warning" : "error",
      pointer: `#/settings/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`,
      message:
        fault === "unknown"
          ? `No model here has the setting ${JSON.stringify(name)}. Remove it, or leave it out of a run.`
          : `The setting ${JSON.stringify(name)} does not fit: ${detail}`,
      range: { start: 0, end: 0 },
      params: { setting: name, reason: fault, model: model?.label, ...bound },
    }));
}
