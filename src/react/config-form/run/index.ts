// What advises, estimates, checks and prepares a run, and says why it could not begin: a page paints without it, and fetches it right after.
export { createResolver } from "./createResolver.js";
export { CostLine } from "./CostLine.js";
export { formatFault } from "./formatFault.js";
export { prepareRun } from "./prepareRun.js";
export { showFaults } from "./showFaults.js";
export { tellFaults } from "./tellFaults.js";
export { tellMissingRun } from "./tellMissingRun.js";
