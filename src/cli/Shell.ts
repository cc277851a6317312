/** Terminal and process that a command runs in. */
export interface Shell {
  /** Writes to the standard output. */
  print(text: string): void;
  /** Resolves when the process is asked to stop. */
  untilStopped(): Promise<void>;
}
