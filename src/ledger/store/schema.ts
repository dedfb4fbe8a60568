/*
 * The ledger file. One row a problem; what happened to it stands in events, which are only added, but for those of a month that
 * is recorded anew.
 *
 *   meta      facts of the ledger: its id, its key, the organization, a count of writes
 *   months    the figures of each month of a series, as the report gives them
 *   runs      commands that wrote, in order
 *   problems ─┬─ events   opened, answered, corrected …, each of a run
 *             └─ undo     what the last month's record of each series changed, as it was before
 */

/** `uscc` as four letters: what `PRAGMA application_id` says of a ledger. */
export const applicationId = 0x75736363;

/** Each step leads from the version before it; the first from nothing. A ledger has the version of the last step done to it. */
export const migrations: readonly string[] = [
  `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE periods (
    period TEXT NOT NULL, at TEXT NOT NULL, definition TEXT NOT NULL, records INTEGER NOT NULL, codes INTEGER NOT NULL,
    has_problems INTEGER NOT NULL, figures TEXT NOT NULL, origin TEXT NOT NULL DEFAULT '', PRIMARY KEY (period, origin)
  );
  CREATE TABLE runs (id INTEGER PRIMARY KEY, at TEXT NOT NULL, command TEXT NOT NULL, period TEXT NOT NULL);
  CREATE TABLE problems (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL, code TEXT NOT NULL, code_key TEXT NOT NULL, name TEXT NOT NULL, name_key TEXT NOT NULL,
    unit TEXT NOT NULL, unit_key TEXT NOT NULL, joined TEXT, suggestion TEXT, said TEXT,
    first_period TEXT NOT NULL, last_period TEXT NOT NULL,
    from_check INTEGER NOT NULL, from_feedback INTEGER NOT NULL, due TEXT,
    answer_flag TEXT, answer_code TEXT, answer_note TEXT, answer_outside INTEGER NOT NULL DEFAULT 0,
    closed_as TEXT, closed_period TEXT, new_code TEXT, exempt TEXT, kept_among TEXT,
    origin TEXT, origin_number TEXT
  );
  CREATE INDEX problems_by_code ON problems (code_key);
  CREATE INDEX problems_by_origin ON problems (origin, origin_number) WHERE origin IS NOT NULL;
  CREATE TABLE events (
    id INTEGER PRIMARY KEY, problem INTEGER NOT NULL REFERENCES problems (id), run INTEGER NOT NULL REFERENCES runs (id),
    at TEXT NOT NULL, period TEXT NOT NULL, what TEXT NOT NULL, was TEXT, became TEXT
  );
  CREATE INDEX events_by_problem ON events (problem);
  CREATE TABLE undo (problem INTEGER PRIMARY KEY, before TEXT) WITHOUT ROWID;
  `,
  // Licences and penalties: months of two series, and problems that name a column.
  `
  CREATE TABLE months (
    series TEXT NOT NULL, period TEXT NOT NULL, origin TEXT NOT NULL DEFAULT '', at TEXT NOT NULL,
    has_problems INTEGER NOT NULL, figures TEXT NOT NULL, PRIMARY KEY (series, period, origin)
  );
  INSERT INTO months (series, period, origin, at, has_problems, figures)
    SELECT 'registry', period, origin, at, has_problems, figures FROM periods;
  DROP TABLE periods;
  ALTER TABLE problems ADD COLUMN role TEXT;
  `,
];
