import type { Catalog, CatalogImageModel } from "./catalogSchema.js";

/** Finds the image model that a configuration means: the named one, else the workspace's default. */
export function findImageModel(
  config: { imageModel?: string | null | undefined },
  { imageModels, defaults }: Pick<Catalog, "imageModels" | "defaults">,
): CatalogImageModel | undefined {
  const id = config.imageModel ?? defaults.imageModel ?? imageModels[0]?.id;
  return imageModels.find((candidate) => candidate.id === id);
}
