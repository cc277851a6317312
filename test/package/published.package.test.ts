import { globSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { gzipSync } from "node:zlib";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { describe, expect, inject, it } from "vitest";
import { relativeLinks } from "../docs/relativeLinks.js";
import { runScript } from "./command.js";
import { root } from "./project.js";

interface Published {
  sideEffects: readonly string[];
  scripts: Readonly<Record<string, string>>;
}

describe("the tarball", () => {
  const tarball = inject("tarball");
  const files = inject("packedFiles");
  const installed = join(inject("app"), "node_modules/image-generation-node");
  const read = (path: string) => readFileSync(join(installed, path), "utf8");
  const published = JSON.parse(read("package.json")) as Published;

  it("is clean for publint, suggestions included", async () => {
    const bytes = readFileSync(tarball);
    const { messages, pkg } = await publint({ pack: { tarball: bytes.buffer }, level: "suggestion" });
    expect(messages.map((message) => formatMessage(message, pkg ?? {}, { color: false }))).toEqual([]);
  });

  it("has types that resolve as they run, for every ESM resolution", async () => {
    const cli = join(root, "node_modules/@arethetypeswrong/cli/dist/index.js");
    const { code, output } = await runScript(root, cli, [tarball, "--profile", "esm-only", "--no-emoji"]);
    expect(code, output).toBe(0);
    const judged = output
      .split("\n")
      .filter((line) => /^(?:node|bundler)/.test(line) && !/ignored/.test(line));
    expect(judged.length).toBeGreaterThan(20);
    expect(judged.filter((line) => !/: OK \((?:ESM|JSON)\)$|: OK $/.test(line))).toEqual([]);
  });

  /** Of a tarball with these files. Its own headers, 512 bytes per file, compress to nearly nothing. */
  const sizeOf = (paths: readonly string[]) =>
    gzipSync(Buffer.concat(paths.map((path) => readFileSync(join(installed, path))))).length;

  // 14 kB of it for the languages of hosts, 13 for the sheet in a layer, 9 for the panel's parts, 20 for several images and a
  // pin, 49 for pictures that a model takes, 20 for the queue (turns of workspaces, lost connections, versions of tables): server code. 30 for the journal, the account,
  // the credits and telemetry. 120 for nine languages, of which a page loads one: 12 to 14 kB.
  it("stays under 815 kB without the maps and the documents", () => {
    const code = files.filter((path) => !/\.(?:map|md)$|^docs\//.test(path));
    expect(sizeOf(code)).toBeLessThan(815_000);
  });

  it("has documents of at most 330 kB, pictures included", () => {
    const documents = files.filter((path) => path.startsWith("docs/"));
    expect(documents.length).toBeGreaterThan(20);
    expect(sizeOf(documents)).toBeLessThan(330_000);
  });

  it("has every file that one of its documents links to or shows", () => {
    const documents = files.filter((path) => path.endsWith(".md"));
    expect(documents).toContain("README.md");
    const links = documents.flatMap((document) =>
      relativeLinks(read(document)).map((target) => posix.join(posix.dirname(document), target)),
    );
    expect(links.length).toBeGreaterThan(500);
    expect(links.filter((path) => !files.includes(path))).toEqual([]);
  });

  it("maps every module to its source, which the map holds", () => {
    const modules = files.filter((path) => /^dist\/.*\.js$/.test(path));
    expect(modules.length).toBeGreaterThan(400);
    const broken = modules.filter((path) => {
      const [name] = /(?<=\n\/\/# sourceMappingURL=).+$/.exec(read(path).trimEnd()) ?? [];
      if (!name || !files.includes(`${path}.map`)) return true;
      const map = JSON.parse(read(`${path}.map`)) as { sources: string[]; sourcesContent?: string[] };
      return map.sources.length !== 1 || !map.sourcesContent?.[0];
    });
    expect(broken).toEqual([]);
    expect(files.filter((path) => path.endsWith(".map") && !modules.includes(path.slice(0, -4)))).toEqual([]);
  });

  it("runs nothing on installing and has side effects in style sheets only", () => {
    const onInstall = ["preinstall", "install", "postinstall", "prepare", "preprepare", "postprepare"];
    expect(onInstall.filter((name) => name in published.scripts)).toEqual([]);
    expect(published.sideEffects).toEqual(["**/*.css"]);
    expect(files.filter((path) => /binding\.gyp$|\.node$/.test(path))).toEqual([]);
  });

  it('says "use client" where the source does, and nowhere else', () => {
    const directive = /^["']use (?:client|server)["'];/;
    const sources = globSync("src/**/*.{ts,tsx}", { cwd: root });
    expect(sources.length).toBeGreaterThan(400);
    const expected = sources
      .filter((path) => directive.test(readFileSync(join(root, path), "utf8")))
      .map((path) => path.replace(/^src/, "dist").replace(/\.tsx?$/, ".js"));
    const marked = files.filter((path) => path.endsWith(".js")).filter((path) => directive.test(read(path)));
    expect(marked.sort()).toEqual(expected.sort());
    expect(marked.filter((path) => !path.startsWith("dist/react/"))).toEqual([]);
  });
});
