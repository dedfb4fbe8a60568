import type { RunOptions } from '../engine/options.ts';
import type { ReadOptions } from '../tables/input.ts';
import type { LicenceFinding } from './finding.ts';
import type { Category, CodeRole, LicenceRule, Need, Severity } from './rules.ts';

/** Where a province does otherwise than {@link LICENCE_RULES}; what is not named stays. */
export interface RuleChanges {
  /** Words of the category column. */
  words?: Record<string, Category>;
  needs?: Partial<Record<Category, Partial<Record<CodeRole, Need>>>>;
  severities?: Partial<Record<LicenceRule, Severity>>;
}

/** What is asked when tables of licences or penalties are judged. */
export interface LicenceOptions extends ReadOptions, RunOptions {
  rules?: RuleChanges;
  /** A registry: whether codes and names belong together, and the codes of legal persons that have none. */
  against?: string[];
  registryCodeColumn?: number | string;
  registryNameColumn?: number | string;
  /** How many findings are handed over: none (default), a handful, or every one: of each record in file order, then those over whole files. */
  findings?: 'none' | 'examples' | 'all';
  /** Whether notes are findings too. */
  notes?: boolean;
  onFindings?(batch: LicenceFinding[]): void | Promise<void>;
  /** Told once, before the first finding, what findings number, as `CheckOptions.onFiles` is. */
  onFiles?(paths: string[], sheets: (string | null)[]): void;
}
