import { ConfigForm } from "image-generation-node";

/** What a run costs and what is left, above the button that spends it. */
export function CreditsLeft() {
  return (
    <ConfigForm.Root aria-label="Image Generation">
      <ConfigForm.Count max={4} />
      <ConfigForm.CostEstimate />
      <ConfigForm.Credits />
      <ConfigForm.Generate />
    </ConfigForm.Root>
  );
}
