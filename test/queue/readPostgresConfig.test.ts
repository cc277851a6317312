import pg from "pg";
import { describe, expect, it } from "vitest";
import { readPostgresConfig } from "../../src/server/queue/engine/readPostgresConfig.js";

/** What a client of `pg` makes of a configuration. */
function readByPg(config: pg.ClientConfig) {
  const client = new pg.Client(config);
  const { connectionParameters } = client as unknown as { connectionParameters: { options?: string } };
  const { host, port, user, database, password } = client;
  return { options: connectionParameters.options, address: { host, port, user, database, password } };
}

const SEARCH_PATH = '-c search_path="bullmq"';
const optionsOf = (given: Parameters<typeof readPostgresConfig>[0], environment = {}) =>
  readByPg(readPostgresConfig(given, environment).pool).options;

describe("readPostgresConfig", () => {
  it.each([
    ["postgres://u:p@h/db", SEARCH_PATH],
    ["postgres://u:p@h/db?sslmode=disable", SEARCH_PATH],
    ["postgres://u:p@h/db?options=-c%20statement_timeout%3D5000", `-c statement_timeout=5000 ${SEARCH_PATH}`],
    ["postgres://u:p@h/db?options=-c statement_timeout=5000", `-c statement_timeout=5000 ${SEARCH_PATH}`],
    ["postgres://u:p@h/db?options=-c+statement_timeout=5000", `-c statement_timeout=5000 ${SEARCH_PATH}`],
    [
      "postgres://u:p@h/db?options=--statement_timeout=5s&sslmode=disable",
      `--statement_timeout=5s ${SEARCH_PATH}`,
    ],
    ["postgres://u:p@h/db?options=a&options=-c%20x%3D1", `-c x=1 ${SEARCH_PATH}`],
    ["postgres://u:p@h/db?options=-c%20timezone%3D%2B02#part", `-c timezone=+02 ${SEARCH_PATH}`],
    ["postgres://u:p@h/db?options=-csearch_path%3Dapp%2Cpublic", `-csearch_path=app,public ${SEARCH_PATH}`],
    ["postgres://u:100% sure@h/db?options=-c%20x=1", `-c x=1 ${SEARCH_PATH}`],
    ["postgres://u:p@/db?host=/var/run/postgresql&options=-c%20x%3D1", `-c x=1 ${SEARCH_PATH}`],
    ["postgres://%2Fvar%2Frun%2Fpostgresql/db?options=-c%20x%3D1", `-c x=1 ${SEARCH_PATH}`],
    ["socket:/var/run/postgresql?db=db&encoding=utf8&options=-c%20x%3D1", `-c x=1 ${SEARCH_PATH}`],
    ["/var/run/postgresql db", SEARCH_PATH],
  ])("joins the options of %s, and leads to the same database", (connectionString, options) => {
    for (const given of [connectionString, { connectionString, max: 3 }]) {
      const { pool } = readPostgresConfig(given, {});
      expect(readByPg(pool).options).toBe(options);
      expect(readByPg(pool).address).toEqual(readByPg({ connectionString }).address);
    }
  });

  it("joins the options of a configuration with those of its connection string, which come last", () => {
    expect(optionsOf({ options: "-c x=1", host: "h" })).toBe(`-c x=1 ${SEARCH_PATH}`);
    const connectionString = "postgres://u:p@h/db?options=-c%20x%3D2";
    expect(optionsOf({ options: "-c x=1", connectionString })).toBe(`-c x=1 -c x=2 ${SEARCH_PATH}`);
  });

  it("takes the environment's options where there are no others, as `pg` does", () => {
    const environment = { PGOPTIONS: "-c x=3" };
    expect(optionsOf("postgres://u:p@h/db", environment)).toBe(`-c x=3 ${SEARCH_PATH}`);
    expect(optionsOf({ options: "-c x=1" }, environment)).toBe(`-c x=1 ${SEARCH_PATH}`);
  });

  it("takes a schema, and refuses one that BullMQ does not take", () => {
    expect(readPostgresConfig({ schema: "Jobs" }, {})).toMatchObject({
      schema: "Jobs",
      pool: { options: '-c search_path="Jobs"' },
    });
    expect(() => readPostgresConfig({ schema: 'a"b' }, {})).toThrow(/cannot use the schema/);
    expect(() => readPostgresConfig({ schema: "a".repeat(64) }, {})).toThrow(/cannot use the schema/);
  });

  it("makes tables unless it is told not to", () => {
    expect(readPostgresConfig({}, {}).migrate).toBe(true);
    expect(readPostgresConfig({ migrate: false }, {}).migrate).toBe(false);
    expect(readPostgresConfig({ skipMigrations: true }, {}).migrate).toBe(false);
  });

  it("gives every wait an end, and lets the host choose others", () => {
    expect(readPostgresConfig("postgres://h/db", {}).pool).toMatchObject({
      max: 2,
      connectionTimeoutMillis: 5_000,
      query_timeout: 30_000,
      keepAlive: true,
    });
    const own = { max: 7, connectionTimeoutMillis: 100, query_timeout: 200, keepAlive: false };
    expect(readPostgresConfig(own, {}).pool).toMatchObject(own);
  });
});
