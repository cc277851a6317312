"use client";
import { forwardRef } from "react";
import type { HTMLAttributes } from "react";
import { ConfigForm } from "../config-form/index.js";
import type { ConfigFormRootProps } from "../config-form/index.js";
import { useMessages } from "../messages/index.js";
import { PanelForm } from "./PanelForm.js";
import { PanelPreview } from "./PanelPreview.js";

/**
 * Panel of the whole node: its form and its preview, assembled from the public parts only. Stands inside of
 * `ImageNodeProvider` and `ImageNodeScope`. Has two columns from about 760 px of its own width. Renders a `<div>`
 * element.
 *
 * @example
 * import "image-generation-node/styles.css";
 *
 * const [config, setConfig] = useState(createImageNodeConfig());
 *
 * <ImageNodeProvider baseUrl="/api/image-node">
 *   <ImageNodeScope nodeId="n4" nodeSlug="image_gen" variables={variables}>
 *     <ImageNodePanel value={config} onValueChange={setConfig} />
 *   </ImageNodeScope>
 * </ImageNodeProvider>
 */
export const ImageNodePanel = forwardRef<HTMLDivElement, ImageNodePanelProps>(
  function ImageNodePanel(props, ref) {
    const { value, defaultValue, onValueChange, onValueCommit, onGenerate, disabled, readOnly, ...rest } =
      props;
    const t = useMessages();
    const form = { value, defaultValue, onValueChange, onValueCommit, onGenerate, disabled, readOnly };
    return (
      <div data-imagenode-part="panel" {...rest} ref={ref}>
        <ConfigForm.Root {...form} aria-label={t("panel.title")}>
          <PanelForm />
          <PanelPreview />
        </ConfigForm.Root>
      </div>
    );
  },
);

/** Props of {@link ImageNodePanel}: those of `ConfigForm.Root`, and those of its `<div>`. */
export interface ImageNodePanelProps
  extends
    Omit<HTMLAttributes<HTMLDivElement>, "defaultValue" | "children">,
    Pick<
      ConfigFormRootProps,
      "value" | "defaultValue" | "onValueChange" | "onValueCommit" | "onGenerate" | "disabled" | "readOnly"
    > {}
