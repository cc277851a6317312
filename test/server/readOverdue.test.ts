import { expect, it, vi } from "vitest";
import { readOverdue } from "../../src/server/queue/store/readOverdue.js";
import { readRecord, writeRecord } from "../../src/server/queue/store/runRecords.js";
import { queued } from "./runStoreSuite.js";

const records = (count: number) =>
  Array.from({ length: count }, (_, index) => queued({ id: `run ${index}` }));

it.each([
  ["", 0, 5, 3],
  ["one that cannot be read before them", 1, 5, 3],
  ["more that cannot be read than are asked for", 7, 5, 3],
  ["nothing but what cannot be read", 7, 0, 0],
  ["fewer than are asked for", 7, 2, 2],
])("finds as many overdue runs as are asked for: %s", async (_, unreadable, readable, found) => {
  const rows = [...Array<string>(unreadable).fill("{"), ...records(readable).map(writeRecord)];
  const find = vi.fn(async (limit: number) => rows.slice(0, limit));
  const onError = vi.fn();
  const runs = await readOverdue({ find, read: readRecord, onError }, 3);
  expect(runs.map(({ id }) => id)).toEqual(["run 0", "run 1", "run 2"].slice(0, found));
  expect(onError.mock.calls.length > 0).toBe(unreadable > 0);
});

it("passes on that the store cannot be asked", async () => {
  const find = () => Promise.reject(new Error("away"));
  await expect(readOverdue({ find, read: () => null, onError: vi.fn() }, 3)).rejects.toThrow("away");
});
