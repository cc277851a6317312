export { canonicalJson } from "./canonicalJson.js";
export { classifyReference } from "./classifyReference.js";
export { createVariableIndex } from "./createVariableIndex.js";
export { diagnoseTemplate } from "./diagnoseTemplate.js";
export { findTrigger } from "./findTrigger.js";
export { formatPath } from "./formatPath.js";
export { limitDiagnostics } from "./limitDiagnostics.js";
export { listReferences } from "./listReferences.js";
export { outputVariables } from "./outputVariables.js";
export { parsePath } from "./parsePath.js";
export { parseTemplate } from "./parseTemplate.js";
export { pickVariables } from "./pickVariables.js";
export { renameReferences } from "./renameReferences.js";
export { resolveTemplate } from "./resolveTemplate.js";
export { resolveWithin } from "./resolveWithin.js";
export { scanTokens } from "./scanTokens.js";
export { schemaFromType } from "./schemaFromType.js";
export { sourcesFromPaths } from "./sourcesFromPaths.js";
export type { ReferenceClass } from "./classifyReference.js";
export type { VariableIndexOptions } from "./createVariableIndex.js";
export type { DiagnoseOptions } from "./diagnoseTemplate.js";
export type { Trigger } from "./findTrigger.js";
export type { ParsedTemplate } from "./parseTemplate.js";
export type { ResolvedTemplate } from "./resolveWithin.js";
export type { TokenRange } from "./scanTokens.js";
export type { TypeDescription } from "./schemaFromType.js";
export type { DescribedPath, SourceNode, SourcePath, SourcesFromPathsOptions } from "./sourcesFromPaths.js";
export type {
  Diagnostic,
  DiagnosticCode,
  JSONSchema,
  ReferencePart,
  Severity,
  TemplateReference,
  TextPart,
  TextRange,
  Variable,
  VariableIndex,
  VariableSource,
  VariableType,
} from "./types.js";
