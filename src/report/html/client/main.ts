import type { FindingsData } from '../findings-data.ts';
import { DATA_ID, FINDINGS_ID } from '../ids.ts';
import { mountFindingsTable } from './findings-table.ts';

/** Brings the page to life. */
export function start(): void {
  const place = document.getElementById(FINDINGS_ID);
  const source = document.getElementById(DATA_ID);
  if (place === null || source === null) return;
  const data = JSON.parse(source.textContent ?? '') as FindingsData;
  source.remove();
  mountFindingsTable(place, data);
}
