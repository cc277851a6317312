/** The version of the execution contract that this package speaks. */
export const CONTRACT_VERSION = 1;

/** Every answer of a back end carries this header with {@link CONTRACT_VERSION} as its value. */
export const CONTRACT_HEADER = "Image-Generation-Contract";
