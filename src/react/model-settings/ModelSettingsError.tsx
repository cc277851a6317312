"use client";
import { FieldError } from "../field/index.js";

/** Shows what is wrong with the value of the setting. Renders a `<p>` element, or nothing while it fits. */
export const ModelSettingsError = FieldError;
