/** Fetches the picture without the host's headers or cookies. */
export async function fetchImage(src: string): Promise<Blob> {
  const response = await fetch(src, { credentials: "omit", referrerPolicy: "no-referrer" });
  if (!response.ok)
    throw new Error(`The picture's link answered ${response.status}, so it can't be saved. Renew the link.`);
  return response.blob();
}

/** Saves the picture under its own name; rejects where it can't be read, as when its origin forbids it. */
export async function downloadImage(src: string, fileName: string): Promise<void> {
  const blob = await fetchImage(src);
  const url = URL.createObjectURL(blob);
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.download = fileName;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Puts the picture on the clipboard. The item is made at once with a promise: Safari allows no `await` before it. */
export async function copyImage(src: string): Promise<void> {
  const png = fetchImage(src).then((blob) => new Blob([blob], { type: "image/png" }));
  // Where there is no clipboard, nobody else would take this promise's failure.
  png.catch(() => undefined);
  await navigator.clipboard.write([new ClipboardItem({ "image/png": png })]);
}

export function openImage(src: string): void {
  window.open(src, "_blank", "noopener,noreferrer");
}

/** Puts a text on the clipboard; rejects where a page has none, as on plain http. */
export async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
