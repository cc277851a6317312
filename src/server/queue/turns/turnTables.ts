/**
 * Tables of the lines, and the functions that each call is. Functions, because a statement sees the rows as they were
 * before it waited for a lock, and each statement of a function sees them anew.
 *
 * @param schema name of the schema, quoted for SQL
 */
export function turnTables(schema: string): string {
  const sql = [TABLES, LOCK, OPEN, WAIT, REFUSE, ENTER, LEAVE, OVERDUE].join("\n");
  const text = schema.replaceAll("'", "''");
  return sql.replaceAll("'SCHEMA.", () => `'${text}.`).replaceAll("SCHEMA.", () => `${schema}.`);
}

// `ready_at` is NULL for a run that is held; `opened_by` is the run whose leaving made this one ready.
const TABLES = `
CREATE TABLE IF NOT EXISTS SCHEMA.waiting
  (id text PRIMARY KEY, queue text NOT NULL, workspace text NOT NULL,
   place bigint GENERATED ALWAYS AS IDENTITY, until bigint NOT NULL, ready_at bigint, opened_by text);
CREATE INDEX IF NOT EXISTS waiting_line ON SCHEMA.waiting (queue, workspace, (ready_at IS NULL), place);
CREATE INDEX IF NOT EXISTS waiting_opened_by ON SCHEMA.waiting (opened_by) WHERE opened_by IS NOT NULL;
CREATE TABLE IF NOT EXISTS SCHEMA.starts
  (queue text PRIMARY KEY, opened_at bigint NOT NULL, started bigint NOT NULL);
CREATE TABLE IF NOT EXISTS SCHEMA.promises
  (queue text, workspace text, promised_at bigint NOT NULL, PRIMARY KEY (queue, workspace));`;

/** Locks a line until the end of the statement; under a limit, all lines of the queue. */
const LOCK = `
CREATE OR REPLACE FUNCTION SCHEMA.lock_of_turn(p_queue text, p_workspace text, p_tokens bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE AS $turns$
  SELECT hashtextextended(
    'SCHEMA.waiting ' || p_queue || CASE WHEN p_tokens IS NULL THEN ' ' || p_workspace ELSE '' END, 0);
$turns$;`;

/** Makes held runs ready while the window of their line is open. */
const OPEN = `
CREATE OR REPLACE FUNCTION SCHEMA.open_turns(
  p_queue text, p_workspace text, p_now bigint, p_window bigint, p_opener text) RETURNS text[]
LANGUAGE sql AS $turns$
  WITH opened AS (
    UPDATE SCHEMA.waiting SET ready_at = p_now, opened_by = p_opener
    WHERE id IN (
      SELECT id FROM SCHEMA.waiting
      WHERE queue = p_queue AND workspace = p_workspace AND ready_at IS NULL AND until > p_now
      ORDER BY place LIMIT greatest(0, p_window - (
        SELECT count(*) FROM SCHEMA.waiting
        WHERE queue = p_queue AND workspace = p_workspace AND ready_at IS NOT NULL AND until > p_now)))
    RETURNING id, place)
  SELECT coalesce(array_agg(id ORDER BY place), '{}') FROM opened;
$turns$;`;

/** Milliseconds until a run of the workspace would start: who is before it in the ring, and what the limit has left. */
const WAIT = `
CREATE OR REPLACE FUNCTION SCHEMA.wait_for_turn(
  p_queue text, p_workspace text, p_now bigint, p_window bigint, p_tokens bigint, p_span bigint) RETURNS bigint
LANGUAGE plpgsql AS $turns$
DECLARE v_own bigint; v_ahead bigint; v_left bigint; v_next bigint;
BEGIN
  SELECT count(*) INTO v_own FROM SCHEMA.waiting
    WHERE queue = p_queue AND workspace = p_workspace AND until > p_now;
  SELECT v_own + coalesce(sum(least(n, v_own + p_window)), 0) INTO v_ahead FROM (
    SELECT count(*) AS n FROM SCHEMA.waiting
    WHERE queue = p_queue AND workspace <> p_workspace AND until > p_now GROUP BY workspace) AS others;
  SELECT greatest(0, p_tokens - started), opened_at + p_span - p_now INTO v_left, v_next
    FROM SCHEMA.starts WHERE queue = p_queue AND opened_at + p_span > p_now;
  IF NOT FOUND THEN v_left := p_tokens; v_next := p_span; END IF;
  RETURN CASE WHEN v_ahead < v_left THEN 0 ELSE v_next + (v_ahead - v_left) / p_tokens * p_span END;
END $turns$;`;

/** Milliseconds after which a refused run may come again: each later than the one before, at the rate of the limit. */
const REFUSE = `
CREATE OR REPLACE FUNCTION SCHEMA.refuse_turn(
  p_queue text, p_workspace text, p_now bigint, p_wait bigint, p_tokens bigint, p_span bigint) RETURNS bigint
LANGUAGE plpgsql AS $turns$
DECLARE v_others bigint; v_step bigint; v_first bigint; v_promised bigint;
BEGIN
  SELECT count(*) INTO v_others FROM SCHEMA.promises
    WHERE queue = p_queue AND workspace <> p_workspace AND promised_at > p_now;
  v_step := ceil((v_others + 1) * p_span / p_tokens::numeric);
  v_first := p_now + greatest(p_wait, v_step);
  -- A promise that is lost costs nobody anything.
  PERFORM set_config('synchronous_commit', 'off', true);
  INSERT INTO SCHEMA.promises AS held VALUES (p_queue, p_workspace, v_first)
    ON CONFLICT (queue, workspace) DO UPDATE SET promised_at = CASE
      WHEN held.promised_at + v_step > v_first + 3600000 THEN v_first
      ELSE greatest(held.promised_at + v_step, v_first) END
    RETURNING promised_at INTO v_promised;
  RETURN v_promised - p_now;
END $turns$;`;

const ENTER = `
CREATE OR REPLACE FUNCTION SCHEMA.enter_turn(
  p_queue text, p_workspace text, p_id text, p_until bigint, p_now bigint, p_window bigint,
  p_admit_by bigint, p_tokens bigint, p_span bigint, OUT ready text[], OUT refused_ms bigint)
LANGUAGE plpgsql AS $turns$
DECLARE v_wait bigint; v_is_ready boolean;
BEGIN
  PERFORM pg_advisory_xact_lock(SCHEMA.lock_of_turn(p_queue, p_workspace, p_tokens));
  IF NOT EXISTS (SELECT 1 FROM SCHEMA.waiting WHERE id = p_id) THEN
    IF p_tokens IS NOT NULL THEN
      v_wait := SCHEMA.wait_for_turn(p_queue, p_workspace, p_now, p_window, p_tokens, p_span);
      IF p_now + v_wait > p_admit_by THEN
        ready := '{}';
        refused_ms := SCHEMA.refuse_turn(p_queue, p_workspace, p_now, v_wait, p_tokens, p_span);
        RETURN;
      END IF;
    END IF;
    -- Written once where nobody is before it.
    v_is_ready := NOT EXISTS (
        SELECT 1 FROM SCHEMA.waiting
        WHERE queue = p_queue AND workspace = p_workspace AND ready_at IS NULL AND until > p_now)
      AND p_window > (
        SELECT count(*) FROM SCHEMA.waiting
        WHERE queue = p_queue AND workspace = p_workspace AND ready_at IS NOT NULL AND until > p_now);
    INSERT INTO SCHEMA.waiting (id, queue, workspace, until, ready_at)
      VALUES (p_id, p_queue, p_workspace, p_until, CASE WHEN v_is_ready THEN p_now END);
    IF v_is_ready THEN ready := ARRAY[p_id]; RETURN; END IF;
  END IF;
  ready := SCHEMA.open_turns(p_queue, p_workspace, p_now, p_window, NULL);
  IF p_id <> ALL (ready) AND EXISTS (
    SELECT 1 FROM SCHEMA.waiting WHERE id = p_id AND ready_at IS NOT NULL) THEN
    ready := ready || p_id;
  END IF;
END $turns$;`;

const LEAVE = `
CREATE OR REPLACE FUNCTION SCHEMA.leave_turn(
  p_queue text, p_id text, p_is_start boolean, p_now bigint, p_window bigint, p_tokens bigint, p_span bigint)
  RETURNS text[]
LANGUAGE plpgsql AS $turns$
DECLARE v_workspace text;
BEGIN
  SELECT workspace INTO v_workspace FROM SCHEMA.waiting WHERE id = p_id AND queue = p_queue;
  IF FOUND THEN
    PERFORM pg_advisory_xact_lock(SCHEMA.lock_of_turn(p_queue, v_workspace, p_tokens));
    DELETE FROM SCHEMA.waiting WHERE id = p_id;
    IF FOUND THEN
      IF p_is_start AND p_tokens IS NOT NULL THEN
        -- A full span with one start more is a new one: starts are noted a little after they happen.
        INSERT INTO SCHEMA.starts AS known VALUES (p_queue, p_now, 1) ON CONFLICT (queue) DO UPDATE SET
          opened_at = CASE WHEN known.opened_at + p_span <= p_now OR known.started >= p_tokens
            THEN p_now ELSE known.opened_at END,
          started = CASE WHEN known.opened_at + p_span <= p_now OR known.started >= p_tokens
            THEN 1 ELSE known.started + 1 END;
      END IF;
      RETURN SCHEMA.open_turns(p_queue, v_workspace, p_now, p_window, p_id);
    END IF;
  END IF;
  -- Its answer may have been lost: those that it made ready are told again, until they leave.
  RETURN coalesce((SELECT array_agg(id ORDER BY place) FROM SCHEMA.waiting
    WHERE opened_by = p_id AND queue = p_queue), '{}');
END $turns$;`;

const OVERDUE = `
CREATE OR REPLACE FUNCTION SCHEMA.overdue_turns(
  p_queue text, p_now bigint, p_window bigint, p_tokens bigint, p_ready_before bigint, p_most bigint,
  OUT ready text[], OUT expired text[], OUT expired_ready text[])
LANGUAGE plpgsql AS $turns$
DECLARE v_workspace text;
BEGIN
  ready := '{}'; expired := '{}'; expired_ready := '{}';
  -- One process at a time is enough.
  IF NOT pg_try_advisory_xact_lock(hashtextextended('SCHEMA.overdue ' || p_queue, 0)) THEN RETURN; END IF;
  DELETE FROM SCHEMA.promises WHERE queue = p_queue AND promised_at <= p_now;
  WITH old AS (
    SELECT id FROM SCHEMA.waiting WHERE queue = p_queue AND until <= p_now
    ORDER BY until LIMIT p_most FOR UPDATE SKIP LOCKED),
  gone AS (DELETE FROM SCHEMA.waiting AS held USING old WHERE held.id = old.id RETURNING held.id, held.ready_at)
  SELECT coalesce(array_agg(id) FILTER (WHERE ready_at IS NULL), '{}'),
         coalesce(array_agg(id) FILTER (WHERE ready_at IS NOT NULL), '{}')
    INTO expired, expired_ready FROM gone;
  WITH stale AS (
    SELECT id FROM SCHEMA.waiting WHERE queue = p_queue AND ready_at <= p_ready_before AND until > p_now
    ORDER BY ready_at LIMIT p_most FOR UPDATE SKIP LOCKED),
  again AS (
    UPDATE SCHEMA.waiting AS held SET ready_at = p_now FROM stale WHERE held.id = stale.id
    RETURNING held.id, held.place)
  SELECT coalesce(array_agg(id ORDER BY place), '{}') INTO ready FROM again;
  FOR v_workspace IN
    SELECT workspace FROM (
      SELECT DISTINCT workspace FROM SCHEMA.waiting
      WHERE queue = p_queue AND ready_at IS NULL AND until > p_now) AS lines
    WHERE p_window > (
      SELECT count(*) FROM SCHEMA.waiting AS held
      WHERE held.queue = p_queue AND held.workspace = lines.workspace AND ready_at IS NOT NULL AND until > p_now)
  LOOP
    -- A line that somebody else holds is opened by them.
    IF pg_try_advisory_xact_lock(SCHEMA.lock_of_turn(p_queue, v_workspace, p_tokens)) THEN
      ready := ready || SCHEMA.open_turns(p_queue, v_workspace, p_now, p_window, NULL);
    END IF;
  END LOOP;
END $turns$;`;
