/**
 * Configurations as people chose them, by the one that a run got instead: with a seed that was drawn for it, and without
 * what its model does not have.
 */
export const chosenConfigs = new WeakMap<object, object>();
