/** What a command has to do with the world. */
export interface Shell {
  /** Writes to the standard output. */
  print(text: string): void;
  /** Resolves when the process is asked to stop. */
  untilStopped(): Promise<void>;
}
