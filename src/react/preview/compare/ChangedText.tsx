"use client";
import { changedWords } from "./changedWords.js";

/** Text whose words are marked that the one before does not have. */
export function ChangedText({ before, after }: { before: string; after: string }) {
  return changedWords(before, after).map((run, index) =>
    run.changed ? (
      <ins key={index}>{run.text}</ins>
    ) : (
      <span key={index} data-imagenode-part="words">
        {run.text}
      </span>
    ),
  );
}
