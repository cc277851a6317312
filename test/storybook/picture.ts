/** What a link answers, with the size that the PNG itself tells. */
export interface FetchedPicture {
  readonly status: number;
  readonly type: string | null;
  readonly width: number;
  readonly height: number;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Opens a link and reads width and height from the PNG's IHDR; both are 0 when it is no PNG. */
export async function fetchPicture(link: string): Promise<FetchedPicture> {
  const response = await fetch(link);
  const view = new DataView(await response.arrayBuffer());
  const isPng = view.byteLength > 24 && SIGNATURE.every((byte, index) => view.getUint8(index) === byte);
  return {
    status: response.status,
    type: response.headers.get("Content-Type"),
    width: isPng ? view.getUint32(16) : 0,
    height: isPng ? view.getUint32(20) : 0,
  };
}

/** The link with one character of its signature changed. */
export function tamper(link: string): string {
  const url = new URL(link);
  const signature = url.searchParams.get("sig") ?? "";
  if (!signature) throw new Error(`The link carries no signature: ${link}`);
  url.searchParams.set("sig", (signature.startsWith("A") ? "B" : "A") + signature.slice(1));
  return url.href;
}
