import { warnAboutProp } from "../internal/describeProp.js";

/** Warns about a catalog that breaks the contract, and names the first place that does. */
export function warnAboutCatalog(
  component: string,
  value: unknown,
  error: { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] },
): void {
  const [issue] = error.issues;
  const place = issue?.path.map(String).join(".");
  warnAboutProp({
    component,
    prop: "catalog",
    value,
    expected: `a catalog as GET /catalog answers it${place ? ` (${place}: ${issue?.message})` : ""}`,
    instead: "The back end is asked for it.",
  });
}
