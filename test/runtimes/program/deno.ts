import { createBackend } from "./createBackend.ts";
import type { Settings } from "./createBackend.ts";

declare const Deno: {
  readonly args: readonly string[];
  serve(
    options: { hostname: string; port: number; onListen(): void },
    handler: (request: Request) => Promise<Response>,
  ): void;
};

const settings = JSON.parse(Deno.args[0] ?? "") as Settings;
const { port } = new URL(settings.PUBLIC_URL);
Deno.serve(
  { hostname: "127.0.0.1", port: Number(port), onListen: () => console.log("listening") },
  createBackend(settings),
);
