// Loaded when a model takes pictures, or a configuration has some.
export { countPictures } from "./countPictures.js";
export { labelReferenceAt } from "./labelReferenceAt.js";
export { resolveReferences } from "./resolveReferences.js";
export { referenceMessages } from "./referenceMessages.js";
export type { Messages } from "./referenceMessages.js";
export { placeFault } from "./placeFault.js";
export { wordReferenceFault } from "./wordReferenceFault.js";
export { addReferences, validateReferences } from "../../../contract/index.js";
