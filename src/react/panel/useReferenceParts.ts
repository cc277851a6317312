"use client";
import { createLazy } from "../internal/createLazy.js";

/** Loads the panel's parts about reference images, once a model takes some. */
export const useReferenceParts = createLazy(() => import("./reference-images/index.js"));
