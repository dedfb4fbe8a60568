import { matchEn } from './en.ts';
import { matchZh } from './zh.ts';

/** How a code stands to the registry. */
export type MatchStatusCode = 'matched' | 'other-name' | 'absent' | 'erroneous' | 'unconverted' | 'missing';

/** Why the registry's code is the one. */
export type MatchEvidenceCode =
  | 'repair-same-name'
  | 'repair-similar-name'
  | 'repair-unnamed'
  | 'organization-code'
  | 'same-name'
  | 'similar-name';

/** What `uscc match` says. */
export interface MatchMessages {
  help: Record<'usage' | 'summary' | 'files' | 'footer', string>;

  title(files: string, registry: string): string;
  coverage(facts: { covered: string; records: string; rate: string }): string;
  coverageOfCoded(facts: { coded: string; rate: string }): string;
  column(name: string): string;
  statuses: Record<MatchStatusCode, string>;
  evidenceTitle: string;
  evidences: Record<MatchEvidenceCode, string>;
  /** The sentence of a row of match.csv. */
  explain(status: MatchStatusCode, evidence: MatchEvidenceCode | null, registryCode: string | null): string;
  written(folder: string): string;
  outHint: string;
  elapsed(seconds: string): string;
}

export function matchMessagesFor(lang: 'zh' | 'en'): MatchMessages {
  return lang === 'zh' ? matchZh : matchEn;
}
