import { routeUrl } from "../../contract/index.js";
import { fromBase64Url, toBase64Url } from "../encoding.js";

/** Signs links to attachments, and checks them. */
export interface LinkSigner {
  /** Makes a link to the attachment that works without headers for `ttlSeconds`. */
  sign(attachmentId: string, ttlSeconds: number): Promise<{ imageUrl: string; expiresAt: string }>;
  /** Checks a link's query. `expired` is told only of links that were once valid. */
  verify(attachmentId: string, query: URLSearchParams): Promise<"valid" | "expired" | "invalid">;
  /** Derives an attachment id of 128 bits that nobody without the secret can guess; the same for the same names. */
  deriveId(...names: readonly string[]): Promise<string>;
}

/** Signs links with HMAC-SHA-256. The first secret signs; all verify, so that a rotated one keeps old links alive. */
export function createLinkSigner(
  signingSecret: string | Readonly<Record<string, string>>,
  publicUrl: string,
  now: () => number = Date.now,
): LinkSigner {
  const { signingKid, keyOf } = createKeyring(signingSecret);

  return {
    async sign(attachmentId, ttlSeconds) {
      const exp = String(Math.floor(now() / 1000) + ttlSeconds);
      const key = await keyOf(signingKid);
      if (!key) throw new Error(`The signing key ${signingKid} is gone.`);
      const signature = await crypto.subtle.sign("HMAC", key, message(attachmentId, exp, signingKid));
      const query = new URLSearchParams({
        exp,
        kid: signingKid,
        sig: toBase64Url(new Uint8Array(signature)),
      });
      return {
        imageUrl: `${routeUrl(publicUrl, "attachments", attachmentId)}?${query.toString()}`,
        expiresAt: new Date(Number(exp) * 1000).toISOString(),
      };
    },
    async verify(attachmentId, query) {
      const exp = query.get("exp") ?? "";
      const kid = query.get("kid") ?? "";
      const sig = query.get("sig") ?? "";
      // Exactly these three: a second `exp` or `sig` could be read differently by a cache in front.
      if ([...query].length !== 3 || !/^\d{1,12}$/.test(exp) || sig.length !== 43) return "invalid";
      const signature = fromBase64Url(sig);
      const key = await keyOf(kid);
      if (!key || !signature || toBase64Url(signature) !== sig) return "invalid";
      const fits = await crypto.subtle.verify("HMAC", key, signature, message(attachmentId, exp, kid));
      if (!fits) return "invalid";
      return Number(exp) * 1000 <= now() ? "expired" : "valid";
    },
    async deriveId(...names) {
      const key = await keyOf(signingKid);
      if (!key) throw new Error(`The signing key ${signingKid} is gone.`);
      // As JSON, so that no two lists of names look alike; a link's message never begins so.
      const text = JSON.stringify(["image-generation-node id v1", ...names]);
      const digest = await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(text));
      return `att_${toBase64Url(new Uint8Array(digest).subarray(0, 16))}`;
    },
  };
}

/** Holds the secrets by key id, imported once each. */
function createKeyring(signingSecret: string | Readonly<Record<string, string>>) {
  const secrets = new Map(
    Object.entries(typeof signingSecret === "string" ? { k1: signingSecret } : (signingSecret ?? {})),
  );
  const [signingKid] = secrets.keys();
  const fault = signingKid === undefined ? "it is missing" : findFault(secrets);
  if (signingKid === undefined || fault !== null) {
    throw new TypeError(
      `createImageNodeHandler needs \`signingSecret\`, because without it anyone could make links to pictures; ${fault}. ` +
        `Pass ${LEAST_LENGTH} or more random characters, or several such secrets by key id, the newest first.`,
    );
  }
  const keys = new Map<string, Promise<CryptoKey>>();
  const keyOf = (kid: string): Promise<CryptoKey> | null => {
    const secret = secrets.get(kid);
    if (secret === undefined) return null;
    const known = keys.get(kid) ?? importKey(secret);
    keys.set(kid, known);
    return known;
  };
  return { signingKid, keyOf };
}

/** Characters of the shortest secret: fewer could be found by trying. */
const LEAST_LENGTH = 32;

/** Says what is wrong with the secrets of a ring, if anything. Never the secret itself. */
function findFault(secrets: ReadonlyMap<string, unknown>): string | null {
  const seen = new Set<unknown>();
  for (const [kid, secret] of secrets) {
    if (typeof secret !== "string") return `the secret of the key ${JSON.stringify(kid)} is no text`;
    if (secret.length < LEAST_LENGTH)
      return `the secret of the key ${JSON.stringify(kid)} has fewer than ${LEAST_LENGTH} characters`;
    if (seen.has(secret)) return `the key ${JSON.stringify(kid)} has the secret of another key`;
    seen.add(secret);
    if (!/^[^\p{Cc}]{1,64}$/u.test(kid)) return `${JSON.stringify(kid)} is no id of a key`;
    // JavaScript lists such names first and in the order of their numbers: an old key would sign.
    if (secrets.size > 1 && /^\d+$/.test(kid))
      return `the key ids are numbers, whose order is lost (write ${JSON.stringify(`k${kid}`)})`;
  }
  return null;
}

function message(attachmentId: string, exp: string, kid: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(["image-generation-node v1", attachmentId, exp, kid].join("\n"));
}

function importKey(secret: string): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(secret);
  return crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]);
}
