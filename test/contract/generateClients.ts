import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@hey-api/openapi-ts";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { openApiDocument } from "image-generation-node/contract/openapi";

const copy = <T>(value: unknown) => JSON.parse(JSON.stringify(value)) as T;

/** Generates a client with `@hey-api/openapi-ts` into `client/`, and types with `openapi-typescript` into `types.ts`. */
export async function generateClients() {
  const folder = mkdtempSync(join(tmpdir(), "generated-clients-"));
  const document = openApiDocument();
  await createClient({
    input: copy<Record<string, unknown>>(document),
    output: join(folder, "client"),
    plugins: ["@hey-api/client-fetch", "@hey-api/typescript", "@hey-api/sdk"],
    logs: { level: "silent", file: false },
  });
  const types = await openapiTS(copy<Parameters<typeof openapiTS>[0]>(document));
  writeFileSync(join(folder, "types.ts"), astToString(types));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

/** Compiles a program beside the clients. Returns its faults, and the module that it became. */
export function compileProgram(folder: string, name: string, source: string) {
  const file = join(folder, `${name}.ts`);
  writeFileSync(file, source);
  const program = ts.createProgram([file], {
    strict: true,
    exactOptionalPropertyTypes: false,
    noUncheckedIndexedAccess: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    types: [],
    outDir: join(folder, "out"),
    rootDir: folder,
  });
  const faults = ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file: at, messageText }) => `${at?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
    );
  program.emit();
  return { faults, module: join(folder, "out", `${name}.js`) };
}
