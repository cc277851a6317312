import { uploadSchema } from "../../../contract/index.js";
import { createPng } from "../../createPng.js";
import { NotApplicable } from "../ConformanceCase.js";
import type { ConformanceCase } from "../ConformanceCase.js";
import { defineCase } from "../defineCase.js";
import type { CaseDefinition } from "../defineCase.js";
import { expectEqual, expectProblem, expectSchema, expectStatus, expectThat } from "../expectThat.js";
import { sendPicture, uploadPicture } from "../uploadPicture.js";

const CLAUSE = "Operations, POST /attachments";

const uploadCase = (definition: CaseDefinition) =>
  defineCase({ ...definition, needs: ["uploads", ...(definition.needs ?? [])] });

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Words that must not be found in what is kept. */
const SECRET = "conformance-51.5074-0.1278";

/** Creates a PNG with a text that says where it was taken. Its checksum is left out: no reader of texts needs it. */
function pngWithPlace(): Uint8Array<ArrayBuffer> {
  const png = createPng();
  const text = bytesOf(`Comment\0${SECRET}`);
  const header = 8 + 25;
  const chunk = new Uint8Array(12 + text.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, text.length);
  chunk.set(bytesOf("tEXt"), 4);
  chunk.set(text, 8);
  view.setUint32(8 + text.length, checksum(chunk.subarray(4, 8 + text.length)));
  return new Uint8Array([...png.subarray(0, header), ...chunk, ...png.subarray(header)]);
}

/** CRC-32 as PNG has it. */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** Bodies that are no picture which can be kept. */
const REFUSED: readonly (readonly [what: string, bytes: () => Uint8Array<ArrayBuffer>])[] = [
  ["an SVG that is called a PNG", () => bytesOf('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ["a text that is called a PNG", () => bytesOf("photo.png")],
  ["an empty body", () => new Uint8Array()],
  ["a PNG that is cut off", () => createPng().slice(0, 200)],
];

const refusedCases = REFUSED.map(([what, bytes]) =>
  uploadCase({
    name: `POST /attachments refuses ${what}`,
    clause: `${CLAUSE}: PNG, JPEG and WebP by their bytes; all else is unsupported_media_type`,
    async run(client) {
      expectProblem(await sendPicture(client, bytes()), "unsupported_media_type");
    },
  }),
);

/** Cases of uploads; none of them generates. */
export const uploadCases: readonly ConformanceCase[] = [
  uploadCase({
    name: "an upload is answered with its facts and a link that works",
    clause: `${CLAUSE}: 201 with attachmentId, mimeType, width, height, sizeInKb, imageUrl`,
    async run(client) {
      const { imageUrl, ...upload } = await uploadPicture(client, createPng({ width: 48, height: 32 }));
      expectEqual([upload.mimeType, upload.width, upload.height], ["image/png", 48, 32], "the upload");
      const picture = await client.follow(imageUrl);
      expectStatus(picture, 200);
      expectEqual(upload.sizeInKb, Math.ceil(picture.bytes.length / 1024), "sizeInKb");
    },
  }),
  uploadCase({
    name: "an upload is judged by its bytes, whatever Content-Type says",
    clause: `${CLAUSE}: by their bytes, whatever Content-Type says`,
    async run(client) {
      const { mimeType } = await uploadPicture(client, createPng(), { type: "text/plain" });
      expectEqual(mimeType, "image/png", "mimeType");
    },
  }),
  uploadCase({
    name: "an upload keeps nothing of where it was taken",
    clause: `${CLAUSE}: its metadata is removed`,
    async run(client) {
      const { imageUrl } = await uploadPicture(client, pngWithPlace());
      const { text } = await client.follow(imageUrl);
      expectThat(!text.includes(SECRET), "a picture without its metadata", "the place in the kept bytes");
    },
  }),
  uploadCase({
    name: "an upload's key answers the same picture again",
    clause: `${CLAUSE}: the same key answers the same picture`,
    async run(client) {
      const options = { key: `conformance-${crypto.randomUUID()}` };
      const first = await uploadPicture(client, createPng(), options);
      const again = await uploadPicture(client, createPng(), options);
      expectEqual(again.attachmentId, first.attachmentId, "attachmentId");
    },
  }),
  uploadCase({
    name: "an upload's key refuses another picture",
    clause: `${CLAUSE}: with other bytes it is idempotency_mismatch`,
    async run(client) {
      const options = { key: `conformance-${crypto.randomUUID()}` };
      await uploadPicture(client, createPng(), options);
      expectProblem(await sendPicture(client, createPng({ seed: 7 }), options), "idempotency_mismatch");
    },
  }),
  uploadCase({
    name: "an upload without a key is refused",
    clause: `${CLAUSE}: Idempotency-Key is required`,
    async run(client) {
      expectProblem(await sendPicture(client, createPng(), { key: null }), "idempotency_key_missing");
    },
  }),
  ...refusedCases,
  uploadCase({
    name: "an upload that claims more pixels than it has bytes for is refused",
    clause: `${CLAUSE}: at most limits.maxPixels, read before anything is decoded`,
    async run(client) {
      const bomb = createPng();
      const view = new DataView(bomb.buffer);
      view.setUint32(16, 100_000);
      view.setUint32(20, 100_000);
      view.setUint32(29, checksum(bomb.subarray(12, 29)));
      expectProblem(await sendPicture(client, bomb), "payload_too_large", "unsupported_media_type");
    },
  }),
  uploadCase({
    name: "an upload that is too large is refused",
    clause: `${CLAUSE}: at most limits.maxUploadBytes`,
    async run(client) {
      const { maxUploadBytes } = (await client.catalog()).limits;
      if (maxUploadBytes === undefined || maxUploadBytes > 64 * 1024 * 1024)
        throw new NotApplicable("The catalog names no limit that can be reached.");
      const large = new Uint8Array(maxUploadBytes + 1);
      large.set(createPng());
      expectProblem(await sendPicture(client, large), "payload_too_large");
    },
  }),
  uploadCase({
    name: "another workspace gets no link to an upload, and the same key is its own",
    clause: `${CLAUSE}: pictures and keys belong to the workspace`,
    needs: ["other_scope"],
    async run(client) {
      const key = `conformance-${crypto.randomUUID()}`;
      const { attachmentId } = await uploadPicture(client, createPng(), { key });
      const headers = client.context.otherScopeHeaders ?? {};
      const link = await client.ask(["attachments", attachmentId, "url"], { method: "POST", headers });
      expectProblem(link, "not_found");
      const response = await sendPicture(client, createPng(), { key, headers });
      if (response.status === 404) return;
      expectStatus(response, 201);
      const other = expectSchema(uploadSchema, response.json, "the upload");
      expectThat(other.attachmentId !== attachmentId, "a picture of its own for each workspace", other);
    },
  }),
];
