// Loaded when editing pauses for the first time: neither text nor keys wait for it.
export { analyseText } from "./analyseText.js";
