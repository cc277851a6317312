import {
  CatalogSelectContent,
  CatalogSelectLabel,
  CatalogSelectMark,
  CatalogSelectPortal,
  CatalogSelectTrigger,
  CatalogSelectValue,
} from "image-generation-node";

/** Parts inside any of the four selects: label, trigger and the list, which shows the catalog. */
export function CatalogSelectParts() {
  return (
    <>
      <CatalogSelectLabel />
      <CatalogSelectTrigger>
        <CatalogSelectMark />
        <CatalogSelectValue />
      </CatalogSelectTrigger>
      <CatalogSelectPortal>
        <CatalogSelectContent />
      </CatalogSelectPortal>
    </>
  );
}
