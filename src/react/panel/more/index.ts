export { MoreActions } from "./MoreActions.js";
