// The illustrator's parts stay inside: hosts get a back end, or its two models for a handler of their own.
export { DEMO_IMAGE_MODEL, DEMO_PROMPT_MODEL, createDemoBackend } from "./createDemoBackend.js";
export type { DemoBackend, DemoBackendOptions } from "./createDemoBackend.js";
export { createIllustrator } from "./createIllustrator.js";
export type { Illustrator, IllustratorOptions } from "./createIllustrator.js";
export { createPromptWriter } from "./writer/createPromptWriter.js";
export type { PromptWriter } from "./writer/createPromptWriter.js";
