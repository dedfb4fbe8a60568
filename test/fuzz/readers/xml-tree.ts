import type { Choices } from './choices.ts';
import { badTexts } from './table.ts';

/** An element; its attributes in order. */
export interface Element {
  tag: string;
  attributes: [name: string, value: string][];
  content: (Element | string)[];
  /** How often it stands in itself; once when absent. */
  depth?: number;
}

export function element(tag: string, attributes: Record<string, string>, ...content: (Element | string)[]): Element {
  return { tag, attributes: Object.entries(attributes), content };
}

/** How elements are written, where that makes no difference to what they say. */
export interface XmlStyle {
  prefix: string;
  quote: '"' | "'";
  /** White space inside of tags. */
  gap: string;
  /** Between elements that hold elements only. */
  between: string;
  isLong: boolean;
  encode(character: string): string;
}

export const plainStyle: XmlStyle = {
  prefix: '',
  quote: '"',
  gap: ' ',
  between: '',
  isLong: false,
  encode: (character) => `&#${character.codePointAt(0)};`,
};

export function chooseXmlStyle(choose: Choices, prefixes: readonly string[] = ['']): XmlStyle {
  const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  const encodings = [
    plainStyle.encode,
    (character: string) => named[character] ?? character,
    (character: string) => `&#x${character.codePointAt(0)?.toString(16)};`,
  ];
  return {
    prefix: choose.pick(prefixes),
    quote: choose.pick(['"', "'"]),
    gap: choose.pick([' ', '  ', '\n', '\r\n\t']),
    between: choose.pick(['', '\n', '\r\n  ', '<!-- <c r="A1"/> -->', '<?x y?>']),
    isLong: choose.oneIn(2),
    encode: choose.pick(encodings),
  };
}

export function writeXml(node: Element | string, style: XmlStyle = plainStyle): string {
  const { prefix, quote, gap, between, isLong, encode } = style;
  if (typeof node === 'string') return node.replace(/[&<>"]/g, encode);
  const attributes = node.attributes.map(
    ([name, value]) =>
      `${gap}${name}=${quote}${value.replace(/[&<>"']/g, (each) => `&#${each.charCodeAt(0)};`)}${quote}`,
  );
  const name = node.tag.includes(':') ? node.tag : prefix + node.tag;
  const open = `<${name}${attributes.join('')}`;
  if (node.content.length === 0 && !isLong) return `${open}/>`;
  const glue = node.content.every((each) => typeof each !== 'string') ? between : '';
  const inner = node.content.map((each) => writeXml(each, style)).join(glue);
  const depth = node.depth ?? 1;
  return `${`${open}>`.repeat(depth)}${glue}${inner}${glue}${`</${name}>`.repeat(depth)}`;
}

/** Every element of a tree, the root first. */
export function listElements(root: Element): Element[] {
  const inside = root.content.flatMap((each) => (typeof each === 'string' ? [] : listElements(each)));
  return [root, ...inside];
}

/** Changes a tree where it matters: what stood there is missing, doubled, misplaced, renamed, or says something else. */
export function damageTree(root: Element, choose: Choices): void {
  for (let left = 1 + choose.below(4); left > 0; left--) {
    const all = listElements(root);
    const at = choose.pick(all);
    const other = choose.pick(all);
    const index = choose.below(at.content.length);
    const part = at.content[index];
    const kind = choose.below(10);
    if (kind === 0) at.content.splice(index, 1);
    else if (kind === 1 && part !== undefined) {
      at.content.splice(index, 0, ...Array.from({ length: 1 + choose.below(40) }, () => structuredClone(part)));
    } else if (kind === 2) other.content.push(structuredClone(at));
    else if (kind === 3) at.tag = other.tag;
    else if (kind === 4) at.attributes.splice(choose.below(at.attributes.length), 1);
    else if (kind === 5) at.content = [choose.pick(badTexts)];
    else if (kind === 6) at.depth = choose.pick([10, 300, 20_000]);
    else if (kind === 7) at.content.reverse();
    else {
      const attribute = choose.pick(
        at.attributes.length === 0 ? all.flatMap((each) => each.attributes) : at.attributes,
      );
      if (attribute !== undefined) attribute[1] = choose.pick(badTexts);
    }
  }
}
