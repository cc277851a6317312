// Loaded when a host gives a value that this node did not save.
export { parseImageNodeConfig } from "../../../contract/index.js";
export { isReadableConfig } from "./isReadableConfig.js";
