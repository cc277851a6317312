import { expressionEditors } from "./expressionEditors.js";
import type { ForeignShapeCase } from "./foreignShape.js";
import { otherEditors } from "./otherEditors.js";
import { requestBodies } from "./requestBodies.js";
import { borderCases, sizes, spellings } from "./spellings.js";

/** Shapes of other editors, request bodies, and spellings of this node. */
export const FOREIGN_SHAPES: readonly ForeignShapeCase[] = [
  ...expressionEditors,
  ...otherEditors,
  ...requestBodies,
  ...spellings,
  ...borderCases,
  ...sizes,
];
