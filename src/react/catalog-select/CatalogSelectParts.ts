import type { ComponentType } from "react";
import type { CatalogSelectSharedProps } from "./CatalogSelectBase.js";
import type { CatalogSelectContent } from "./CatalogSelectContent.js";
import type { CatalogSelectEmpty } from "./CatalogSelectEmpty.js";
import type { CatalogSelectGroup } from "./CatalogSelectGroup.js";
import type { CatalogSelectGroupLabel } from "./CatalogSelectGroupLabel.js";
import type { CatalogSelectItem } from "./CatalogSelectItem.js";
import type { CatalogSelectItemBadge } from "./CatalogSelectItemBadge.js";
import type { CatalogSelectItemHint } from "./CatalogSelectItemHint.js";
import type { CatalogSelectItemText } from "./CatalogSelectItemText.js";
import type { CatalogSelectLabel } from "./CatalogSelectLabel.js";
import type { CatalogSelectMark } from "./CatalogSelectMark.js";
import type { CatalogSelectNotice } from "./CatalogSelectNotice.js";
import type { CatalogSelectPortal } from "./CatalogSelectPortal.js";
import type { CatalogSelectTrigger } from "./CatalogSelectTrigger.js";
import type { CatalogSelectValue } from "./CatalogSelectValue.js";

/**
 * Parts of any of the four selects: `ImageModelSelect`, `PromptModelSelect`, `AspectRatioSelect` and `StyleSelect` each
 * fit, so that one component of the host's serves all of them.
 *
 * @example
 * function MySelect({ parts: Select }: { parts: CatalogSelectParts }) {
 *   return (
 *     <Select.Root>
 *       <Select.Label className="my-label" />
 *       <Select.Trigger className="my-select">
 *         <Select.Value />
 *       </Select.Trigger>
 *       <Select.Portal>
 *         <Select.Content className="my-list" />
 *       </Select.Portal>
 *     </Select.Root>
 *   );
 * }
 *
 * <MySelect parts={StyleSelect} />
 */
export interface CatalogSelectParts {
  /** Root of the select. Inside of a form it needs no props. */
  Root: ComponentType<CatalogSelectSharedProps>;
  /** Label of the trigger. */
  Label: typeof CatalogSelectLabel;
  /** Button that opens the list. */
  Trigger: typeof CatalogSelectTrigger;
  /** Name of the chosen option. */
  Value: typeof CatalogSelectValue;
  /** Picture of the option around it, or of the chosen one. */
  Mark: typeof CatalogSelectMark;
  /** Place in the page where the list stands. */
  Portal: typeof CatalogSelectPortal;
  /** List of options. */
  Content: typeof CatalogSelectContent;
  /** Options under one heading. */
  Group: typeof CatalogSelectGroup;
  /** Heading of a group. */
  GroupLabel: typeof CatalogSelectGroupLabel;
  /** Option of the list. */
  Item: typeof CatalogSelectItem;
  /** Name of an option. */
  ItemText: typeof CatalogSelectItemText;
  /** Line below the name of an option. */
  ItemHint: typeof CatalogSelectItemHint;
  /** Badge of an option. */
  ItemBadge: typeof CatalogSelectItemBadge;
  /** Words in place of a list that has no options. */
  Empty: typeof CatalogSelectEmpty;
  /** Warning about the chosen option. */
  Notice: typeof CatalogSelectNotice;
}
