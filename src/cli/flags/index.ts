import { CLEANING } from './cleaning.ts';
import type { RunCommand } from './commands.ts';
import { ENGINES } from './engines.ts';
import type { Flag } from './flag.ts';
import { JUDGING } from './judging.ts';
import { LEDGER } from './ledger.ts';
import { MAKING } from './making.ts';
import { OUTPUTS } from './outputs.ts';
import { READING } from './reading.ts';
import { REGISTRY } from './registry.ts';
import { SERVING } from './serving.ts';

/** Every flag of every command, in the order in which help lists them. */
export const FLAGS = [
  ...OUTPUTS,
  ...REGISTRY,
  ...CLEANING,
  ...LEDGER,
  ...SERVING,
  ...JUDGING,
  ...MAKING,
  ...READING,
  ...ENGINES,
] as const;

/** Those of one command. */
export function listFlags(command: RunCommand): Flag[] {
  return (FLAGS as readonly Flag[]).filter(({ commands }) => commands.includes(command));
}

/** `newest-first` → `newestFirst`, `no-header` → `header`: the name that the parser gives a flag. */
export function toKey({ name }: Pick<Flag, 'name'>): string {
  return name.replace(/^no-/, '').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
