export { FieldRoot as Root } from "./FieldRoot.js";
export { FieldLabel as Label } from "./FieldLabel.js";
export { FieldDescription as Description } from "./FieldDescription.js";
export { FieldError as Error } from "./FieldError.js";
