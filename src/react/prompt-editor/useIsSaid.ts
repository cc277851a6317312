"use client";
import { useSyncExternalStore } from "react";
import { NO_PROBLEMS, usePromptEditor } from "./PromptEditorContext.js";

const noProblems = () => NO_PROBLEMS;

/** Tells whether the editor's list of problems says an error of the form already. */
export function useIsSaid(part: string, error: string | undefined): boolean {
  const { problems } = usePromptEditor(part);
  const { said } = useSyncExternalStore(problems.subscribe, problems.get, noProblems);
  return error !== undefined && said.includes(error);
}
