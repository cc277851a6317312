/** Rejects with what `late` makes where the work has not ended in time. What the work does afterwards is nobody's. */
export async function endInTime<Result>(
  work: Promise<Result>,
  patienceMs: number,
  late: () => Error,
): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), patienceMs);
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
