/** Stands for every key of an object whose members are the records. */
export const anyKey = '\u0000*';

/**
 * How records are reached: a key of an object, or null for each element of an array; `anyKey` for each member of an object. Empty: the
 * values of the text themselves.
 */
export type JsonPath = readonly (string | null)[];

/** As it is shown, and named with `--records`: `$`, `$[]`, `data.list[]`, `groups[].list[]`. */
export function showPath(path: JsonPath): string {
  let text = '';
  for (const step of path) {
    if (step === null) text += '[]';
    else text += `${text === '' ? '' : '.'}${step === anyKey ? '*' : step}`;
  }
  return text === '' || text.startsWith('[]') ? `$${text}` : text;
}

/** Whether a path is the one that was named: `$.data.list[*]`, `data.list[]` and `data.list` name the same. */
export function isNamed(path: JsonPath, named: string): boolean {
  const wanted = named.replaceAll('[*]', '[]').replace(/^\$\.(?=.)/, '');
  const shown = showPath(path);
  if (shown === wanted || shown === `${wanted}[]`) return true;
  const keys = path.filter((step) => step !== null).join('.');
  return keys !== '' && keys === wanted.replaceAll('[]', '').replace(/^\$\.?/, '');
}

/** Whether one path leads through the other. */
export function leadsThrough(path: JsonPath, outer: JsonPath): boolean {
  return path.length > outer.length && outer.every((step, at) => step === path[at]);
}
