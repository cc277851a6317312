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
  add(id: string, aspectRatio: AspectRatio): void;
  link(id: string, baseUrl: string, refreshed?: boolean): ScriptedLink;
  /** Answers a request to the link itself. */
  serve(id: string, request: Request): Response;
}

/** Creates the store of images by id. The script is read at each call, so that a test may change it. */
export function createScriptedAttachments(script: () => Script, now: () => number): ScriptedAttachments {
  const ratios = new Map<string, AspectRatio>();
  const drawn = new Map<AspectRatio, Uint8Array<ArrayBuffer>>();
  const draw = (ratio: AspectRatio) => {
    const bytes = drawn.get(ratio) ?? createPng(PIXELS[ratio]);
    drawn.set(ratio, bytes);
    return bytes;
  };
  const blobUrls = new Map<string, string>();
  const usesBlobs = () =>
    (script().links ?? (typeof document === "object" ? "blob" : "http")) === "blob" &&
    typeof URL.createObjectURL === "function";

  return {
    has: (id) => ratios.has(id),
    add: (id, aspectRatio) => void ratios.set(id, aspectRatio),
    link(id, baseUrl, refreshed = false) {
      const ttl = refreshed ? WEEK_SECONDS : (script().linkTtlSeconds ?? WEEK_SECONDS);
      const ends = Math.floor(now() / 1000) + ttl;
      const expiresAt = new Date(ends * 1000).toISOString();
      if (!usesBlobs()) {
        return { imageUrl: `${baseUrl}/attachments/${id}?exp=${ends}&kid=k1&sig=scripted`, expiresAt };
      }
      const bytes = draw(ratios.get(id) ?? "square");
      const imageUrl = blobUrls.get(id) ?? URL.createObjectURL(new Blob([bytes], { type: "image/png" }));
      blobUrls.set(id, imageUrl);
      return { imageUrl, expiresAt };
    },
    serve(id, request) {
      const query = new URL(request.url).searchParams;
      if (query.get("sig") !== "scripted") return problemResponse(createProblem("bad_signature"));
      if (!ratios.has(id)) return problemResponse(createProblem("not_found"));
      if (script().deleted) return problemResponse(createProblem("attachment_deleted"));
      if (Number(query.get("exp")) * 1000 <= now()) return problemResponse(createProblem("link_expired"));
      const bytes = draw(ratios.get(id) ?? "square");
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
