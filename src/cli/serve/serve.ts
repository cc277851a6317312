import { catalogSchema, readModelSettings } from "../../contract/index.js";
import type { Catalog } from "../../contract/index.js";
import { escapeControls } from "../escapeControls.js";
import { listen } from "../listen.js";
import { readArguments, readPort } from "../readArguments.js";
import type { Shell } from "../Shell.js";
import { UsageError } from "../UsageError.js";
import { createBackend } from "./createBackend.js";

const PREFIX = "/api/image-node";
const GRACE_MS = 65_000;

/** Runs `serve [--port] [--dir] [--config] [--references]`: a back end on 127.0.0.1 until it is stopped. */
export async function serve(args: readonly string[], shell: Shell): Promise<number> {
  const { values } = readArguments({
    args: [...args],
    options: {
      port: { type: "string" },
      dir: { type: "string" },
      config: { type: "string" },
      references: { type: "boolean" },
    },
  });
  const port = readPort(values.port, 4400);
  // The address is part of every link, so the port is taken before the handler is made.
  let handler: (request: Request) => Promise<Response> = async () => new Response(null, { status: 503 });
  const server = await listen((request) => handler(request), { port }).catch((error: unknown) => {
    throw new UsageError(`Port ${port} can't be used (${String(error)}). Choose another with --port.`);
  });
  const url = `${server.origin}${PREFIX}`;
  const underWay = new Set<Promise<unknown>>();
  const backend = await createBackend({
    publicUrl: url,
    directory: values.dir,
    config: values.config,
    references: values.references,
    waitUntil(promise) {
      underWay.add(promise);
      void promise.catch(() => {}).finally(() => underWay.delete(promise));
    },
  }).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  handler = backend;
  shell.print(escapeControls(await describeBackend(url, values.config)));
  await shell.untilStopped();
  shell.print("Stopping; generations under way are finished first. Ctrl+C again ends at once.\n");
  await server.close(GRACE_MS);
  await Promise.allSettled(underWay);
  return 0;
}

async function describeBackend(url: string, config: string | undefined): Promise<string> {
  const response = await fetch(`${url}/catalog`);
  const check = `npx image-generation-node check ${url} --allow-spend`;
  const catalog = catalogSchema.safeParse(await response.json().catch(() => null)).data;
  const names = (models: readonly { id: string; kind: string }[] = []) =>
    models.map(({ id, kind }) => (kind === "demo" ? `${id} (demo, no AI)` : id)).join(", ") || "none";
  const models = catalog
    ? `  image models   ${names(catalog.imageModels)}
  prompt models  ${names(catalog.promptModels)}
${listSettings(catalog)}${listReferences(catalog)}  modes          ${catalog.modes.join(", ")}
  styles         ${catalog.styles.map(({ id }) => id).join(", ")}
`
    : `  The catalog needs credentials (status ${response.status}).\n`;
  return `${config === undefined ? "Demo back end" : "Back end"}: ${url}
  catalog        ${url}/catalog
${models}  conformance    ${check}
`;
}

/** Lists the settings of each image model that has some, a line for each. */
function listSettings({ imageModels }: Catalog): string {
  const lines = imageModels.map((model) => {
    const names = readModelSettings(model).map(({ name }) => name);
    return names.length === 0 ? "" : `  settings       ${model.id}: ${names.join(", ")}\n`;
  });
  return lines.join("");
}

/** Lists the most pictures that each image model takes, a line for each that takes some. */
function listReferences({ imageModels }: Catalog): string {
  const lines = imageModels.map(({ id, references }) => {
    if (!references) return "";
    const { min = 0, max } = references;
    return `  references     ${id}: ${min > 0 ? `${min} to ${max}` : `up to ${max}`}\n`;
  });
  return lines.join("");
}
