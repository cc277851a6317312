"use client";
import { Fragment } from "react";
import type { ReactNode } from "react";
import { createElementPart } from "../internal/createElementPart.js";
import type { ElementPartProps } from "../internal/createElementPart.js";
import { ReferencesItem } from "./ReferencesItem.js";
import { useReferencesContext } from "./ReferencesContext.js";
import type { ReferenceEntry } from "./ReferencesContext.js";
import { UploadItem } from "./UploadItem.js";

/**
 * Lists the references in their order, and below them what is being uploaded. Renders a `<ul>` element, or nothing while
 * there is none.
 *
 * @example
 * <References.List renderItem={({ reference }) => (reference.role === "mask" ? <MaskRow /> : undefined)} />
 */
export const ReferencesList = createElementPart<ReferencesListProps>(
  "References.List",
  "ul",
  ({ renderItem }) => {
    const { references, uploads } = useReferencesContext("References.List");
    if (references.length + uploads.length === 0) return null;
    return {
      children: (
        <>
          {references.map((entry) => (
            <Fragment key={entry.key}>
              {renderItem?.(entry) ?? <ReferencesItem index={entry.index} />}
            </Fragment>
          ))}
          {uploads.map((upload) => (
            <UploadItem key={upload.key} upload={upload} />
          ))}
        </>
      ),
    };
  },
  false,
  ["renderItem"],
);

/** Props of {@link ReferencesList}. */
export interface ReferencesListProps extends ElementPartProps {
  /** Renders one reference in the host's own way; `undefined` leaves it to `References.Item`. */
  renderItem?: ((entry: ReferenceEntry) => ReactNode) | undefined;
}
