import { cliMessagesFor } from '../../messages/cli/index.ts';
import { namePlaceholders } from '../command.ts';
import { spellFlag } from '../flags/add-flags.ts';
import { RUN_COMMANDS, type RunCommand } from '../flags/commands.ts';
import type { Flag } from '../flags/flag.ts';
import { GENERAL } from '../flags/general.ts';
import { listFlags } from '../flags/index.ts';

/** What a table lists: the flags of one command, those that say how tables are read, or those that every command takes. */
export type TableOf = RunCommand | 'reading' | 'general';
const TABLES: readonly string[] = [...RUN_COMMANDS, 'reading', 'general'];

/** Begins and ends what `npm run guide` writes. */
const MARKED = /(<!-- flags: ([a-z ]+) -->\n)[\s\S]*?(<!-- end of flags -->)/g;

/** A page of the guide with its tables of flags as they are defined now. */
export function refreshFlagTables(page: string, lang: 'zh' | 'en'): string {
  return page.replace(MARKED, (_, before: string, of: string, after: string) => {
    if (!TABLES.includes(of)) throw new Error(`no such table of flags: ${of}`);
    return before + renderFlagTable(of as TableOf, lang) + after;
  });
}

/** A table in Markdown, in the order of help. */
function renderFlagTable(of: TableOf, lang: 'zh' | 'en'): string {
  const rows = listTableFlags(of).map((flag) => `| ${spellInGuide(flag, lang)} | ${describeFlag(flag, lang)} |\n`);
  return `| ${lang === 'zh' ? '选项' : 'flag'} | |\n|---|---|\n${rows.join('')}`;
}

/** The flags of a command without those that stand in the table of reading. */
export function listTableFlags(of: TableOf): Flag[] {
  if (of === 'general') return [...GENERAL];
  const reading = listFlags('check').filter((flag) => flag.reading);
  return of === 'reading' ? reading : listFlags(of).filter((flag) => !reading.includes(flag));
}

/** What the guide says of a flag: its text, its values, and the one it has unless named. In Markdown. */
export function describeFlag(flag: Flag, lang: 'zh' | 'en'): string {
  const { remark } = cliMessagesFor(lang).help;
  const choices = (flag.choices ?? []).map((choice) => `\`${choice}\``);
  return `${(flag.guide ?? flag.help)[lang]}${remark(choices, flag.default === undefined ? null : `\`${flag.default}\``)}`;
}

function spellInGuide(flag: Flag, lang: 'zh' | 'en'): string {
  const spelled = namePlaceholders(spellFlag(flag), cliMessagesFor(lang))
    .replace(/[<[]([^\]>.]*)/, (bracket) => (lang === 'zh' ? bracket : bracket.toUpperCase()))
    .replace(/<(.*)>/, '$1')
    .replaceAll('|', '\\|');
  return `\`${spelled}\``;
}
