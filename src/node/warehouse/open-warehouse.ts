import type { Warehouse } from '../../warehouse/warehouse.ts';
import type { EngineName } from './address.ts';
import { openClickHouse } from './clickhouse.ts';
import type { SessionOptions } from './driver.ts';
import { openDuckDb } from './duckdb.ts';
import { openHive } from './hive.ts';
import { openMysql } from './mysql.ts';
import { openPostgres } from './postgres.ts';

const openers: Record<EngineName, (options: SessionOptions) => Promise<Warehouse>> = {
  postgres: openPostgres,
  mysql: openMysql,
  clickhouse: openClickHouse,
  hive: openHive,
  duckdb: openDuckDb,
};

/**
 * Opens a session with an engine.
 *
 * @throws {UsccError} `usage` when its driver is not installed, `input` with what the engine said
 */
export function openWarehouse(options: SessionOptions): Promise<Warehouse> {
  return openers[options.address.engine](options);
}
