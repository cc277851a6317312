import { createLoader } from "../internal/createLoader.js";
import type * as list from "./list/index.js";

/** Code of the list, Radix Select included, which a page needs once somebody comes near a trigger. */
export const listCode = /* @__PURE__ */ createLoader(() => import("./list/index.js"));

/** Parts that stand in the list. */
export type ListCode = typeof list;
