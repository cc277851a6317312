import { ImageNodeError } from "image-generation-node/contract";
import { describe, expect, it, vi } from "vitest";
import { createImageLinks } from "../../src/react/preview/link/createImageLinks.js";
import { createFakeClient } from "./fakeClient.js";
import { generationOf } from "./samples.js";

describe("createImageLinks", () => {
  const picture = generationOf();

  it("fetches one fresh link for all who show the picture", async () => {
    const fake = createFakeClient();
    const links = createImageLinks(fake.client);
    links.refresh(picture, "needed");
    links.refresh(picture, "needed");
    await vi.waitFor(() => expect(links.get(picture)?.status).toBe("fresh"));
    expect(fake.calls.refreshUrl).toBe(1);
  });

  it("tells those who show the picture, as long as they listen, and nobody else", async () => {
    const fake = createFakeClient();
    const links = createImageLinks(fake.client);
    const other = generationOf({ output: { ...picture.output, attachmentId: "att_other" } });
    const told = { here: vi.fn(), left: vi.fn(), other: vi.fn() };
    links.subscribe(picture, told.here);
    links.subscribe(picture, told.left)();
    links.subscribe(other, told.other);
    links.refresh(picture, "needed");
    await vi.waitFor(() => expect(links.get(picture)?.status).toBe("fresh"));
    expect(told.here).toHaveBeenCalledTimes(2);
    expect(told.left).not.toHaveBeenCalled();
    expect(told.other).not.toHaveBeenCalled();
  });

  it("says that a picture is gone where the back end says so", async () => {
    const client = {
      ...createFakeClient().client,
      refreshUrl: () => Promise.reject(new ImageNodeError({ kind: "attachment_deleted" })),
    };
    const links = createImageLinks(client);
    links.refresh(picture, "needed");
    await vi.waitFor(() => expect(links.get(picture)?.status).toBe("deleted"));
  });

  it("keeps a valid link in use while one ahead of its end can't be had", async () => {
    const client = {
      ...createFakeClient().client,
      refreshUrl: () => Promise.reject(new ImageNodeError({ kind: "network" })),
    };
    const links = createImageLinks(client);
    links.refresh(picture, "ahead");
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(links.get(picture)).toMatchObject({ status: "fresh", late: true });
  });
});
