export { PreviewStages } from "../../preview/index.js";
export { Details } from "./Details.js";
