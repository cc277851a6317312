import { Preview, useCatalog, useGeneration, useScope } from "image-generation-node";
import { validateImageNodeConfig } from "image-generation-node/contract";
import type { Generation, ImageNodeConfig } from "image-generation-node/contract";
import { memo, useEffect, useMemo } from "react";
import { language } from "./language.js";

/** What an image node shows on the canvas: its picture, and a badge where its configuration can't run. */
export const ImageFace = memo(function ImageFace({ config, onResult }: ImageFaceProps) {
  const { catalog } = useCatalog();
  const { state } = useGeneration();
  const variables = useScope()?.variables;
  const problems = useMemo(
    () => validateImageNodeConfig(config, { catalog, variables, language }),
    [config, catalog, variables],
  );
  // The result is plain JSON: it goes into the node's data, and is saved with the workflow.
  const { generation } = state;
  useEffect(() => {
    if (generation) onResult(generation);
  }, [generation, onResult]);
  const [first] = problems.filter(({ severity }) => severity === "error");
  return (
    <div className="face" data-status={state.status}>
      <Preview.Root>
        <Preview.Frame>
          <Preview.Empty />
          <Preview.PartialImage />
          <Preview.Image draggable={false} />
          <Preview.Progress />
        </Preview.Frame>
        <Preview.Announcer />
      </Preview.Root>
      {first && (
        <span className="badge" role="img" aria-label={first.message} title={first.message}>
          !
        </span>
      )}
    </div>
  );
});

export interface ImageFaceProps {
  /** The same object until it changes. */
  config: ImageNodeConfig;
  /** The same function at each render. */
  onResult: (generation: Generation) => void;
}
