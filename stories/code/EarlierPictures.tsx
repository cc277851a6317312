import { Preview } from "image-generation-node";
import type { PreviewRootProps } from "image-generation-node";

/** Earlier pictures of a node. The host keeps them as `history`; without it the run's own are shown. */
export function EarlierPictures({ history, onConfigChange }: PreviewRootProps) {
  return (
    <Preview.Root history={history} onConfigChange={onConfigChange}>
      <Preview.Frame>
        <Preview.Image />
      </Preview.Frame>
      <Preview.History />
      <Preview.CompareTrigger />
      <Preview.Restore />
      <Preview.CompareDialog />
      <Preview.Announcer />
    </Preview.Root>
  );
}
