import { catalogSchema } from "../../contract/index.js";
import { warnAboutProp } from "../internal/describeProp.js";

/** Warns about a catalog that breaks the contract, and names the first place that does. */
export function warnAboutCatalog(component: string, value: unknown): void {
  const issue = catalogSchema.safeParse(value).error?.issues[0];
  const place = issue?.path.map(String).join(".");
  warnAboutProp({
    component,
    prop: "catalog",
    value,
    expected: `a catalog as GET /catalog answers it${place ? ` (${place}: ${issue?.message})` : ""}`,
    instead: "The back end is asked for it.",
  });
}
