// Loaded when a run's values are filled in here: where the back end does not, or the host has a language of its own.
export { resolveInput } from "./resolveInput.js";
