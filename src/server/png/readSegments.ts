/** One segment of a JPEG. */
export interface Segment {
  readonly marker: number;
  /** Its content, and nothing beyond it. */
  readonly content: DataView;
}

export const START_OF_SCAN = 0xda;
/** Cameras and editors write a few dozen, a profile or a large description up to 255 more. */
const MAX_SEGMENTS = 1_024;

/** Reads the whole segments of a JPEG up to the start of its image data, and no more of them than any encoder writes. */
export function* readSegments(view: DataView): Generator<Segment, void> {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return;
  let offset = 2;
  for (let step = 0; step < MAX_SEGMENTS && offset + 4 <= view.byteLength; step += 1) {
    if (view.getUint8(offset) !== 0xff) return;
    const marker = view.getUint8(offset + 1);
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    const length = view.getUint16(offset + 2);
    const end = offset + 2 + length;
    if (length < 2 || end > view.byteLength) return;
    yield { marker, content: new DataView(view.buffer, view.byteOffset + offset + 4, length - 2) };
    if (marker === START_OF_SCAN) return;
    offset = end;
  }
}
