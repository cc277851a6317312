const STEP_MS = 50;
const STEPS = 40;

/** Reads until what is read is right, two seconds at most: a busy machine is slower than any fixed pause. */
export async function poll<T>(read: () => Promise<T>, isRight: (value: T) => boolean): Promise<T> {
  let value = await read();
  for (let step = 0; step < STEPS && !isRight(value); step += 1) {
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
    value = await read();
  }
  return value;
}
