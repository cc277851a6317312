"use client";
import { Slot } from "@radix-ui/react-slot";
import { forwardRef, useMemo } from "react";
import type { HTMLAttributes, ReactNode } from "react";
import { ConfigForm } from "../config-form/index.js";
import type { ConfigFormRootProps } from "../config-form/index.js";
import { canvasClass } from "../internal/canvasClass.js";
import { composeRefs } from "../internal/composeRefs.js";
import { CANVAS_EVENTS, endCanvasEvents } from "../internal/endCanvasEvents.js";
import { containWheel } from "../internal/containWheel.js";
import { ContainedContext } from "../internal/ContainedContext.js";
import { useMessages } from "../messages/index.js";
import { wrapChildren } from "../internal/wrapChildren.js";
import { PanelForm } from "./PanelForm.js";
import { PanelOptionsContext } from "./PanelOptionsContext.js";
import { PanelResult } from "./PanelResult.js";

/**
 * Panel of the whole node: its form and its preview, assembled from the public parts only. Children are drawn in their
 * place: parts of `Panel`, each of which takes apart in the same way, and elements of the host. Stands inside of
 * `ImageNodeProvider` and `ImageNodeScope`. Has two columns from about 760 px of its own width. Renders a `<div>`
 * element.
 *
 * Stands in a canvas, or in a drawer that one of its nodes renders: the wheel, the beginning of a press and every key
 * end at the panel, but for Tab, for an Escape that closed nothing here and for what `isHostKey` names. Clicks, focus
 * and changes go on. It has the classes `nodrag nowheel nokey`, by which React Flow leaves it alone. Handlers that you
 * give to the panel itself hear what is pressed in it, but for an open list or window.
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
 *
 * @example
 * <ImageNodePanel value={config} onValueChange={setConfig}>
 *   <Panel.Form>
 *     <Panel.Fields />
 *     <Panel.Footer />
 *   </Panel.Form>
 *   <Panel.Preview />
 * </ImageNodePanel>
 */
export const ImageNodePanel = forwardRef<HTMLDivElement, ImageNodePanelProps>(
  function ImageNodePanel(props, ref) {
    const { value, defaultValue, onValueChange, onValueCommit, onGenerate, disabled, readOnly, ...others } =
      props;
    const { isHostKey, maxCount, examples, className, onWheel, asChild, children, ...rest } = others;
    const t = useMessages();
    const form = { value, defaultValue, onValueChange, onValueCommit, onGenerate, disabled, readOnly };
    const most = maxCount ?? (onGenerate && 1);
    const lock = disabled ? "disabled" : readOnly ? "readOnly" : undefined;
    const title = t("panel.title");
    const label = lock ? t("panel.titleLocked", { title, state: t(`panel.${lock}`) }) : title;
    const options = useMemo(() => ({ maxCount: most, examples }), [most, examples]);
    const refs = useMemo(() => composeRefs<HTMLDivElement>(containWheel, ref), [ref]);
    const Component = asChild ? Slot : "div";
    return (
      <Component
        data-imagenode-part="panel"
        // Of the words: the page may be in another language.
        lang={t.locale}
        {...rest}
        {...endCanvasEvents(rest, CANVAS_EVENTS, isHostKey)}
        // It ends at the panel, before React hears of it; on the way down it still does.
        onWheelCapture={onWheel}
        className={canvasClass(className)}
        ref={refs}
      >
        {wrapChildren(children, asChild, (inner) => (
          <ContainedContext.Provider value>
            <PanelOptionsContext.Provider value={options}>
              <ConfigForm.Root {...form} aria-label={label}>
                {inner ?? (
                  <>
                    <PanelForm />
                    <PanelResult />
                  </>
                )}
              </ConfigForm.Root>
            </PanelOptionsContext.Provider>
          </ContainedContext.Provider>
        ))}
      </Component>
    );
  },
);

/** Props of {@link ImageNodePanel}: those of `ConfigForm.Root`, and those of its `<div>`. */
export interface ImageNodePanelProps
  extends
    Omit<HTMLAttributes<HTMLDivElement>, "defaultValue">,
    Pick<
      ConfigFormRootProps,
      | "value"
      | "defaultValue"
      | "onValueChange"
      | "onValueCommit"
      | "onGenerate"
      | "disabled"
      | "readOnly"
      | "isHostKey"
    > {
  /**
   * Greatest number of images that people can ask for at once, at most 16; 1 takes the choice away. By default 4, and 1
   * beside an `onGenerate`, whose engine may make one image only.
   */
  maxCount?: number | undefined;
  /**
   * Prompts that an empty preview suggests, in the language of the workflow's templates; none for `[]`. By default three that
   * are made from the variables.
   */
  examples?: readonly string[] | undefined;
  /** Parts that are drawn in place of the default ones, `Panel.Form` and `Panel.Preview`. */
  children?: ReactNode;
  /** Renders the only child instead, with the part's attributes and handlers. No by default. @default false */
  asChild?: boolean | undefined;
}
