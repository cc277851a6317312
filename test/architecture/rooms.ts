import { folderOf } from "./sourceFiles.js";
import type { SourceFile } from "./sourceFiles.js";

/** Folders of the table of rooms, each with the folders that it must not import. A folder means the files directly in it. */
export type Rooms = ReadonlyMap<string, readonly string[]>;

/** Reads the table of rooms: `| folder | contents | must not import |`, folders in backticks with a slash at the end. */
export function readRooms(markdown: string): Rooms {
  const rows = (markdown.split(/^## Rooms$/m)[1] ?? "").split(/^## /m)[0] ?? "";
  return new Map(
    rows
      .split("\n")
      .map((row) => row.split("|").map((cell) => cell.trim()))
      .map(([, folder = "", , forbidden = ""]) => [foldersIn(folder)[0], foldersIn(forbidden)] as const)
      .filter((row): row is [string, string[]] => row[0] !== undefined),
  );
}

const foldersIn = (cell: string): string[] =>
  [...cell.matchAll(/`([\w/-]+\/)`/g)].map((match) => match[1] ?? "");

/** Imports that the table of rooms forbids. */
export function wrongRooms({ path, internal }: SourceFile, rooms: Rooms): readonly string[] {
  const room = `${folderOf(path)}/`;
  const forbidden = rooms.get(room) ?? [];
  return internal
    .filter((target) => forbidden.includes(`${folderOf(target)}/`))
    .map(
      (target) =>
        `${path} imports ${target}: src/ARCHITECTURE.md forbids ${room} to import ${folderOf(target)}/`,
    );
}
