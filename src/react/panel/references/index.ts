export { PreviewReferences } from "../../preview/index.js";
