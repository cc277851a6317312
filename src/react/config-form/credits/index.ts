// Loaded when a catalog has credits.
export { CreditsLine } from "./CreditsLine.js";
