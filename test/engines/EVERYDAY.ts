/** Browser tests that every run repeats in Firefox and WebKit: keys, pointer, text, rows and pictures of the main job. */
export const EVERYDAY = ["test/prompt-editor/value.browser.test.tsx"];
