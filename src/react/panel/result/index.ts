// Loaded after the first paint: all that there is to show of a run.
export { PanelPreviewContent } from "./PanelPreviewContent.js";
