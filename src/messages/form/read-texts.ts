/** Texts by the names that `en` gives them, from one a line in its order. */
export function readTexts<Texts extends object>(lines: string, names: Texts): Record<keyof Texts, string> {
  const all = lines.split('\n');
  const texts = { ...names } as Record<keyof Texts, string>;
  Object.keys(names).forEach((name, index) => {
    texts[name as keyof Texts] = all[index] ?? '';
  });
  return texts;
}
