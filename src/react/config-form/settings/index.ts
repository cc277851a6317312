// Loaded when a model has settings, or a configuration has.
export { labelSetting, labelSettingAt } from "./labelSetting.js";
export { prepareSettings } from "./prepareSettings.js";
export { varySeed, withNewSeed } from "./varySeed.js";
export { wordSettingFault } from "./wordSettingFault.js";
export { priceOf, validateSettings } from "../../../contract/index.js";
