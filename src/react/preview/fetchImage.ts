/** Fetches an image without the host's headers or cookies. */
export async function fetchImage(src: string): Promise<Blob> {
  const response = await fetch(src, { credentials: "omit", referrerPolicy: "no-referrer" });
  if (!response.ok)
    throw new Error(`The image's link answered ${response.status}, so it can't be saved. Renew the link.`);
  return response.blob();
}
