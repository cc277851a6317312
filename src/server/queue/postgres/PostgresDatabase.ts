/** The tables of the run store, once they are there. */
export interface PostgresDatabase {
  /** Name of the schema, quoted for SQL. */
  readonly schema: string;
  /** Moment before which a run counts as forgotten. */
  readonly oldest: () => number;
  /**
   * Runs a statement, and runs it again when the connection was lost: it must be safe to repeat.
   *
   * @param patienceMs longest time of all attempts
   */
  readonly query: <Row>(text: string, values: unknown[], patienceMs?: number) => Promise<Row[]>;
  /** Has what is forgotten deleted in the background, if it is time. */
  readonly sweep: () => void;
}
