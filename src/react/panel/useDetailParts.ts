"use client";
import { createLazy } from "../internal/createLazy.js";

/** Loads what the panel tells of an image, or of a prompt that was written to look at, once it is wanted. */
export const useDetailParts = createLazy(() => import("./details/index.js"));
