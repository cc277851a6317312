/** As much of Cloudflare's module as the program uses. */
declare module "cloudflare:workers" {
  export function waitUntil(work: Promise<unknown>): void;
}
