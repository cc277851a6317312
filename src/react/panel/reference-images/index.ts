export { PanelReferenceImagesRow } from "./PanelReferenceImagesRow.js";
export { PanelUseAsReference } from "./PanelUseAsReference.js";
