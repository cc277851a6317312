import { ConfigForm } from "image-generation-node";

/** The number of pictures beside the price and the button that pays it. */
export function CountAndCost() {
  return (
    <ConfigForm.Root aria-label="Image Generation">
      <ConfigForm.Count max={4} />
      <ConfigForm.CostEstimate />
      <ConfigForm.Generate />
    </ConfigForm.Root>
  );
}
