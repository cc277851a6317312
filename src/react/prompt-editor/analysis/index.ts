// Loaded when editing pauses for the first time: neither text nor keys wait for it.
export { diagnoseText } from "./diagnoseText.js";
export { resolveWithSamples } from "./resolveWithSamples.js";
