export { ConfigFormRoot as Root } from "./ConfigFormRoot.js";
export { ConfigFormCostEstimate as CostEstimate } from "./ConfigFormCostEstimate.js";
export { ConfigFormError as Error } from "./ConfigFormError.js";
export { ConfigFormGenerate as Generate } from "./ConfigFormGenerate.js";
export { ConfigFormHints as Hints } from "./ConfigFormHints.js";
export { ConfigFormReset as Reset } from "./ConfigFormReset.js";
export { ConfigFormRunNote as RunNote } from "./ConfigFormRunNote.js";
export { ConfigFormSentData as SentData } from "./ConfigFormSentData.js";
