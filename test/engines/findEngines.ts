import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

export type EngineName = "firefox" | "webkit";

/** A browser of another engine than Chromium's that is installed here. */
export interface Engine {
  readonly name: EngineName;
  /** Firefox itself, or WebKit's driver. */
  readonly program: string;
  /** Xvfb, the screen of a browser that can't do without one. */
  readonly screen?: string | undefined;
}

export interface Engines {
  readonly found: readonly Engine[];
  /** What is not here and what it would take, a sentence each. */
  readonly missing: readonly string[];
}

/**
 * Looks for Firefox (`firefox-esr` or `firefox`, or FIREFOX_PATH) and WebKitGTK (`WebKitWebDriver` with `Xvfb` or a
 * screen). They are extras: Debian's packages are firefox-esr, webkit2gtk-driver and xvfb.
 */
export function findEngines(env: Readonly<Record<string, string | undefined>> = process.env): Engines {
  const find = (...names: readonly string[]) =>
    (env["PATH"] ?? "")
      .split(delimiter)
      .flatMap((folder) => names.map((name) => join(folder, name)))
      .find(isProgram);
  const firefox = env["FIREFOX_PATH"] ?? find("firefox-esr", "firefox");
  const driver = find("WebKitWebDriver");
  const screen = find("Xvfb");
  const hasScreen = screen !== undefined || env["DISPLAY"] !== undefined;
  return {
    found: [
      ...(firefox === undefined ? [] : [{ name: "firefox" as const, program: firefox }]),
      ...(driver === undefined || !hasScreen ? [] : [{ name: "webkit" as const, program: driver, screen }]),
    ],
    missing: [
      ...(firefox === undefined ? ["Firefox (there is no firefox-esr and no firefox)"] : []),
      ...(driver === undefined ? ["WebKit (there is no WebKitWebDriver)"] : []),
      ...(driver !== undefined && !hasScreen ? ["WebKit (there is no Xvfb and no screen)"] : []),
    ],
  };
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
