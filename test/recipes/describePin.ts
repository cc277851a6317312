import { expect, it } from "vitest";
import type { EditorSession } from "./editorSession.js";

/** What is read of a saved workflow. */
interface Saved {
  nodes: { id: string; pinned?: { generation: { output: { _metadata: { name: string } } } } }[];
}

const ENDED = "The workflow has ended.";

/** A picture that is pinned in a node's panel, and the runs of the workflow after that. */
export function describePin(session: EditorSession): void {
  it("uses the pinned picture in test runs and pays nothing, and makes another one for real", async () => {
    const { page, drawer, node, log, received, untilEnded, choose } = session.editor;
    let paid = 0;
    page.on("request", (request) => {
      if (request.method() === "POST" && request.url().endsWith("/generations")) paid += 1;
    });
    const run = (name: string) => page.getByRole("button", { name, exact: true });
    const uploads = async () => (await received()).flatMap(({ files }) => files.map((file) => file.name));

    await choose("Blog post");
    await node("n3").click();
    await drawer.getByRole("textbox", { name: "Prompt" }).fill("A lighthouse at dusk");
    await drawer.getByRole("button", { name: /^Generate/ }).click();
    await drawer.getByRole("button", { name: "More actions" }).click();
    await drawer.getByRole("button", { name: "Pin", exact: true }).click();
    await node("n3").getByRole("img", { name: "Pinned. Test runs use this picture" }).waitFor();
    await run("Save").click();
    const pinned = await page.evaluate(() => {
      const { nodes } = JSON.parse(localStorage.getItem("workflow-saved") ?? "") as Saved;
      return nodes.find(({ id }) => id === "n3")?.pinned?.generation.output._metadata.name;
    });
    expect(paid).toBe(1);

    await run("Test run").click();
    await untilEnded(ENDED);
    await log.getByText("used the pinned picture, nothing was paid").waitFor();
    expect(await uploads()).toEqual([pinned]);
    expect(paid).toBe(1);

    await run("Run for real").click();
    await expect.poll(async () => (await uploads()).length).toBe(2);
    await untilEnded(ENDED);
    expect(paid).toBe(2);
    expect(new Set(await uploads()).size).toBe(2);
    await node("n3").getByRole("img", { name: "Another picture is pinned." }).waitFor();

    // What is saved brings the pinned picture back where the page remembers none of its own.
    await page.evaluate(() => {
      const saved = localStorage.getItem("workflow-saved") ?? "";
      localStorage.clear();
      localStorage.setItem("workflow-saved", saved);
    });
    await page.reload();
    await node("n3").getByRole("img", { name: "Pinned. Test runs use this picture" }).waitFor();
    await node("n3").click();
    await drawer.getByRole("button", { name: "Unpin" }).click();
    await node("n3").getByText("Pinned").waitFor({ state: "detached" });
    await run("Run").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await run("Test run").waitFor();
    expect(paid).toBe(2);
  });
}
