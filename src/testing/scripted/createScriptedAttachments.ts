import type { AspectRatio } from "../../contract/index.js";
import { createPng } from "../createPng.js";
import { PIXELS } from "../fixtures/generationFixture.js";
import { createProblem } from "../fixtures/problemFixtures.js";
import { contractHeaders, problemResponse } from "./jsonResponse.js";
import type { Script } from "./Script.js";

const WEEK_SECONDS = 604_800;

/** Link to an image, and its end. */
export interface ScriptedLink {
  imageUrl: string;
  expiresAt: string;
}

/** Images of a scripted back end. */
export interface ScriptedAttachments {
  has(id: string): boolean;
  /** Adds an image. Its pixels depend on the aspect ratio, and on the seed where that is a number. */
  add(id: string, aspectRatio: AspectRatio, seed?: unknown): void;
  link(id: string, baseUrl: string, refreshed?: boolean): ScriptedLink;
  /** Answers a request to the link itself. */
  serve(id: string, request: Request): Response;
}

/** Creates the store of images by id. The script is read at each call, so that a test may change it. */
export function createScriptedAttachments(script: () => Script, now: () => number): ScriptedAttachments {
  const images = new Map<string, { aspectRatio: AspectRatio; seed?: number | undefined }>();
  const drawn = new Map<string, Uint8Array<ArrayBuffer>>();
  const draw = (id: string) => {
    const { aspectRatio, seed } = images.get(id) ?? { aspectRatio: "square" };
    const name = `${aspectRatio} ${seed}`;
    const bytes = drawn.get(name) ?? createPng({ ...PIXELS[aspectRatio], seed });
    drawn.set(name, bytes);
    return bytes;
  };
  const blobUrls = new Map<string, string>();
  const usesBlobs = () =>
    (script().links ?? (typeof document === "object" ? "blob" : "http")) === "blob" &&
    typeof URL.createObjectURL === "function";

  return {
    has: (id) => images.has(id),
    add: (id, aspectRatio, seed) =>
      void images.set(id, { aspectRatio, ...(typeof seed === "number" && { seed }) }),
    link(id, baseUrl, refreshed = false) {
      const ttl = refreshed ? WEEK_SECONDS : (script().linkTtlSeconds ?? WEEK_SECONDS);
      const ends = Math.floor(now() / 1000) + ttl;
      const expiresAt = new Date(ends * 1000).toISOString();
      if (!usesBlobs()) {
        return { imageUrl: `${baseUrl}/attachments/${id}?exp=${ends}&kid=k1&sig=scripted`, expiresAt };
      }
      const bytes = draw(id);
      const imageUrl = blobUrls.get(id) ?? URL.createObjectURL(new Blob([bytes], { type: "image/png" }));
      blobUrls.set(id, imageUrl);
      return { imageUrl, expiresAt };
    },
    serve(id, request) {
      const query = new URL(request.url).searchParams;
      if (query.get("sig") !== "scripted") return problemResponse(createProblem("bad_signature"));
      if (!images.has(id)) return problemResponse(createProblem("not_found"));
      if (script().deleted) return problemResponse(createProblem("attachment_deleted"));
      if (Number(query.get("exp")) * 1000 <= now()) return problemResponse(createProblem("link_expired"));
      const bytes = draw(id);
      const headers = contractHeaders({
        "Content-Type": "image/png",
        "Content-Length": String(bytes.length),
        "X-Content-Type-Options": "nosniff",
        "Access-Control-Allow-Origin": "*",
      });
      return new Response(request.method === "HEAD" ? null : bytes, { headers });
    },
  };
}
