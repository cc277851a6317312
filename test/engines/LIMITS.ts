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

/** What a driver can't do. The run lists each of them; nothing else is left out. */
export const LIMITS: readonly Limit[] = [
  {
    engines: BOTH,
    file: "test/react/hostRules.browser.test.tsx",
    test: "fields on a touch screen",
    why: EMULATED,
  },
];
