import type { Dialect } from './dialect.ts';
import type { Survey } from './survey.ts';

/** One file, understood: what is scanned, and what the report says of it. */
export interface FilePlan extends Omit<Survey, 'rows' | 'isAllRead' | 'scanned'> {
  dialect: Dialect;
  codeColumn: string;
  nameColumn: string | null;
  unitColumn: string | null;
}
