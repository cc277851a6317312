"use client";
import { Fragment, useEffect, useId } from "react";
import { MAX_VARIATIONS } from "../../internal/maxVariations.js";
import { createElementPart } from "../internal/createElementPart.js";
import type { ElementPartProps } from "../internal/createElementPart.js";
import { dataFlag } from "../internal/dataFlag.js";
import { warnAboutProp } from "../internal/describeProp.js";
import { Space } from "../internal/Space.js";
import { useStore } from "../internal/useStore.js";
import { useMessages } from "../messages/index.js";
import { useCatalog } from "../provider/index.js";
import { useConfigFormContext } from "./ConfigFormContext.js";

/**
 * Number of images that the next Generate makes, as radio buttons from 1 on. A choice of the moment: it is never in the
 * configuration, and goes back to 1 when the part is unmounted or gets another `max`. Can be used while the form is
 * read-only, as Generate can. Renders a `<div role="radiogroup">` element, or nothing where `max` is 1 or less.
 *
 * @selector [data-checked] The number is the chosen one.
 *
 * @example
 * <ConfigForm.Count max={8} />
 * <ConfigForm.Generate />
 */
export const ConfigFormCount = createElementPart<ConfigFormCountProps>(
  "ConfigForm.Count",
  "div",
  (props) => {
    const { count, disabled } = useConfigFormContext("ConfigForm.Count");
    const { catalog } = useCatalog();
    const t = useMessages();
    const chosen = useStore(count);
    const group = useId();
    const max = readMax(props.max);
    useEffect(() => () => count.set(1), [count, max]);
    if (max <= 1) return null;
    const isLocked = disabled || catalog?.imageModels.length === 0;
    return {
      role: "radiogroup",
      "aria-label": t("configForm.count"),
      "data-disabled": dataFlag(isLocked),
      children: (
        <>
          <span data-imagenode-part="config-form-count-label" aria-hidden="true">
            {t("configForm.count")}
          </span>
          <Space />
          <div data-imagenode-part="config-form-count-choices">
            {Array.from({ length: max }, (_, index) => index + 1).map((number) => (
              <Fragment key={number}>
                <label
                  data-imagenode-part="config-form-count-choice"
                  data-checked={dataFlag(number === chosen)}
                >
                  <input
                    type="radio"
                    // A host's form around must neither be sent by it nor hold it.
                    form=""
                    name={group}
                    data-imagenode-part="config-form-count-radio"
                    aria-label={t("configForm.countOf", { count: number })}
                    checked={number === chosen}
                    disabled={isLocked}
                    onChange={() => count.set(number)}
                  />
                  <span data-imagenode-part="words" aria-hidden="true">
                    {number.toLocaleString(t.locale)}
                  </span>
                </label>
                <Space />
              </Fragment>
            ))}
          </div>
        </>
      ),
    };
  },
  false,
  ["max"],
);

function readMax(value: unknown = 4): number {
  if (Number.isInteger(value) && (value as number) <= MAX_VARIATIONS) return value as number;
  warnAboutProp({
    component: "<ConfigForm.Count>",
    prop: "max",
    value,
    expected: `a whole number up to ${MAX_VARIATIONS}`,
    instead: "It goes on with 4.",
  });
  return 4;
}

/** Attributes of the group. */
export interface ConfigFormCountState {
  /** @selector [data-disabled] While no number can be chosen: the form is disabled, or the workspace has no image model. */
  disabled: boolean;
}

/** Props of {@link ConfigFormCount}. */
export interface ConfigFormCountProps extends ElementPartProps {
  /** Greatest number that can be chosen, at most 16; nothing is rendered for 1 or less. @default 4 */
  max?: number | undefined;
}
