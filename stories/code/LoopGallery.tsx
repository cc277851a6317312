import { Preview, useBatch } from "image-generation-node";
import type { GenerationRequest } from "image-generation-node/contract";

/** The pictures of a loop's items, run at once. */
export function LoopGallery({ requests }: { requests: readonly GenerationRequest[] }) {
  const batch = useBatch();
  return (
    <>
      <button onClick={() => void batch.start(requests)}>Run all</button>
      <Preview.Gallery batch={batch} />
    </>
  );
}
