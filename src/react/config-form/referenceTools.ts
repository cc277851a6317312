import { createFieldTools } from "./createFieldTools.js";

/** Tools that judge references, word their faults and resolve them; loaded where a model takes pictures. */
export const referenceTools = createFieldTools("references", () => import("./references/index.js"));
