import type { Command } from 'commander';
import type { CheckOptions, Encoding } from '../check/options.ts';
import type { CliMessages } from '../messages/cli/index.ts';
import { createReaders } from './check/check-options.ts';

/** Flags that say how inputs are to be read. */
export interface InputFlags {
  codeColumn?: number | string;
  nameColumn?: number | string;
  encoding: Encoding | 'auto';
  delimiter?: string;
  header: boolean;
  sheet?: number | string;
  workers?: number;
  memory?: number;
  maxExpand?: number;
  tempDir?: string;
}

/** Adds the options of every command that reads tables; `but` leaves out what a command reads in its own way. */
export function addInputOptions(command: Command, messages: CliMessages, but: 'codeColumn'[] = []): Command {
  const { check: help } = messages.help;
  const read = createReaders(messages);
  command.optionsGroup(messages.help.reading);
  if (!but.includes('codeColumn')) {
    command.option('--code-column <column>', help.codeColumn, read.column('--code-column'));
  }
  return command
    .option('--name-column <column>', help.nameColumn, read.column('--name-column'))
    .option('--encoding <encoding>', help.encoding, read.encoding, 'auto')
    .option('--delimiter <character>', help.delimiter, read.delimiter)
    .option('--no-header', help.header)
    .option('--sheet <sheet>', help.sheet, read.sheet)
    .option('--workers <count>', help.workers, read.workers)
    .option('--memory <size>', help.memory, read.memoryBytes)
    .option('--max-expand <size>', help.maxExpand, read.expandBytes)
    .option('--temp-dir <folder>', help.tempDir);
}

/** What the flags mean to the engine. */
export function readInputFlags(flags: InputFlags): CheckOptions {
  const { codeColumn, nameColumn, encoding, delimiter, header, sheet, workers, memory, maxExpand, tempDir } = flags;
  return {
    face: 'command',
    encoding,
    ...(codeColumn === undefined ? {} : { codeColumn }),
    ...(nameColumn === undefined ? {} : { nameColumn }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(header ? {} : { header }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(workers === undefined ? {} : { workers }),
    ...(memory === undefined ? {} : { memoryBytes: memory }),
    ...(maxExpand === undefined ? {} : { maxExpandBytes: maxExpand }),
    ...(tempDir === undefined ? {} : { tempDir }),
  };
}
