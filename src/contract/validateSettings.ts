import type { Catalog } from "./catalogSchema.js";
import type { ConfigDiagnostic } from "./ConfigDiagnostic.js";
import { findImageModel } from "./findImageModel.js";
import { listSettingFaults } from "./listSettingFaults.js";
import { isSettingName, readModelSettings } from "./readModelSettings.js";

/**
 * Finds the values of a configuration's `settings` that its image model does not take. A setting that only another model
 * has is no fault: it is kept for that model and not sent. One that no model of the catalog has gets a warning, and a name
 * that none can have is a fault.
 */
export function validateSettings(config: unknown, catalog: Catalog | undefined): ConfigDiagnostic[] {
  const { settings, imageModel } = Object(config) as { settings?: unknown; imageModel?: string | null };
  if (typeof settings !== "object" || settings === null || Array.isArray(settings)) return [];
  const model = catalog && findImageModel({ imageModel }, catalog);
  const isElsewhere = (name: string) =>
    !catalog ||
    catalog.imageModels.some((other) => readModelSettings(other).some((each) => each.name === name));
  return listSettingFaults(settings as Record<string, unknown>, readModelSettings(model))
    .filter(({ name, fault }) => fault !== "unknown" || !isSettingName(name) || !isElsewhere(name))
    .map(({ name, fault, bound, detail }) => ({
      code: fault === "unknown" && isSettingName(name) ? "setting_unused" : "setting_unsupported",
      severity: fault === "unknown" && isSettingName(name) ? "warning" : "error",
      pointer: `#/settings/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`,
      message: `The setting ${JSON.stringify(name)} does not fit: ${detail}`,
      range: { start: 0, end: 0 },
      params: { setting: name, reason: fault, model: model?.label, ...bound },
    }));
}
