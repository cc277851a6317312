// What calls the back end: a page paints without it, and fetches it right after.
export { createClient, createGeneration } from "../../../client/index.js";
