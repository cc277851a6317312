/** Most images that are asked for at once. */
export const MAX_VARIATIONS = 16;
