// Everything of the editor's front end. The framework-free entries (template, contract, client) stay out: they have
// entries of their own, so that a back end never loads React. Other languages: image-generation-node/messages/….
export {
  ImageNodeProvider,
  ImageNodeScope,
  preloadParts,
  useCatalog,
  useGeneration,
  useImageNodeClient,
  useScope,
} from "./react/provider/index.js";
export type {
  CatalogState,
  GenerationStorage,
  ImageNodeProviderProps,
  ImageNodeScopeProps,
  RunInput,
  ScopeValue,
  UseCatalogResult,
  UseGenerationResult,
} from "./react/provider/index.js";
export { createTranslate, en, useAllMessages as useMessages } from "./react/messages/index.js";
export type { Message, MessageOverrides, PluralMessage, Translate } from "./react/messages/index.js";
export type { MessageKey } from "./react/messages/index.js";
export { Field, FieldDescription, FieldError, FieldLabel, FieldRoot, useField } from "./react/field/index.js";
export type {
  FieldContextValue,
  FieldLabelProps,
  FieldRootProps,
  FieldRootState,
} from "./react/field/index.js";
export {
  ConfigForm,
  ConfigFormCostEstimate,
  ConfigFormCredits,
  ConfigFormCount,
  ConfigFormError,
  ConfigFormGenerate,
  ConfigFormHints,
  ConfigFormReset,
  ConfigFormRoot,
  ConfigFormRunNote,
  ConfigFormSentData,
  promptHints,
  useConfigForm,
  useConfigFormValue,
} from "./react/config-form/index.js";
export type {
  ConfigFields,
  ConfigFormCountProps,
  ConfigFormCountState,
  ConfigFormGenerateProps,
  ConfigFormGenerateState,
  ConfigFormRootProps,
  ConfigFormRootState,
  ConfigPath,
  GenerateRunOptions,
  NamedStyle,
  PromptHint,
  PromptHintOptions,
  UseConfigFormResult,
} from "./react/config-form/index.js";
export { ModeSwitch, ModeSwitchContent, ModeSwitchDescription } from "./react/mode-switch/index.js";
export { ModeSwitchList, ModeSwitchRoot, ModeSwitchTrigger } from "./react/mode-switch/index.js";
export type { ModeSwitchContentProps, ModeSwitchListProps } from "./react/mode-switch/index.js";
export type { ModeSwitchRootProps, ModeSwitchRootState } from "./react/mode-switch/index.js";
export type { ModeSwitchTriggerProps } from "./react/mode-switch/index.js";
export {
  PromptEditor,
  PromptEditorDiagnostic,
  PromptEditorDiagnosticFix,
  PromptEditorDiagnosticJump,
  PromptEditorDiagnostics,
  PromptEditorEmpty,
  PromptEditorFrame,
  PromptEditorHighlight,
  PromptEditorHint,
  PromptEditorInput,
  PromptEditorInsertButton,
  PromptEditorLabel,
  PromptEditorResolved,
  PromptEditorRoot,
  PromptEditorSuggestion,
  PromptEditorSuggestions,
  useVariableAutocomplete,
} from "./react/prompt-editor/index.js";
export type {
  PromptEditorDiagnosticFixProps,
  PromptEditorDiagnosticJumpProps,
  PromptEditorDiagnosticProps,
  PromptEditorDiagnosticState,
  PromptEditorDiagnosticsProps,
  PromptEditorEmptyProps,
  PromptEditorFrameProps,
  PromptEditorHighlightProps,
  PromptEditorHighlightState,
  PromptEditorHintProps,
  PromptEditorInputProps,
  PromptEditorInputState,
  PromptEditorInsertButtonProps,
  PromptEditorInsertButtonState,
  PromptEditorLabelProps,
  PromptEditorLabelState,
  PromptEditorResolvedProps,
  PromptEditorResolvedState,
  PromptEditorRootProps,
  PromptEditorRootState,
  PromptEditorSuggestionProps,
  PromptEditorSuggestionState,
  PromptEditorSuggestionTypeState,
  PromptEditorSuggestionsProps,
  PromptEditorSuggestionsState,
  ResolvedSample,
  SearchResult,
  SearchVariables,
  VariableAutocomplete,
  VariableAutocompleteOptions,
} from "./react/prompt-editor/index.js";
export {
  AspectRatioSelect,
  AspectRatioSelectRoot,
  CatalogSelectContent,
  CatalogSelectEmpty,
  CatalogSelectGroup,
  CatalogSelectGroupLabel,
  CatalogSelectItem,
  CatalogSelectItemBadge,
  CatalogSelectNotice,
  CatalogSelectItemHint,
  CatalogSelectItemText,
  CatalogSelectLabel,
  CatalogSelectMark,
  CatalogSelectPortal,
  CatalogSelectTrigger,
  CatalogSelectValue,
  ImageModelSelect,
  ImageModelSelectRoot,
  PromptModelSelect,
  PromptModelSelectRoot,
  StyleSelect,
  StyleSelectRoot,
  useCatalogSelect,
} from "./react/catalog-select/index.js";
export type {
  AspectRatioSelectRootProps,
  CatalogOption,
  CatalogSelectItemBadgeState,
  CatalogSelectNoticeState,
  OptionBadge,
  OptionBadgeKind,
  CatalogSelectContentProps,
  CatalogSelectContextValue,
  CatalogSelectItemProps,
  CatalogSelectItemState,
  CatalogSelectKind,
  CatalogSelectParts,
  CatalogSelectSharedProps,
  CatalogSelectTriggerProps,
  CatalogSelectTriggerState,
  ImageModelSelectRootProps,
  PromptModelSelectRootProps,
  StyleSelectRootProps,
} from "./react/catalog-select/index.js";
export {
  ModelSettings,
  ModelSettingsControl,
  ModelSettingsDescription,
  ModelSettingsError,
  ModelSettingsField,
  ModelSettingsFields,
  ModelSettingsLabel,
  ModelSettingsReset,
  ModelSettingsRoot,
  ModelSettingsSummary,
  ModelSettingsUnused,
  useModelSettings,
  useSetting,
  useSettingWords,
} from "./react/model-settings/index.js";
export type {
  ModelSettingsContextValue,
  ModelSettingsControlProps,
  ModelSettingsFieldProps,
  ModelSettingsFieldsProps,
  ModelSettingsRootProps,
  ModelSettingsRootState,
  ModelSettingsSummaryProps,
  ModelSettingsSummaryState,
  SettingContextValue,
  SettingControlAttributes,
  SettingControlState,
  SettingWords,
} from "./react/model-settings/index.js";
export { References, ReferencesAdd, ReferencesItem, ReferencesList } from "./react/references/index.js";
export { ReferencesNote, ReferencesRoot, ReferencesStatus } from "./react/references/index.js";
export { ReferencesTitle, useReferences } from "./react/references/index.js";
export type { KnownPicture, ReferenceEntry, ReferencesContextValue } from "./react/references/index.js";
export type { ReferencesItemProps, ReferencesItemState } from "./react/references/index.js";
export type { ReferencesListProps, ReferencesNoteState } from "./react/references/index.js";
export type { ReferencesRootProps, ReferencesRootState } from "./react/references/index.js";
export type { ReferenceUpload, ReferenceUploadState } from "./react/references/index.js";
export {
  Preview,
  PreviewActions,
  PreviewAnnouncer,
  PreviewCancel,
  PreviewCopyImage,
  PreviewCopyReference,
  PreviewDownload,
  PreviewEmpty,
  PreviewExamples,
  PreviewError,
  PreviewExpiry,
  PreviewFix,
  PreviewFrame,
  PreviewImage,
  PreviewLinkNotice,
  PreviewMetadata,
  PreviewOpen,
  PreviewPartialImage,
  PreviewProgress,
  PreviewRegenerate,
  PreviewRejoin,
  PreviewRetry,
  PreviewRoot,
  PreviewStages,
  PreviewStatus,
  PreviewSteps,
  PreviewStopWaiting,
  PreviewUsage,
  PreviewWarnings,
  PreviewCompare,
  PreviewCompareDialog,
  PreviewCompareTrigger,
  PreviewCopyAttachmentId,
  PreviewFeedback,
  PreviewGallery,
  PreviewHistory,
  PreviewLate,
  PreviewPromptPreview,
  PreviewPin,
  PreviewPinned,
  PreviewProvenance,
  PreviewReferences,
  PreviewRestore,
  PreviewSettings,
  PreviewVariations,
  PreviewMissingSources,
  PreviewMoreLikeThis,
  PreviewKeepSeed,
  PreviewUseAsReference,
  PreviewZoom,
  PreviewZoomTrigger,
  useBatch,
  usePreview,
} from "./react/preview/index.js";
export type { BatchItem, BatchState, HistoryEntry, PreviewCompareProps } from "./react/preview/index.js";
export type { PreviewActionsState, PreviewErrorState, PreviewExpiryState } from "./react/preview/index.js";
export type { PreviewFrameState, PreviewGalleryState, PreviewLateState } from "./react/preview/index.js";
export type { PreviewLinkNoticeState, PreviewMetadataState } from "./react/preview/index.js";
export type { PreviewProgressState, PreviewPromptPreviewState } from "./react/preview/index.js";
export type { PreviewPinnedState, PreviewProvenanceState } from "./react/preview/index.js";
export type { PreviewReferencesState, PreviewStagesState } from "./react/preview/index.js";
export type { PreviewStatusState, PreviewStepsState, PreviewUsageState } from "./react/preview/index.js";
export type { PreviewVariationsState, PreviewWarningsState } from "./react/preview/index.js";
export type { PreviewCompareState, PreviewContextValue } from "./react/preview/index.js";
export type { PreviewExamplesProps, PreviewGalleryProps, PreviewTrouble } from "./react/preview/index.js";
export type { PreviewImageProps, PreviewImageState } from "./react/preview/index.js";
export type { PreviewRootProps, PreviewRootState } from "./react/preview/index.js";
export type { UseBatchOptions, UseBatchResult } from "./react/preview/index.js";
export { ImageNodePanel, Panel } from "./react/panel/index.js";
export { PanelReferenceImages, PanelReferences, PanelTools } from "./react/panel/index.js";
export {
  PanelActions,
  PanelDetails,
  PanelMoreActions,
  PanelPicture,
  PanelStopWaiting,
  PanelWrittenPrompt,
} from "./react/panel/index.js";
export { PanelFields, PanelFooter, PanelForm, PanelHeader, PanelRow } from "./react/panel/index.js";
export { PanelCost, PanelCount, PanelEditor, PanelGenerate, PanelModes } from "./react/panel/index.js";
export { PanelAspectRatio, PanelImageModel, PanelPromptModel, PanelStyle } from "./react/panel/index.js";
export { PanelPreview, PanelPreviewHeader, PanelSettings, PanelStage } from "./react/panel/index.js";
export {
  PanelError,
  PanelFacts,
  PanelFrame,
  PanelHistory,
  PanelPrompt,
  PanelVariations,
} from "./react/panel/index.js";
export type { ImageNodePanelProps, PanelEditorProps, PanelEditorState } from "./react/panel/index.js";
export type { PanelPartProps } from "./react/panel/index.js";
export { ConfigFormHint, ConfigFormHintApply, ConfigFormHintDismiss } from "./react/config-form/index.js";
export type { ConfigFormHintState, ConfigFormHintsProps } from "./react/config-form/index.js";
export { PreviewErrorReference, PreviewErrorText, PreviewErrorTitle } from "./react/preview/index.js";
export { PreviewStage, PreviewStageCopy, PreviewStageUse } from "./react/preview/index.js";
export type { PreviewStageState, PreviewStagesProps } from "./react/preview/index.js";
export type { PromptStage } from "./react/preview/index.js";
