export const en = {
  help: {
    usage: '[options]',
    summary: 'write the check of a table as SQL, to be run where the data is',
    footer:
      '\nExamples:\n  $ uscc sql --dialect spark --table dw.licence --code-column code -o round-1\n  $ spark-sql -f 1-counts.sql   (in round-1, then the others)\n  $ uscc sql merge round-1',
  },
  written: (folder: string, commands: readonly string[], merge: string) =>
    `Written into ${folder}. Run there, with the engine's own client:\n${indent(commands)}\nthen, here:\n${indent([merge])}\n`,
};

function indent(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`).join('\n');
}
