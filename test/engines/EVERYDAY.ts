/** Browser tests that every run repeats in Firefox and WebKit: keys, pointer, text, rows and pictures of the main job. */
export const EVERYDAY = [
  "test/prompt-editor/listKeys.browser.test.tsx",
  "test/prompt-editor/undo.browser.test.tsx",
  "test/prompt-editor/value.browser.test.tsx",
  "test/react/panel.browser.test.tsx",
  "test/react/previewPictures.browser.test.tsx",
];
