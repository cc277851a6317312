// Loaded with the first run of several images, or when a storage holds some.
export { beginVariations } from "./beginVariations.js";
export { restoreVariations } from "./restoreVariations.js";
