"use client";
import { createLazy } from "../internal/createLazy.js";

/** Loads the panel's parts about settings, once they are wanted. */
export const useSettingParts = createLazy(() => import("./settings/index.js"));
