export { canonicalJson } from "./canonicalJson.js";
export { classifyReference } from "./classifyReference.js";
export { createPathLanguage } from "./createPathLanguage.js";
export { createVariableIndex } from "./createVariableIndex.js";
export { diagnoseTemplate } from "./diagnoseTemplate.js";
export { diagnoseTokens } from "./diagnoseTokens.js";
export { displayDiagnostic } from "./displayDiagnostic.js";
export { displayVariable } from "./displayVariable.js";
export { doubleBraceLanguage } from "./doubleBraceLanguage.js";
export { doubleBraceSyntax } from "./doubleBraceSyntax.js";
export { drillToken } from "./drillToken.js";
export { escapeDoubleBraces } from "./escapeDoubleBraces.js";
export { formatDoubleBraces } from "./formatDoubleBraces.js";
export { findSoleToken } from "./findSoleToken.js";
export { findTrigger } from "./findTrigger.js";
export { formatPath } from "./formatPath.js";
export { guardLanguage } from "./guardLanguage.js";
export { limitDiagnostics } from "./limitDiagnostics.js";
export { listReferences } from "./listReferences.js";
export { outputVariables } from "./outputVariables.js";
export { parsePath } from "./parsePath.js";
export { parseTemplate } from "./parseTemplate.js";
export { pickVariables } from "./pickVariables.js";
export { readVariable } from "./readVariable.js";
export { renameReferences } from "./renameReferences.js";
export { replaceToken } from "./replaceToken.js";
export { resolveTemplate } from "./resolveTemplate.js";
export { resolveWithin } from "./resolveWithin.js";
export { sampleValues } from "./sampleValues.js";
export { scanTokens } from "./scanTokens.js";
export { schemaFromType } from "./schemaFromType.js";
export { sourcesFromPaths } from "./sourcesFromPaths.js";
export { tailOf } from "./tailOf.js";
export { triggerAt } from "./triggerAt.js";
export type { ReferenceClass } from "./classifyReference.js";
export type { VariableIndexOptions } from "./createVariableIndex.js";
export type { DiagnoseTokensOptions } from "./diagnoseTokens.js";
export type { DiagnoseOptions } from "./diagnoseTemplate.js";
export type { FindTriggerOptions } from "./findTrigger.js";
export type { Trigger } from "./triggerAt.js";
export type { DrilledToken } from "./drillToken.js";
export type { ParsedTemplate } from "./parseTemplate.js";
export type { PathLanguageOptions, PathSpelling } from "./path-language/PathLanguageOptions.js";
export type { ResolvedTemplate } from "./resolveWithin.js";
export type {
  LanguageReader,
  ResolvedText,
  ResolveOptions,
  TemplateLanguage,
  TemplatePath,
  TemplateToken,
  TokenFault,
} from "./TemplateLanguage.js";
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
