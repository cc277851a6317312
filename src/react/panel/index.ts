export { ImageNodePanel } from "./ImageNodePanel.js";
export type { ImageNodePanelProps } from "./ImageNodePanel.js";
