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

/** Type and pixels of an image. */
export interface ScriptedPicture {
  mimeType: string;
  width: number;
  height: number;
}

/** Picture that was uploaded. */
export interface KeptUpload {
  id: string;
  /** Whether its key had kept none before. */
  isNew: boolean;
}

/** Images of a scripted back end. */
export interface ScriptedAttachments {
  has(id: string): boolean;
  /** Adds an image. Its pixels depend on the aspect ratio, and on the seed where that is a number. */
  add(id: string, aspectRatio: AspectRatio, seed?: unknown): void;
  /**
   * Keeps a picture that was uploaded under a key; what the key has kept before is the same picture, and `null` for other
   * bytes.
   */
  keep(key: string, bytes: Uint8Array<ArrayBuffer>, picture: ScriptedPicture): KeptUpload | null;
  /** Describes an image of either kind; `undefined` where there is none. */
  describe(id: string): ScriptedPicture | undefined;
  link(id: string, baseUrl: string, refreshed?: boolean): ScriptedLink;
  /** Answers a request to the link itself. */
  serve(id: string, request: Request): Response;
}

/** Creates the store of images by id. The script is read at each call, so that a test may change it. */
export function createScriptedAttachments(script: () => Script, now: () => number): ScriptedAttachments {
  const images = new Map<string, { aspectRatio: AspectRatio; seed?: number | undefined }>();
  const drawn = new Map<string, Uint8Array<ArrayBuffer>>();
  const uploads = new Map<string, { bytes: Uint8Array<ArrayBuffer>; picture: ScriptedPicture }>();
  const keys = new Map<string, string>();
  const has = (id: string) => images.has(id) || uploads.has(id);
  const typeOf = (id: string) => uploads.get(id)?.picture.mimeType ?? "image/png";
  const draw = (id: string) => {
    const upload = uploads.get(id);
    if (upload) return upload.bytes;
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
    has,
    keep(key, bytes, picture) {
      const known = keys.get(key);
      const before = known === undefined ? undefined : uploads.get(known)?.bytes;
      if (known !== undefined && before) {
        const isSame = before.length === bytes.length && before.every((byte, place) => byte === bytes[place]);
        return isSame ? { id: known, isNew: false } : null;
      }
      const id = `att_upload_${uploads.size}`;
      uploads.set(id, { bytes, picture });
      keys.set(key, id);
      return { id, isNew: true };
    },
    describe(id) {
      const image = images.get(id);
      return image ? { mimeType: "image/png", ...PIXELS[image.aspectRatio] } : uploads.get(id)?.picture;
    },
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
      const imageUrl = blobUrls.get(id) ?? URL.createObjectURL(new Blob([bytes], { type: typeOf(id) }));
      blobUrls.set(id, imageUrl);
      return { imageUrl, expiresAt };
    },
    serve(id, request) {
      const query = new URL(request.url).searchParams;
      if (query.get("sig") !== "scripted") return problemResponse(createProblem("bad_signature"));
      if (!has(id)) return problemResponse(createProblem("not_found"));
      if (script().deleted) return problemResponse(createProblem("attachment_deleted"));
      if (Number(query.get("exp")) * 1000 <= now()) return problemResponse(createProblem("link_expired"));
      const bytes = draw(id);
      const headers = contractHeaders({
        "Content-Type": typeOf(id),
        "Content-Length": String(bytes.length),
        "X-Content-Type-Options": "nosniff",
        "Access-Control-Allow-Origin": "*",
      });
      return new Response(request.method === "HEAD" ? null : bytes, { headers });
    },
  };
}
