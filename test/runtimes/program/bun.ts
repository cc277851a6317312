import process from "node:process";
import { createBackend } from "./createBackend.ts";
import type { Settings } from "./createBackend.ts";

declare const Bun: {
  serve(options: {
    hostname: string;
    port: number;
    idleTimeout: number;
    fetch(request: Request): Promise<Response>;
  }): { readonly port: number };
};

const settings = process.env as unknown as Settings;
const { port } = new URL(settings.PUBLIC_URL);
Bun.serve({ hostname: "127.0.0.1", port: Number(port), idleTimeout: 0, fetch: createBackend(settings) });
console.log("listening");
