import { ConfigForm, References } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import { useState } from "react";

/** Pictures for a model that takes some; nothing where no model of the catalog does. */
export function ReferenceImages() {
  const [config, setConfig] = useState(createImageNodeConfig());
  return (
    <ConfigForm.Root value={config} onValueChange={setConfig}>
      <References.Root>
        <References.Title />
        <References.Add />
        <References.List />
        <References.Note />
        <References.Status />
      </References.Root>
      <ConfigForm.Generate />
    </ConfigForm.Root>
  );
}
