import type { Command } from 'commander';
import { sqlMessagesFor } from '../../messages/sql/index.ts';
import { startScripts } from '../../node/warehouse/script-folder.ts';
import { runners } from '../../warehouse/scripts.ts';
import { defineCommand } from '../define-command.ts';
import type { Language } from '../language.ts';

/** `uscc sql`: the check of a table as scripts for an engine's own client. `uscc sql merge FOLDER` is `uscc check` of their answers. */
export function sqlCommand(lang: Language): Promise<Command> {
  const messages = sqlMessagesFor(lang);
  return defineCommand('sql', lang, ({ flags }) => {
    const { dialect, codeColumn, nameColumn = null, unitColumn = null, key = null, where = null, output } = flags;
    const tables = (flags.table ?? []).map((table) => ({
      table,
      code: codeColumn,
      name: nameColumn,
      unit: unitColumn,
      key,
      where,
    }));
    const scripts = startScripts(output, { schema: 'uscc-sql/1', dialect, tables });
    const commands = scripts.filter((name) => name !== 'one-row').map(runners[dialect]);
    process.stdout.write(messages.written(output, commands, `uscc sql merge ${output}`));
  });
}
