import { refuse } from '../../messages/refusal/index.ts';

export type EngineName = 'postgres' | 'mysql' | 'clickhouse' | 'hive' | 'duckdb';

/** Where an engine is, and as whom it is asked. */
export interface Address {
  engine: EngineName;
  /** As reports show it. */
  shown: string;
  host: string;
  port: number;
  user: string | undefined;
  /** The database, or the file of DuckDB; empty: the engine's default. */
  database: string;
  parameters: URLSearchParams;
}

const schemes: Record<string, [engine: EngineName, port: number]> = {
  'postgres:': ['postgres', 5432],
  'postgresql:': ['postgres', 5432],
  'mysql:': ['mysql', 3306],
  'mariadb:': ['mysql', 3306],
  'clickhouse:': ['clickhouse', 8123],
  'hive2:': ['hive', 10_000],
};

/** Whether an argument names an engine and not a file. */
export function isAddress(text: string): boolean {
  return /^duckdb:/i.test(text) || /^[a-z][a-z0-9]+:\/\//i.test(text);
}

/** @throws {UsccError} `usage` when it is no address of an engine, or holds a password */
export function parseAddress(text: string): Address {
  if (/^duckdb:/i.test(text)) {
    const database = text.slice('duckdb:'.length);
    return {
      engine: 'duckdb',
      shown: text,
      host: '',
      port: 0,
      user: undefined,
      database,
      parameters: new URLSearchParams(),
    };
  }
  const url = URL.canParse(text) ? new URL(text) : null;
  const scheme = schemes[url?.protocol ?? ''];
  if (url === null || scheme === undefined || url.hostname === '') {
    throw refuse('usage', { kind: 'bad-address', address: text.replace(/\/\/[^@/]*@/, '//') });
  }
  if (url.password !== '' || url.searchParams.has('password')) {
    throw refuse('usage', { kind: 'password-in-address', remedies: [{ kind: 'password' }] });
  }
  const [engine, port] = scheme;
  return {
    engine,
    shown: `${url.protocol}//${url.host}${url.pathname === '/' ? '' : url.pathname}`,
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? port : Number(url.port),
    user: url.username === '' ? undefined : decodeURIComponent(url.username),
    database: decodeURIComponent(url.pathname.slice(1)),
    parameters: url.searchParams,
  };
}
