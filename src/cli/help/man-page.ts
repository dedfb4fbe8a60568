import { cliMessagesFor } from '../../messages/cli/index.ts';
import { namePlaceholders } from '../command.ts';
import { spellFlag } from '../flags/add-flags.ts';
import { COMMAND_HELP, type CommandHelp } from '../flags/command-help.ts';
import { RUN_COMMANDS, type RunCommand } from '../flags/commands.ts';
import type { Flag } from '../flags/flag.ts';
import { describeFlag, listTableFlags, type TableOf } from './flag-table.ts';
import type { GuidePage } from './guide-pages.ts';

const HEADINGS = {
  en: {
    name: 'NAME',
    usage: 'SYNOPSIS',
    about: 'DESCRIPTION',
    general: 'OPTIONS OF EVERY COMMAND',
    exit: 'EXIT STATUS',
    more: 'SEE ALSO',
  },
  zh: { name: '名称', usage: '用法', about: '说明', general: '各命令共有的选项', exit: '退出码', more: '另见' },
} as const;

/** The manual as one page in roff, the markup of man(7). */
export async function renderManPage(version: string, pages: readonly GuidePage[], lang: 'zh' | 'en'): Promise<string> {
  const { help } = cliMessagesFor(lang);
  const heading = HEADINGS[lang];
  const exitCodes = /^(?:Exit codes:|退出码：)[\s\S]*/m.exec(help.footer)?.[0] ?? '';
  const commands = await Promise.all(
    RUN_COMMANDS.map(async (name) => ({ name, help: await COMMAND_HELP[name](lang) })),
  );
  const lines = [
    `.TH USCC 1 "" "uscc-toolkit ${version}"`,
    `.SH ${heading.name}`,
    escapeRoff(`uscc - ${help.program}`),
    `.SH ${heading.usage}`,
    ...commands.flatMap(({ name, help: { usage } }) => ['.B', `uscc ${name}`, escapeRoff(usage), '.br']),
    `.SH ${heading.about}`,
    escapeRoff(help.program),
    ...describeFlags('general', heading.general, lang),
    ...commands.flatMap(({ name, help }) => describeCommand(name, help, lang)),
    ...describeFlags('reading', help.reading, lang),
    `.SH ${heading.exit}`,
    '.nf',
    ...exitCodes.split('\n').map(escapeRoff),
    '.fi',
    `.SH ${heading.more}`,
    ...pages.flatMap(({ topic, title }) => ['.TP', `.B uscc help ${topic}`, escapeRoff(title)]),
  ];
  return `${lines.join('\n')}\n`;
}

function describeCommand(name: RunCommand, { usage, summary, footer }: CommandHelp, lang: 'zh' | 'en'): string[] {
  const text = ['.PP', escapeRoff(summary), '.PP', '.nf', ...footer.trim().split('\n').map(escapeRoff), '.fi'];
  const [heading, ...flags] = describeFlags(name, `uscc ${name} ${usage}`, lang);
  return [heading ?? `.SH uscc ${name}`, ...text, ...flags];
}

function describeFlags(of: TableOf, title: string, lang: 'zh' | 'en'): string[] {
  return [
    `.SH ${escapeRoff(title)}`,
    ...listTableFlags(of).flatMap((flag) => ['.TP', spell(flag, lang), escapeRoff(strip(describeFlag(flag, lang)))]),
  ];
}

function spell(flag: Flag, lang: 'zh' | 'en'): string {
  return `.B ${escapeRoff(namePlaceholders(spellFlag(flag), cliMessagesFor(lang)))}`;
}

/** Markdown without its marks. */
function strip(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll('`', '')
    .replaceAll('\\|', '|');
}

/** What roff would take for its own: backslashes, dashes that are not hyphens, dots and quotes at the beginning of a line. */
function escapeRoff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^([.'])/, '\\&$1');
}
