import { waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { createFocusKeeper } from "../../src/react/internal/createFocusKeeper.js";

it("focus is kept that a control had before the code of the keeper came", async () => {
  const root = document.body.appendChild(document.createElement("div"));
  root.innerHTML = "<button>Retry</button><button>Reset</button>";
  const [retry, reset] = root.querySelectorAll("button");
  retry?.focus();
  const stop = createFocusKeeper(root);
  retry?.remove();
  await waitFor(() => expect(document.activeElement).toBe(reset));
  stop();
  root.remove();
});
