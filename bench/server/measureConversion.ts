import sharp from "sharp";
import type * as Server from "../../src/server/index.ts";
import { median } from "../table.ts";
import type { Table } from "../table.ts";
import { PICTURES } from "./pictures.ts";

const ROUNDS = 5;

interface Kind {
  readonly name: string;
  readonly bytes: Buffer;
  readonly crop?: { readonly width: number; readonly height: number };
}

/** CPU and time that a model's picture takes to become a PNG in its place, beside bare `sharp` with the same settings. */
export async function measureConversion(entry: string): Promise<Table> {
  const kinds: readonly Kind[] = [
    { name: "PNG of 1024 × 1024, kept", bytes: await PICTURES.photo() },
    { name: "JPEG of 1024 × 1024", bytes: await PICTURES.jpeg() },
    {
      name: "PNG of 1536 × 1024, cut to 16:9",
      bytes: await PICTURES.wide(),
      crop: { width: 1536, height: 864 },
    },
  ];
  const rows = [];
  for (const kind of kinds) rows.push({ name: kind.name, values: await measureKind(entry, kind) });
  return {
    title: "A model's picture becomes a PNG",
    unit: "ms of CPU, all threads; ms",
    columns: ["ours, CPU", "sharp, CPU", "× sharp", "ours", "sharp"],
    rows,
    goals: rows.map(({ name, values: [, , ratio = NaN] }) => ({
      text: `${name}: no more CPU than 1.1 × bare sharp: ${ratio.toFixed(2)}`,
      reached: ratio <= 1.1,
    })),
  };
}

async function measureKind(entry: string, { bytes, crop }: Kind): Promise<number[]> {
  const { loadToPng } = (await import(new URL("toPng.js", entry).href)) as {
    loadToPng: () => Promise<Server.ToPng>;
  };
  const toPng = await loadToPng();
  const ours = () => toPng(bytes, { maxPixels: 2 ** 25, crop });
  const theirs = () => {
    const picture = sharp(bytes);
    if (crop) picture.resize(crop.width, crop.height, { fit: "cover", position: "centre" });
    return picture.png({ compressionLevel: 6 }).toBuffer();
  };
  const spent = { ours: [] as Spent[], theirs: [] as Spent[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [own, other] = [await measure(ours), await measure(theirs)];
    // The first round warms up.
    if (round === 0) continue;
    spent.ours.push(own);
    spent.theirs.push(other);
  }
  const [own, other] = [spent.ours, spent.theirs].map((all) => ({
    cpu: median(all.map(({ cpu }) => cpu)),
    ms: median(all.map(({ ms }) => ms)),
  }));
  if (!own || !other) return [];
  return [own.cpu, other.cpu, own.cpu / other.cpu, own.ms, other.ms];
}

interface Spent {
  readonly cpu: number;
  readonly ms: number;
}

async function measure(work: () => Promise<unknown>): Promise<Spent> {
  const begun = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1000, ms: performance.now() - begun };
}
