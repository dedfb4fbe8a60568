/** How many trials: a few that are always the same with `npm test`, many with `npm run soak`. */
export function trials(few: number, many: number): number {
  return process.env.USCC_SOAK === undefined ? few : many;
}

/** Numbers from 0 to 1 that are the same for the same text; with `npm run soak` others every time. */
export function createRandom(text: string): () => number {
  let state = seed();
  for (const character of text) state = Math.imul(state ^ character.charCodeAt(0), 0x01000193);
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

/** The seed of this run, for fast-check too: the same with every `npm test`, unless USCC_SEED or USCC_SOAK name one. */
export function seed(): number {
  return Number(process.env.USCC_SEED ?? process.env.USCC_SOAK ?? 1) | 0;
}
