import { refreshedUrlSchema } from "../../../contract/index.js";
import { readPngSize } from "../readPngSize.js";
import { defineCase } from "../defineCase.js";
import type { CaseDefinition } from "../defineCase.js";
import {
  expectContractHeader,
  expectEqual,
  expectHeader,
  expectProblem,
  expectSchema,
  expectStatus,
  expectThat,
} from "../expectThat.js";
import type { ConformanceClient } from "../ConformanceClient.js";
import { NotApplicable } from "../ConformanceCase.js";
import type { ConformanceCase } from "../ConformanceCase.js";

const LINK = "Operations, a link in imageUrl";
const SERVED = "Who may do what: images are served";
const HOUR_MS = 3_600_000;
const billableCase = (definition: CaseDefinition) => defineCase({ billable: true, ...definition });

const refresh = (client: ConformanceClient) =>
  client.once("refresh", async () => {
    const { attachmentId } = (await client.sample()).generation.output;
    return client.ask(["attachments", attachmentId, "url"], { method: "POST" });
  });

async function expectLinkRefused(client: ConformanceClient, change: (url: URL) => void): Promise<void> {
  const url = new URL(await client.signedLink());
  change(url);
  expectProblem(await client.follow(url.href), "bad_signature");
}

const served: readonly [what: string, header: string, pattern: RegExp][] = [
  ["as image/png", "Content-Type", /^image\/png\b/i],
  ["with nosniff", "X-Content-Type-Options", /^nosniff$/i],
  ["with a sandboxing CSP", "Content-Security-Policy", /\bsandbox\b/i],
  ["with a fixed disposition", "Content-Disposition", /^(inline|attachment)\b/i],
  ["to a canvas of any origin", "Access-Control-Allow-Origin", /^\*$/],
  ["across origins", "Cross-Origin-Resource-Policy", /^cross-origin$/i],
];

/** Cases of links, images and fresh links. */
export const imageCases: readonly ConformanceCase[] = [
  billableCase({
    name: "imageUrl is https, or http on this machine",
    clause: `${LINK}: any https link`,
    async run(client) {
      const url = new URL((await client.sample()).generation.output.imageUrl);
      const local = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
      expectThat(url.protocol === "https:" || (url.protocol === "http:" && local), "https", url.href);
    },
  }),
  billableCase({
    name: "imageUrl works without headers",
    clause: `${LINK}: works without headers; signed GET needs no principal`,
    async run(client) {
      expectStatus(await client.image(), 200);
    },
  }),
  billableCase({
    name: "the image is a PNG",
    clause: "Who may do what: provider bytes are sniffed, decoded and re-encoded to PNG",
    async run(client) {
      const { bytes } = await client.image();
      expectThat(readPngSize(bytes) !== null, "PNG bytes", [...bytes.subarray(0, 8)]);
    },
  }),
  billableCase({
    name: "width and height are those of the PNG",
    clause: "Operations: width and height are read from the PNG, never assumed",
    async run(client) {
      const { width, height } = (await client.sample()).generation.image;
      expectEqual(
        { width, height },
        readPngSize((await client.image()).bytes),
        "image.width and image.height",
      );
    },
  }),
  billableCase({
    name: "sizeInKb is the image's size rounded up",
    clause: "Operations, answer 200: sizeInKb rounded up",
    async run(client) {
      const { sizeInKb } = (await client.sample()).generation.output._metadata;
      const { length } = (await client.image()).bytes;
      const sizes = [Math.ceil(length / 1024), Math.ceil(length / 1000)];
      expectThat(sizes.includes(sizeInKb), `sizeInKb to be ${sizes[0]}`, sizeInKb);
    },
  }),
  billableCase({
    name: "sha256, where there is one, is the image's",
    clause: "Operations, answer 200: image.sha256",
    async run(client) {
      const { image } = (await client.sample()).generation;
      if (image.sha256 === undefined) throw new NotApplicable("The answer has no image.sha256.");
      expectEqual(image.sha256, await sha256((await client.image()).bytes), "image.sha256");
    },
  }),
  billableCase({
    name: "expiresAt is the life of a link from now",
    clause: `${LINK}: for a week; limits.urlTtlSeconds`,
    async run(client) {
      const { urlTtlSeconds } = (await client.catalog()).limits;
      const response = await client.ask(
        ["attachments", (await client.sample()).generation.output.attachmentId, "url"],
        { method: "POST" },
      );
      const { expiresAt } = expectSchema(refreshedUrlSchema, response.json, "the fresh link");
      const off = Math.abs(Date.parse(expiresAt) - Date.now() - urlTtlSeconds * 1000);
      expectThat(off < HOUR_MS, `expiresAt ${urlTtlSeconds} s from now`, expiresAt);
    },
  }),
  ...served.map(([what, header, pattern]) =>
    billableCase({
      name: `an image of the reference form is served ${what}`,
      clause: `${SERVED} with nosniff, a sandboxing CSP, fixed disposition, and so that a canvas and a download on another origin work`,
      async run(client) {
        await client.signedLink();
        expectHeader(await client.image(), header, pattern, `to fit ${String(pattern)}`);
      },
    }),
  ),
  billableCase({
    name: "HEAD of a link answers like GET, without a body",
    clause: `${LINK}: GET|HEAD {base}/attachments/{id}?exp&kid&sig`,
    async run(client) {
      const url = await client.signedLink();
      const response = await client.follow(url.href, { method: "HEAD" });
      expectStatus(response, 200);
      expectEqual(response.bytes.length, 0, "the size of HEAD's body");
      expectHeader(response, "Content-Type", /^image\/png\b/i, "to be image/png");
    },
  }),
  billableCase({
    name: "a link with a changed signature is bad_signature",
    clause: "Errors: bad_signature is 403",
    run: (client) =>
      expectLinkRefused(client, ({ searchParams }) => {
        const sig = searchParams.get("sig") ?? "";
        searchParams.set("sig", (sig.startsWith("A") ? "B" : "A") + sig.slice(1));
      }),
  }),
  billableCase({
    name: "a link without a signature is bad_signature",
    clause: "Errors: bad_signature is 403",
    run: (client) => expectLinkRefused(client, ({ searchParams }) => searchParams.delete("sig")),
  }),
  billableCase({
    name: "a link made to live longer is bad_signature",
    clause: "Errors: bad_signature is 403; the signature covers exp",
    run: (client) =>
      expectLinkRefused(client, ({ searchParams }) =>
        searchParams.set("exp", String(Number(searchParams.get("exp")) + 1_000_000)),
      ),
  }),
  billableCase({
    name: "one image's signature does not open another",
    clause: "Errors: bad_signature is 403; the signature covers the id",
    run: (client) =>
      expectLinkRefused(client, (url) => {
        url.pathname = url.pathname.replace(/(?<![^/])[^/]+$/, "att_of_another_image");
      }),
  }),
  billableCase({
    name: "a link that has ended is link_expired",
    clause: "Errors: link_expired is 410",
    async run(client) {
      const { urlTtlSeconds } = (await client.catalog()).limits;
      if (urlTtlSeconds > 10) throw new NotApplicable("Links live longer than 10 seconds.");
      const { imageUrl } = (await client.succeed(client.request())).generation.output;
      await new Promise((resolve) => setTimeout(resolve, (urlTtlSeconds + 1.5) * 1000));
      expectProblem(await client.follow(imageUrl), "link_expired");
    },
  }),
  billableCase({
    name: "POST /attachments/{id}/url answers a fresh link",
    clause: "Operations, POST /attachments/{id}/url: a fresh link {imageUrl, expiresAt}",
    async run(client) {
      const response = await refresh(client);
      expectStatus(response, 200);
      expectContractHeader(response);
      expectSchema(refreshedUrlSchema, response.json, "the fresh link");
    },
  }),
  billableCase({
    name: "a fresh link shows the same image",
    clause: "Operations, POST /attachments/{id}/url: a fresh link",
    async run(client) {
      const { imageUrl } = expectSchema(refreshedUrlSchema, (await refresh(client)).json, "the fresh link");
      const [fresh, first] = [await client.follow(imageUrl), await client.image()];
      expectStatus(fresh, 200);
      expectEqual(await sha256(fresh.bytes), await sha256(first.bytes), "the bytes behind the fresh link");
    },
  }),
  defineCase({
    name: "a fresh link of an unknown image is not_found",
    clause: "Errors: not_found is 404",
    async run(client) {
      const response = await client.ask(["attachments", "att_of_nobody", "url"], { method: "POST" });
      expectProblem(response, "not_found");
    },
  }),
  defineCase({
    name: "GET /attachments/{id}/url is method_not_allowed",
    clause: "Operations: POST /attachments/{id}/url",
    async run(client) {
      expectProblem(await client.get("attachments", "att_of_nobody", "url"), "method_not_allowed");
    },
  }),
];

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes.slice());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
