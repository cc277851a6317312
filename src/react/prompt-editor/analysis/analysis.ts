// What is said about a text that rests. Loaded when one first does: neither text nor keys wait for it.
export { diagnoseText } from "./diagnoseText.js";
export { resolveWithSamples } from "./resolveWithSamples.js";
