/** How many pictures a gallery has. */
export const PICTURES = 200;

/** A small picture that needs no network. */
export const PICTURE = drawPicture();

function drawPicture(): string {
  const canvas = document.createElement("canvas");
  canvas.width = 256;
  canvas.height = 256;
  const pen = canvas.getContext("2d");
  if (pen) {
    pen.fillStyle = "#5b6fae";
    pen.fillRect(0, 0, 256, 256);
  }
  const [, base64 = ""] = canvas.toDataURL("image/png").split(",");
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return URL.createObjectURL(new Blob([bytes], { type: "image/png" }));
}
