import { fireEvent, screen } from "@testing-library/react";

/** Shows the rarer actions of the panel's picture. */
export const openActions = async () => {
  const toggle = await screen.findByRole("button", { name: /^(?:More actions|Weitere Aktionen)$/ });
  if (toggle.getAttribute("aria-expanded") === "false") fireEvent.click(toggle);
};

/** Unfolds what the panel knows of its picture. */
export const openDetails = async () => fireEvent.click(await screen.findByText("Details"));
