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
  const describe = (model: CatalogImageModel | CatalogPromptModel) =>
    [
      model.kind === "demo" ? t("model.demo") : model.provider,
      ...(model.deprecated ? [t("model.deprecated")] : []),
    ].join(" · ");
  return [
    {
      value: null,
      label: first.label,
      note: t("model.defaultNote"),
      description: t("model.default"),
    },
    ...models.map((model) => ({
      value: model.id,
      label: model.label,
      note: model.kind === "demo" ? t("model.demo") : model.provider,
      description: describe(model),
      group: providers.size > 1 ? model.provider : undefined,
    })),
  ];
}
