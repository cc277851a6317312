import { act, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { createGeneration } from "image-generation-node/client";
import { Preview } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import { describe, expect, it } from "vitest";
import { createFakeClient } from "./fakeClient.js";
import { Node } from "./renderNode.js";
import { generationOf } from "./samples.js";

const strip = () => screen.getByRole("group", { name: "Earlier pictures" });
const thumbs = () => within(strip()).getAllByRole("button", { name: /^Picture/ });
const numberOf = (thumb: Element | null) => /\d+/.exec(thumb?.getAttribute("aria-label") ?? "")?.[0];

/** A preview whose host keeps this many images, newest first. */
async function renderKept(count: number) {
  const history = Array.from({ length: count }, (_, index) => ({
    generation: generationOf({ id: `gen_${count - index}` }),
  }));
  render(
    <Node>
      <Preview.Root generation={history[0]?.generation ?? null} history={history}>
        <Preview.History />
      </Preview.Root>
    </Node>,
  );
  await within(strip()).findAllByRole("button", { name: /^Picture/ });
}

/** A preview in a page that made this many images and keeps them by itself. */
async function renderMade(count: number) {
  const fake = createFakeClient();
  const store = createGeneration(fake.client);
  render(
    <Node fake={fake}>
      <Preview.Root generation={store}>
        <Preview.History />
      </Preview.Root>
    </Node>,
  );
  for (let made = 1; made <= count; made += 1) {
    act(() => void store.start({ config: createImageNodeConfig({ prompt: { template: "A cat" } }) }));
    await waitFor(() => expect(fake.runs).toHaveLength(made));
    await act(async () => fake.run().succeed(generationOf({ id: `gen_${made}` })));
  }
}

describe("Preview.History with many images", () => {
  it("says how many there were, and numbers those that it kept among all", async () => {
    await renderMade(15);
    expect(thumbs()).toHaveLength(12);
    expect(within(strip()).getByText("The 12 newest of 15")).toBeVisible();
    expect(thumbs().map(numberOf).slice(0, 2)).toEqual(["15", "14"]);
    expect(within(strip()).queryByRole("button", { name: /^Show all/ })).toBeNull();
  });

  it("leads to all that the host keeps", async () => {
    await renderKept(50);
    expect(thumbs()).toHaveLength(12);
    expect(within(strip()).getByText("The 12 newest of 50")).toBeVisible();
    await userEvent.click(within(strip()).getByRole("button", { name: "Show all 50" }));
    expect(thumbs()).toHaveLength(50);
    expect(numberOf(thumbs().at(-1) ?? null)).toBe("1");
    expect(within(strip()).queryByText(/newest of/)).toBeNull();
  });

  it("says nothing of numbers while all are in sight", async () => {
    await renderKept(12);
    expect(within(strip()).queryByText(/newest of/)).toBeNull();
  });

  it("is one stop of the Tab key, and arrow keys, Home and End go along it", async () => {
    await renderKept(5);
    await userEvent.tab();
    expect(numberOf(document.activeElement)).toBe("5");
    await userEvent.keyboard("{ArrowRight}{ArrowRight}");
    expect(numberOf(document.activeElement)).toBe("3");
    await userEvent.keyboard("{ArrowLeft}");
    expect(numberOf(document.activeElement)).toBe("4");
    await userEvent.keyboard("{End}{ArrowRight}");
    expect(numberOf(document.activeElement)).toBe("1");
    await userEvent.keyboard("{Home}");
    expect(numberOf(document.activeElement)).toBe("5");
    await userEvent.keyboard("{ArrowRight}{Enter}");
    expect(document.activeElement).toHaveAttribute("aria-pressed", "true");
    expect(thumbs().filter((thumb) => thumb.tabIndex === 0)).toEqual([document.activeElement]);
    await userEvent.tab();
    expect(thumbs()).not.toContain(document.activeElement);
    await userEvent.tab({ shift: true });
    expect(numberOf(document.activeElement)).toBe("4");
  });

  it("follows the direction of the page", async () => {
    document.documentElement.style.direction = "rtl";
    await renderKept(3);
    await userEvent.tab();
    await userEvent.keyboard("{ArrowLeft}");
    expect(numberOf(document.activeElement)).toBe("2");
    document.documentElement.style.direction = "";
  });
});
