import { createScriptedBackend } from "image-generation-node/testing";
import { describe, expect, it } from "vitest";
import { createTabs } from "../../stories/workflow-editor/engine/createTabs.js";
import type { TabNews, Tabs } from "../../stories/workflow-editor/engine/Tabs.js";
import { chain, createMemory, createSetup, folder, image, trigger } from "./engineSetup.js";

const workflow = chain([trigger, image, folder]);

/** Two tabs of one editor, and a back end that draws only when it is let. */
function openTabs() {
  const real = createScriptedBackend();
  let draw: () => void = () => undefined;
  const drawn = new Promise<void>((resolve) => (draw = resolve));
  const backend = {
    ...real,
    async handler(request: Request) {
      if (request.method === "POST") await drawn;
      return real.handler(request);
    },
  };
  const storage = createMemory();
  const name = crypto.randomUUID();
  const open = (onNews: (news: TabNews) => void = () => undefined) => {
    const tabs = createTabs(name);
    const listen: Tabs["listen"] = (listener) =>
      tabs.listen((news) => {
        listener(news);
        onNews(news);
      });
    return createSetup(undefined, storage, backend, { ...tabs, listen });
  };
  return { name, open, draw, storage };
}

type Tab = ReturnType<ReturnType<typeof openTabs>["open"]>;
const countUploads = async (tabs: readonly Tab[]) =>
  (await Promise.all(tabs.map((tab) => tab.received()))).flat().length;
const logOf = ({ engine }: Tab) =>
  engine
    .getSnapshot()
    .log.map(({ text }) => text)
    .join("\n");

describe("a run in two tabs", () => {
  it("is carried out by one of them, and the other one follows it to its end", async () => {
    const { open, draw } = openTabs();
    const first = open();
    const started = first.engine.start(workflow);
    await expect.poll(() => first.engine.getSnapshot().nodes.n2?.status).toBe("running");
    const second = open();
    const followed = second.engine.resume();
    // As React's strict mode does.
    const again = second.engine.resume();
    expect(second.engine.getSnapshot().status).toBe("running");
    expect((await navigator.locks.query()).pending).toHaveLength(1);
    draw();
    await Promise.all([started, followed, again]);
    expect(second.engine.getSnapshot()).toMatchObject({ status: "succeeded" });
    expect(second.engine.getSnapshot().nodes).toEqual(first.engine.getSnapshot().nodes);
    expect(await countUploads([first, second])).toBe(1);
  });

  it("goes on in the other one when the tab that carried it out is gone", async () => {
    const { name, open, draw, storage } = openTabs();
    draw();
    const nodes = { n1: { status: "succeeded", output: { name: "mug" } }, n2: { status: "running" } };
    const journal = { id: "run_1", status: "running", startedAt: 1, nodes, log: [], workflow };
    storage.setItem("workflow-run", JSON.stringify(journal));
    let close: () => void = () => undefined;
    const gone = new Promise<void>((resolve) => (close = resolve));
    void navigator.locks.request(name, () => gone);
    const tab = open();
    const resumed = tab.engine.resume();
    await expect.poll(async () => (await navigator.locks.query()).pending?.length).toBe(1);
    expect(await countUploads([tab])).toBe(0);
    close();
    await resumed;
    expect(tab.engine.getSnapshot().status).toBe("succeeded");
    expect(await countUploads([tab])).toBe(1);
  });

  it("is shown by the other one as it goes on, and ended by its Stop", async () => {
    const { open, draw } = openTabs();
    const first = open((news) => news === "cancel" && draw());
    const started = first.engine.start(workflow);
    const second = open();
    const followed = second.engine.resume();
    await expect.poll(() => second.engine.getSnapshot().nodes.n2?.status).toBe("running");
    second.engine.cancel();
    await Promise.all([started, followed]);
    expect(first.engine.getSnapshot().status).toBe("cancelled");
    expect(second.engine.getSnapshot().status).toBe("cancelled");
    expect(await countUploads([first, second])).toBe(0);
  });

  it("keeps a second one from starting, which would overwrite what a reload needs", async () => {
    const { open, draw, storage } = openTabs();
    const [first, second] = [open(), open()];
    const started = first.engine.start(workflow);
    await expect.poll(() => first.engine.getSnapshot().nodes.n2?.status).toBe("running");
    const saved = storage.getItem("workflow-run");
    await second.engine.start(workflow);
    expect(logOf(second)).toContain("Another tab runs a workflow.");
    expect(storage.getItem("workflow-run")).toBe(saved);
    draw();
    await started;
    await second.engine.start(workflow);
    expect(second.engine.getSnapshot().status).toBe("succeeded");
  });
});
