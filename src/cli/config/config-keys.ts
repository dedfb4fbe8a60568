import type { RuleChanges } from '../../licences/options.ts';
import type { Flag } from '../flags/flag.ts';
import { FLAGS } from '../flags/index.ts';

/** Whom a unit's problems are sent to. */
export interface UnitContact {
  unit: string;
  contact?: string;
  phone?: string;
}

/** What `uscc.json` says that is no flag: it goes into reports and into what is sent out. */
export interface Settings {
  organization?: string;
  period?: string;
  contact?: string;
  document?: string;
  units?: UnitContact[];
  /** Where the rules for licences and penalties differ. */
  licences?: RuleChanges;
}

/** Keys of {@link Settings} that hold a text. */
export const TEXT_KEYS = ['organization', 'period', 'contact', 'document'] as const;

/** Keys beside the long names of flags. */
export const OTHER_KEYS = ['$schema', 'lang', ...TEXT_KEYS, 'units', 'licences'] as const;

const OUTPUTS: ReadonlySet<Flag['type']> = new Set(['output', 'output-folder']);

/** Flags by their long names: each may mean different things in different commands. */
export const FLAGS_BY_NAME: ReadonlyMap<string, readonly Flag[]> = new Map(
  FLAGS.map(({ name }) => [name, (FLAGS as readonly Flag[]).filter((flag) => flag.name === name)]),
);

/** Whether a flag may stand in `uscc.json`. Where something is written, and what only one run means, is said on the command line. */
export function isSetting({ type, lineOnly }: Flag): boolean {
  return lineOnly !== true && !OUTPUTS.has(type);
}

/** Every key that may stand there. */
export function listKeys(): string[] {
  const names = [...FLAGS_BY_NAME].filter(([, flags]) => flags.some(isSetting)).map(([name]) => name);
  return [...new Set([...OTHER_KEYS, ...names])];
}
