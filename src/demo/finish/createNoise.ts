/** Smooth noise from 0 to 1 over the plane, the same for the same seed. */
export function createNoise(seed: number): (x: number, y: number) => number {
  const size = 128;
  const grid = new Float32Array(size * size);
  let state = (seed | 0) ^ 0x5bd1e995;
  for (let index = 0; index < grid.length; index += 1) {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    grid[index] = ((state >>> 8) & 0xffff) / 0xffff;
  }
  return (x, y) => {
    const fx = Math.floor(x);
    const fy = Math.floor(y);
    const dx = x - fx;
    const dy = y - fy;
    const sx = dx * dx * (3 - 2 * dx);
    const sy = dy * dy * (3 - 2 * dy);
    const x0 = fx & 127;
    const x1 = (fx + 1) & 127;
    const y0 = (fy & 127) << 7;
    const y1 = ((fy + 1) & 127) << 7;
    const a = grid[y0 + x0] ?? 0;
    const b = grid[y0 + x1] ?? 0;
    const c = grid[y1 + x0] ?? 0;
    const d = grid[y1 + x1] ?? 0;
    return a + (b - a) * sx + (c - a + (a - b - c + d) * sx) * sy;
  };
}

/** Three octaves of noise, from 0 to 1. */
export function layered(noise: (x: number, y: number) => number, x: number, y: number): number {
  return (
    noise(x, y) * 0.55 + noise(x * 2.1 + 31, y * 2.1 + 17) * 0.3 + noise(x * 4.3 + 71, y * 4.3 + 53) * 0.15
  );
}
