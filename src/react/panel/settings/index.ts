export { PanelSettingsFold } from "./PanelSettingsFold.js";
export { PanelUsedSettingsList } from "./PanelUsedSettingsList.js";
