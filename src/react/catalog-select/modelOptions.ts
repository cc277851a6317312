import { listPrice } from "../../contract/index.js";
import type { CatalogImageModel, CatalogPromptModel } from "../../contract/index.js";
import { formatAmount } from "../internal/formatAmount.js";
import { wordUnit } from "../messages/index.js";
import type { useMessages } from "../messages/index.js";
import type { CatalogOption, OptionBadge } from "./CatalogOption.js";

type Model = CatalogImageModel | CatalogPromptModel;
type Messages = ReturnType<typeof useMessages>;

/**
 * Lists the models of a workspace as options: the workspace's default first, then each model under its provider.
 *
 * @param unit what one price is for
 */
export function modelOptions(
  t: Messages,
  models: readonly Model[],
  defaultId: string | null | undefined,
  unit: "image" | "prompt",
): readonly CatalogOption[] {
  const first = models.find((model) => model.id === defaultId) ?? models[0];
  if (!first) return [];
  const grouped = new Set(models.map((model) => model.provider)).size > 1;
  const priced = models.some((model) => model.price);
  const describe = (model: Model) => {
    const facts = [grouped ? undefined : model.provider, formatPrice(t, model, unit, priced)];
    return facts.filter((fact) => fact !== undefined).join(" · ") || undefined;
  };
  return [
    {
      value: null,
      label: t("model.default"),
      chosenLabel: first.label,
      note: t("model.defaultNote"),
      description: first.label,
      ...badgeOf(t, first),
    },
    ...models.map((model) => ({
      value: model.id,
      label: model.label,
      note: model.kind === "demo" ? undefined : model.provider,
      description: describe(model),
      group: grouped ? model.provider : undefined,
      ...badgeOf(t, model),
    })),
  ];
}

function badgeOf(t: Messages, model: Model): { badge?: OptionBadge; reason?: string } {
  if (model.deprecated) {
    return {
      badge: { kind: "deprecated", label: t("model.deprecated") },
      reason: t("model.deprecatedReason", { model: model.label }),
    };
  }
  return model.kind === "demo" ? { badge: { kind: "demo", label: t("model.demo") } } : {};
}

function formatPrice(t: Messages, model: Model, unit: "image" | "prompt", priced: boolean) {
  if (model.kind === "demo") return undefined;
  const price = listPrice(model);
  if (!price) return priced ? t("price.unknown") : undefined;
  const { min, max, currency } = price;
  const amount = formatAmount(t.locale, Number(min), Number(max), currency);
  // It may begin with a number, which would stand at the wrong end of a page from right to left.
  return `\u2068${t(`price.${unit}`, { amount: wordUnit(t, amount, currency, Number(max)) })}\u2069`;
}
