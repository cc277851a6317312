import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { findEngines } from "./findEngines.js";

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** A folder that holds programs of these names. */
function folderOf(...names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "engines-"));
  folders.push(folder);
  for (const name of names) writeFileSync(join(folder, name), "", { mode: 0o755 });
  return folder;
}

describe("the engines that are here", () => {
  it("are none where nothing is installed, each with what it would take", () => {
    const { found, missing } = findEngines({ PATH: folderOf() });
    expect(found).toEqual([]);
    expect(missing).toEqual([
      "Firefox (there is no firefox-esr and no firefox)",
      "WebKit (there is no WebKitWebDriver)",
    ]);
  });

  it("are Firefox and WebKit, each with its programs", () => {
    const folder = folderOf("firefox-esr", "WebKitWebDriver", "Xvfb");
    expect(findEngines({ PATH: `${folderOf()}:${folder}` })).toEqual({
      found: [
        { name: "firefox", program: join(folder, "firefox-esr") },
        { name: "webkit", program: join(folder, "WebKitWebDriver"), screen: join(folder, "Xvfb") },
      ],
      missing: [],
    });
  });

  it("need a screen for WebKit", () => {
    const folder = folderOf("WebKitWebDriver");
    expect(findEngines({ PATH: folder }).missing.at(-1)).toBe("WebKit (there is no Xvfb and no screen)");
    expect(findEngines({ PATH: folder, DISPLAY: ":0" }).found).toHaveLength(1);
  });

  it("may be a Firefox that is named", () => {
    const { found } = findEngines({ PATH: folderOf("firefox"), FIREFOX_PATH: "/opt/firefox" });
    expect(found).toEqual([{ name: "firefox", program: "/opt/firefox" }]);
  });
});
