import { createFieldTools } from "./createFieldTools.js";

/** Tools that judge settings, find their price and draw a seed; loaded where there are settings. */
export const settingTools = createFieldTools("settings", () => import("./settings/index.js"));
