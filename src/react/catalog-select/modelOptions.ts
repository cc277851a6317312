import type { CatalogImageModel, CatalogPromptModel } from "../../contract/index.js";
import type { useMessages } from "../messages/index.js";
import type { CatalogOption } from "./catalogOption.js";

/** The models of a workspace as options, the workspace's default first. */
export function modelOptions(
  t: ReturnType<typeof useMessages>,
  models: readonly (CatalogImageModel | CatalogPromptModel)[],
  defaultId: string | null | undefined,
): readonly CatalogOption[] {
  const first = models.find((model) => model.id === defaultId) ?? models[0];
  if (!first) return [];
  const providers = new Set(models.map((model) => model.provider));
  const grouped = providers.size > 1;
  const describe = (model: CatalogImageModel | CatalogPromptModel) => {
    const facts = [
      model.kind === "demo" ? t("model.demo") : grouped ? undefined : model.provider,
      model.deprecated ? t("model.deprecated") : undefined,
    ].filter((fact) => fact !== undefined);
    return facts.length > 0 ? facts.join(" · ") : undefined;
  };
  return [
    {
      value: null,
      label: t("model.default"),
      chosenLabel: first.label,
      note: t("model.defaultNote"),
      description: first.label,
    },
    ...models.map((model) => ({
      value: model.id,
      label: model.label,
      note: model.kind === "demo" ? t("model.demo") : model.provider,
      description: describe(model),
      group: grouped ? model.provider : undefined,
    })),
  ];
}
