import { UsccError } from '../../code/error.ts';
import type { ServeMessages } from '../../messages/serve/index.ts';
import { hashToken } from '../../node/serve/guard.ts';
import { openToOthers, readTextFile } from '../../node/serve/serve-files.ts';
import { type Block, readBlock } from '../../serve/blocks.ts';
import { type Clients, holdsTokens, readTokens, type TokenFault } from '../../serve/rights.ts';

/**
 * Who may ask, by the file of tokens.
 *
 * @throws {UsccError} `input` when it cannot be read, others may write to it or read tokens in it, or it is not as it must be
 */
export function readClients(path: string, { command }: ServeMessages): Clients {
  const fail = (at: number, fault: keyof typeof command.tokenFaults): never => {
    throw new UsccError('input', command.badTokens(path, at, command.tokenFaults[fault]));
  };
  const { writes, reads } = openToOthers(path);
  if (writes) fail(0, 'open');
  const file = parse(readTextFile(path));
  const clients = readTokens(file, hashToken);
  if (isFault(clients)) return fail(clients.at, clients.fault);
  return reads && holdsTokens(file) ? fail(0, 'readable') : clients;
}

function isFault(clients: Clients | TokenFault): clients is TokenFault {
  return 'fault' in clients;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * The issuer's blocks: a line each, `first,last` or `first,last,prefix`; a first line that is none is a header.
 *
 * @throws {UsccError} `input` when it cannot be read, or another line is none
 */
export function readBlocks(path: string, { command }: ServeMessages): Block[] {
  const lines = readTextFile(path).split(/\r\n?|\n/);
  const blocks: Block[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const block = readBlock(line.split(/[,，\t]/).map((cell) => cell.replace(/^\s*"|"\s*$/g, '')));
    if (block !== null) blocks.push(block);
    else if (index > 0) throw new UsccError('input', command.badBlocks(path, index + 1));
  }
  if (blocks.length === 0) throw new UsccError('input', command.badBlocks(path, 1));
  return blocks;
}
