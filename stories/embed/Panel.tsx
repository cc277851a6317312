import { ImageNodePanel } from "image-generation-node";
import type { ImageNodeConfig } from "image-generation-node/contract";

/** The panel, in a file of its own: it is loaded when somebody opens a node. */
export default function Panel({ config, onChange }: PanelProps) {
  return (
    <ImageNodePanel
      value={config}
      onValueChange={onChange}
      // Save and undo are the editor's, wherever the focus is.
      isHostKey={(event) => event.ctrlKey || event.metaKey}
    />
  );
}

export interface PanelProps {
  /** The same object until it changes. */
  config: ImageNodeConfig;
  onChange: (config: ImageNodeConfig) => void;
}
