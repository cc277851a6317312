import { act, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ConfigForm, Preview } from "image-generation-node";
import { pinnedImageSchema } from "image-generation-node/contract";
import { fixtures } from "image-generation-node/testing";
import type { ReactElement } from "react";
import { describe, expect, it } from "vitest";
import { itConforms } from "./conformance.js";
import { createFakeClient } from "./fakeClient.js";
import { config, generate, imageOf, notice, pinned, preview, renderHost } from "./pinnedHost.js";
import { Node } from "./renderNode.js";
import { openActions } from "./openFolds.js";

const inPin = (part: ReactElement) => (
  <Node pinned={pinned} onPinnedChange={() => undefined}>
    <Preview.Root>{part}</Preview.Root>
  </Node>
);
const shared = { wrap: inPin, root: "Preview.Root" };
itConforms({ name: "Preview.Pin", part: "preview-pin", Part: Preview.Pin, child: "button", ...shared });
itConforms({ name: "Preview.Pinned", part: "preview-pinned", Part: Preview.Pinned, ...shared });

describe("Preview.Pin", () => {
  it("pins the shown image with its configuration, and unpins it", async () => {
    const { fake, onPinnedChange } = renderHost();
    expect(screen.queryByRole("button", { name: "Pin" })).toBeNull();
    await generate(fake, "gen_1");
    await openActions();
    const pin = await screen.findByRole("button", { name: "Pin" });
    expect(pin).toHaveAttribute("aria-pressed", "false");
    await userEvent.click(pin);
    const [given] = onPinnedChange.mock.lastCall ?? [];
    expect(pinnedImageSchema.parse(given)).toEqual({
      generation: imageOf("gen_1", given?.generation.image.expiresAt),
      config,
      pinnedAt: given?.pinnedAt,
    });
    expect(pin).toHaveAttribute("aria-pressed", "true");
    expect(preview().getByRole("status")).toHaveTextContent(
      "Pinned. Test runs use this picture and pay nothing.",
    );
    expect(pin).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    expect(onPinnedChange).toHaveBeenLastCalledWith(null);
    expect(pin).toHaveAttribute("aria-pressed", "false");
    expect(preview().getByRole("status")).toHaveTextContent("Unpinned. Test runs make pictures again.");
    expect(notice()).toBeNull();
  });

  it("pins what a person chose, without the seed that was drawn for the run, and no mark of a test run", async () => {
    const { fake, onPinnedChange } = renderHost({
      fake: createFakeClient({ catalog: () => Promise.resolve(fixtures.settingsCatalog) }),
      children: (
        <ConfigForm.Root value={config}>
          <ConfigForm.Generate />
          <Preview.Root history={[]}>
            <Preview.Status />
            <Preview.Pin />
          </Preview.Root>
        </ConfigForm.Root>
      ),
    });
    await waitFor(() => expect(fake.calls.catalog).toBe(1));
    await userEvent.click(screen.getByRole("button", { name: /^Generate/ }));
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    expect(fake.run().request.config.settings).toHaveProperty("seed");
    act(() => fake.run().succeed({ ...imageOf("gen_2"), pinned: true }));
    await userEvent.click(await screen.findByRole("button", { name: "Pin" }));
    const [given] = onPinnedChange.mock.lastCall ?? [];
    expect(given?.generation.id).toBe("gen_2");
    expect(given?.generation).not.toHaveProperty("pinned");
    expect(given?.config).toEqual(config);
  });

  it("is not there without onPinnedChange", async () => {
    const { fake } = renderHost({ scope: { onPinnedChange: undefined }, pinned });
    await waitFor(() => expect(notice()).not.toBeNull());
    await generate(fake, "gen_1");
    await openActions();
    expect(await screen.findByRole("button", { name: "Copy image" })).toBeVisible();
    expect(screen.queryByRole("button", { name: "Pin" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Unpin" })).toBeNull();
  });
});
