import type { EngineName } from "./findEngines.js";

/** A case that an engine's run leaves out, and why. */
export interface Limit {
  readonly engines: readonly EngineName[];
  /** Path of the test from the root. */
  readonly file: string;
  /** Part of the names of the cases; all of the file's without it. */
  readonly test?: string;
  readonly why: string;
}

const BOTH: Limit["engines"] = ["firefox", "webkit"];
const EMULATED = "The test emulates this over Chromium's own protocol, which no other engine speaks.";
const COMPOSED =
  "The test composes text over Chromium's own protocol; no driver of another engine has an input method.";

/** What a driver can't do. The run lists each of them; nothing else is left out. */
export const LIMITS: readonly Limit[] = [
  {
    engines: BOTH,
    file: "test/react/hostRules.browser.test.tsx",
    test: "fields on a touch screen",
    why: EMULATED,
  },
  { engines: BOTH, file: "test/react/forcedColours.browser.test.tsx", why: EMULATED },
  { engines: BOTH, file: "test/react/wcag/moreContrast.browser.test.tsx", why: EMULATED },
  {
    engines: BOTH,
    file: "test/prompt-editor/screens.browser.test.tsx",
    test: "[case 36] keep the text the system's",
    why: EMULATED,
  },
  { engines: BOTH, file: "test/prompt-editor/inputMethods.browser.test.tsx", why: COMPOSED },
  {
    engines: BOTH,
    file: "test/prompt-editor/accessibility.browser.test.tsx",
    test: "[case 50] says nothing while an input method composes",
    why: COMPOSED,
  },
  {
    engines: BOTH,
    file: "test/prompt-editor/accessibility.browser.test.tsx",
    test: "[case 49] is a multi-line textbox",
    why: "The test reads the browser's tree of what is told to screen readers, which Chromium alone shows.",
  },
  {
    engines: ["firefox"],
    file: "test/react/references.browser.test.tsx",
    test: "are pasted into the panel",
    why: "Firefox without a window has a clipboard for text alone: a picture that is written there is gone.",
  },
  {
    engines: ["firefox"],
    file: "test/prompt-editor/leaks.browser.test.tsx",
    test: "composing",
    why: COMPOSED,
  },
  {
    engines: ["webkit"],
    file: "test/prompt-editor/leaks.browser.test.tsx",
    why: "No page and no driver can make WebKit drop its garbage.",
  },
  {
    engines: ["webkit"],
    file: "test/react/references.browser.test.tsx",
    test: "are pasted into the panel",
    why: "WebKitGTK tells a paste nothing of a picture on the clipboard; Safari gives it as a file.",
  },
  {
    engines: ["webkit"],
    file: "test/prompt-editor/alignment.browser.test.tsx",
    test: "[case 35] marks lie under their glyphs",
    why: "WebKit has no caretPositionFromPoint: no page can ask it which letter of a field lies at a point.",
  },
  {
    engines: ["firefox"],
    file: "test/react/spoken/spokenForm.browser.test.tsx",
    test: "adds, moves and removes reference images",
    why: "Firefox hands over no files in a paste event that a page makes, and the chapter begins with one.",
  },
];
