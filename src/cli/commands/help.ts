import { script } from '@bomb.sh/tab';
import type { Command } from 'commander';
import { UsccError } from '../../code/error.ts';
import { helpMessagesFor } from '../../messages/help/index.ts';
import { findNearest } from '../../messages/nearest.ts';
import { alignColumns } from '../../write/table.ts';
import { defineCommand } from '../define-command.ts';
import { complete } from '../help/complete.ts';
import { listPages, readPage } from '../help/guide-pages.ts';
import { renderManPage } from '../help/man-page.ts';
import { renderPage } from '../help/render-page.ts';
import type { Language } from '../language.ts';
import { chooseStyle, openOutput } from '../output.ts';
import { version } from '../version.ts';

/**
 * Completions for bash, which need nothing but bash. The library's script for it wants the package bash-completion, and never completes
 * the names of files. Bash takes `--format=json` for three words, which are put together again.
 */
const BASH_COMPLETION = `# uscc completion for bash
_uscc() {
  local words=() word answers value files last
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD}"; do
    last=$((\${#words[@]} - 1))
    if ((last >= 0)) && [[ $word == = || \${words[last]} == *= ]]; then words[last]+=$word; else words+=("$word"); fi
  done
  COMPREPLY=()
  answers=$(uscc complete -- "\${words[@]}" 2>/dev/null) || return
  while IFS=$'\\t' read -r value _; do
    case $value in
      :*) files=$value ;;
      *=*) COMPREPLY+=("\${value#*=}") ;;
      ?*) COMPREPLY+=("$value") ;;
    esac
  done <<<"$answers"
  if [[ $files == :0 && \${#COMPREPLY[@]} -eq 0 ]]; then compopt -o default 2>/dev/null; fi
}
complete -F _uscc uscc
`;

const WIDEST = 100;
const SHELLS = ['bash', 'zsh', 'fish', 'powershell'];

/** `uscc help`: the commands and the pages of the guide, or one of them. `showCommand` prints the help of a command. */
export function helpCommand(lang: Language, showCommand: (name: string | null) => Promise<boolean>): Promise<Command> {
  return defineCommand('help', lang, async ({ words: [topic], flags }) => {
    if (flags.man) return print(await renderManPage(version, listPages(lang), lang));
    if (topic === undefined) {
      await showCommand(null);
      return print(describeTopics(lang));
    }
    const pages = listPages(lang);
    if (pages.some((page) => page.topic === topic)) {
      const width = Math.min(WIDEST, process.stdout.columns || Number(process.env.COLUMNS) || 80);
      const style = chooseStyle(process.stdout, process.env);
      return print(renderPage(readPage(topic, lang), { width, style }));
    }
    if (await showCommand(topic)) return;
    const nearest = findNearest(
      topic,
      pages.map((page) => page.topic),
    );
    throw new UsccError('usage', helpMessagesFor(lang).noTopic(topic, nearest));
  });
}

/** `uscc complete SHELL`: the script that gives a shell completions. What that script calls is {@link answerShell}. */
export function completeCommand(lang: Language): Promise<Command> {
  return defineCommand('complete', lang, ({ words: [shell = ''] }) => {
    if (!SHELLS.includes(shell)) throw new UsccError('usage', helpMessagesFor(lang).noShell(shell, SHELLS));
    if (shell === 'bash') return print(BASH_COMPLETION);
    script(shell, 'uscc', 'uscc');
  });
}

/** Answers what a shell asks while a person types: `uscc complete -- WORD…`. */
export async function answerShell(words: readonly string[], lang: Language): Promise<void> {
  const topics = listPages(lang).map(({ topic }) => topic);
  await print(await complete(words, topics, lang));
}

function describeTopics(lang: Language): string {
  const rows = listPages(lang).map(({ topic, title }) => [topic, title]);
  return `\n${helpMessagesFor(lang).topics}\n${alignColumns(rows, ['left', 'left']).join('\n')}\n`;
}

async function print(text: string): Promise<void> {
  const output = openOutput(process.stdout);
  await output.write(text);
  await output.end();
}
