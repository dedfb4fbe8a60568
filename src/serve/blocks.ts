import { organizationValueAt } from '../code/standard/alphabet.ts';

/** A run of organization codes (码段) that an issuer was given. */
export interface Block {
  /** The first eight characters of its first and last organization code. */
  first: string;
  last: string;
  /** Beginning of the codes that it is for: positions 1–8, or fewer; '' for all. */
  prefix: string;
}

const blockLength = 8;

/** Whether a code stands in one of the blocks that are for codes that begin as it does. */
export function isInBlocks(code: string, blocks: readonly Block[]): boolean {
  const body = countUp(code.slice(8, 16));
  return blocks.some(
    ({ first, last, prefix }) => code.startsWith(prefix) && body >= countUp(first) && body <= countUp(last),
  );
}

/**
 * A row of a table of blocks: first and last organization code, with or without check character, and what its codes begin with.
 * Null when it is none.
 */
export function readBlock([first = '', last = '', prefix = '']: readonly string[]): Block | null {
  const [from, to] = [first, last].map((text) => text.trim().toUpperCase().replace('-', ''));
  const start = prefix.trim().toUpperCase();
  if (from === undefined || to === undefined || !isBody(from) || !isBody(to) || !/^[0-9A-Z]{0,8}$/.test(start))
    return null;
  const block = { first: from.slice(0, blockLength), last: to.slice(0, blockLength), prefix: start };
  return countUp(block.first) <= countUp(block.last) ? block : null;
}

function isBody(text: string): boolean {
  return /^[0-9A-Z]{8}[0-9X]?$/.test(text);
}

/** Eight characters as one number; below 2^53. */
function countUp(body: string): number {
  let value = 0;
  for (let at = 0; at < body.length; at++) value = value * 36 + organizationValueAt(body, at);
  return value;
}
