import {
  CatalogSelectContent,
  CatalogSelectLabel,
  CatalogSelectMark,
  CatalogSelectPortal,
  CatalogSelectTrigger,
  CatalogSelectValue,
} from "image-generation-node";

/** What stands inside of any of the four selects: label, trigger and the list, which shows the catalog by itself. */
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
