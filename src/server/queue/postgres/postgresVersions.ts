import { turnTables } from "../turns/turnTables.js";

/** Step from one version of the tables to the next. */
export interface PostgresVersion {
  /** Version that it leads to. */
  readonly to: number;
  /** SQL of the step; the schema's name is quoted. */
  readonly change: (schema: string) => string;
}

/**
 * Steps that lead to today's tables, in order. Processes of the version before run beside them for a while, so a step
 * adds and never takes away; `works_from` of the table `versions` says which version still works with the result.
 */
export const POSTGRES_VERSIONS: readonly PostgresVersion[] = [
  {
    to: 1,
    // Records are text: jsonb would refuse a prompt that holds the character U+0000.
    change: (schema) => `
      CREATE SCHEMA IF NOT EXISTS ${schema};
      CREATE TABLE ${schema}.runs
        (place text PRIMARY KEY, created_at bigint NOT NULL, revision bigint NOT NULL, record text NOT NULL);
      CREATE TABLE ${schema}.keys
        (place text PRIMARY KEY, run_place text, created_at bigint NOT NULL, kept text);
      CREATE INDEX ON ${schema}.runs (created_at);
      CREATE INDEX ON ${schema}.keys (created_at);`,
  },
  {
    to: 2,
    // Requests stand apart: a run changes some times, its request never. They go with the runs that end, so their table is small
    // where it is vacuumed often. Room in a page lets a row change within it.
    change: (schema) => `
      ALTER TABLE ${schema}.runs ADD COLUMN listeners text[] NOT NULL DEFAULT '{}';
      ALTER TABLE ${schema}.runs SET (fillfactor = 50);
      CREATE TABLE ${schema}.requests (place text PRIMARY KEY, request text NOT NULL)
        WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
      CREATE TABLE ${schema}.chores (name text PRIMARY KEY, done_at bigint NOT NULL);
      INSERT INTO ${schema}.chores VALUES ('sweep', 0);
      ${turnTables(schema)}
      CREATE TABLE ${schema}.versions
        (version integer PRIMARY KEY, works_from integer NOT NULL, made_at timestamptz NOT NULL DEFAULT now());
      INSERT INTO ${schema}.versions VALUES (2, 1);`,
  },
  {
    to: 3,
    // Apart from the runs, which are not locked for it: hosts without reservations have no row here.
    change: (schema) => `
      CREATE TABLE ${schema}.reservations (place text PRIMARY KEY, due_at bigint NOT NULL)
        WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
      CREATE INDEX ON ${schema}.reservations (due_at);
      INSERT INTO ${schema}.versions VALUES (3, 1);`,
  },
];
