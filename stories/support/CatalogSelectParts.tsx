import {
  CatalogSelectContent,
  CatalogSelectEmpty,
  CatalogSelectItem,
  CatalogSelectItemHint,
  CatalogSelectItemText,
  CatalogSelectLabel,
  CatalogSelectMark,
  CatalogSelectPortal,
  CatalogSelectTrigger,
  CatalogSelectValue,
  useCatalogSelect,
} from "image-generation-node";

/** What stands inside of any of the four selects: label, trigger and the list with every option of the catalog. */
export function CatalogSelectParts() {
  const { options } = useCatalogSelect("CatalogSelectParts");
  return (
    <>
      <CatalogSelectLabel />
      <CatalogSelectTrigger>
        <CatalogSelectMark />
        <CatalogSelectValue />
      </CatalogSelectTrigger>
      <CatalogSelectPortal>
        <CatalogSelectContent>
          {options.map(({ value }) => (
            <CatalogSelectItem key={value ?? ""} value={value}>
              <CatalogSelectMark />
              <CatalogSelectItemText />
              <CatalogSelectItemHint />
            </CatalogSelectItem>
          ))}
          <CatalogSelectEmpty />
        </CatalogSelectContent>
      </CatalogSelectPortal>
    </>
  );
}
