// Loaded when a model has settings, or a configuration has.
export { prepareSettings } from "./prepareSettings.js";
export { wordSettingFault } from "./wordSettingFault.js";
export { judgeSettings } from "./judgeSettings.js";
export { priceOf } from "../../../contract/index.js";
