import { userEvent } from "vitest/browser";

/** Runs what a browser allows only while a person acts, such as the use of the clipboard: while a key is pressed that does nothing. */
export async function byGesture<Result>(run: () => Promise<Result>): Promise<Result> {
  const result = new Promise<Result>((resolve, reject) => {
    window.addEventListener("keydown", () => run().then(resolve, reject), { once: true, capture: true });
  });
  await userEvent.keyboard("{Shift}");
  return await result;
}
