import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readRooms, wrongRooms } from "./rooms.js";
import { folderOf, readSource, root, sourceFiles } from "./sourceFiles.js";

const rooms = readRooms(readFileSync(join(root, "src/ARCHITECTURE.md"), "utf8"));
const files = sourceFiles();
const directlyIn = (folder: string) =>
  files.filter(({ path }) => folderOf(path) === folder).map(({ path }) => path.slice(folder.length + 1));

describe("the rooms of src/ARCHITECTURE.md", () => {
  it("are read from its table", () => {
    expect(rooms.size).toBeGreaterThan(20);
    expect(rooms.get("server/http/")).toEqual(["server/runs/", "server/stages/", "server/operations/"]);
  });

  it("all hold files", () => {
    expect([...rooms.keys()].filter((room) => directlyIn(room.slice(0, -1)).length === 0)).toEqual([]);
  });

  it("are all that server, client, prompt editor and preview have", () => {
    const known = (folder: string) =>
      rooms.has(`${folder}/`) ||
      !/^(?:server|client)\/|^react\/(?:prompt-editor|preview)\//.test(`${folder}/`);
    expect(
      [...new Set(files.map(({ path }) => folderOf(path)))].filter(
        (folder) => folder !== "client" && !known(folder),
      ),
    ).toEqual([]);
  });

  it("import nothing that the table forbids", () => {
    expect(files.flatMap((file) => wrongRooms(file, rooms))).toEqual([]);
  });

  it("notice a forbidden import", () => {
    const file = readSource("server/http/a.ts", 'import type { B } from "../runs/b.js";', () => true);
    expect(wrongRooms({ ...file, internal: ["server/runs/b.ts"] }, rooms)).toEqual([
      "server/http/a.ts imports server/runs/b.ts: src/ARCHITECTURE.md forbids server/http/ to import server/runs/",
    ]);
    expect(wrongRooms({ ...file, internal: ["server/options.ts"] }, rooms)).toEqual([]);
  });
});

/** Parts, contexts, hooks and entries of a family; what is none of them helps. */
const isHelper = (file: string) =>
  !/^(?:Preview|PromptEditor)[A-Z]\w*\.tsx$|^use[A-Z]|Context\.tsx?$|^index\.(?:parts\.)?ts$/.test(file);

describe("a newcomer finds a file, since", () => {
  it.each([
    ["server", 12],
    ["client", 8],
  ])("%s has at most %i files at its top", (folder, most) => {
    expect(directlyIn(folder).length).toBeGreaterThan(0);
    expect(directlyIn(folder).length).toBeLessThanOrEqual(most);
  });

  it.each(["react/prompt-editor", "react/preview"])(
    "%s has parts, contexts, hooks and at most 12 helpers at its top",
    (folder) => {
      expect(directlyIn(folder)).toContain("index.parts.ts");
      expect(directlyIn(folder).filter(isHelper).length).toBeLessThanOrEqual(12);
    },
  );
});
