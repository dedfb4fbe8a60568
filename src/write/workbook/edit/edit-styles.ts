import { type Look, looks } from './table-edits.ts';

/** The cell formats of a workbook, with those that edits add. */
export interface StyleEditor {
  /** The number of the format that is `style` with this look. */
  styleOf(style: number, look: Look): number;
  /** The number of a format for the sheet of changes. */
  listStyle(name: ListStyle): number;
  /** `styles.xml` as it becomes. */
  finish(): string;
}

export type ListStyle = 'title' | 'header' | 'text' | 'count';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** For workbooks without any. */
const noStyles = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`;
const colors: Record<Look, string> = {
  changed: 'C6E0B4',
  bad: 'FFC7CE',
  doubtful: 'FFEB9C',
  added: 'FFF2CC',
  heading: 'FFE699',
};
const listFill = 'DDEBF7';
const asText = 49;
const asCount = 3;

/** @param xml `styles.xml`; null: the workbook has none */
export function createStyleEditor(xml: string | null): StyleEditor {
  const source = xml ?? noStyles;
  const prefix = /<((?:\w+:)?)styleSheet\b/.exec(source)?.[1] ?? '';
  const formats = readItems(source, prefix, 'cellXfs', 'xf');
  const counts = {
    fonts: readItems(source, prefix, 'fonts', 'font').length,
    fills: readItems(source, prefix, 'fills', 'fill').length,
    borders: readItems(source, prefix, 'borders', 'border').length,
  };
  const added: string[] = [];
  const numbers = new Map<string, number>();
  const fillOf = (look: Look): number => counts.fills + looks.indexOf(look);

  function add(key: string, make: () => string): number {
    let number = numbers.get(key);
    if (number === undefined) {
      number = formats.length + added.length;
      added.push(make());
      numbers.set(key, number);
    }
    return number;
  }

  /** A format with a fill; what becomes text is text, what is added is wrapped. */
  function restyle(style: number, look: Look): string {
    const base =
      formats[style] ?? formats[0] ?? `<${prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`;
    let attributes = setAttributes(/^<[^\s>/]+([^>]*?)\/?>/.exec(base)?.[1] ?? '', {
      fillId: String(fillOf(look)),
      applyFill: '1',
      ...(look === 'bad' || look === 'doubtful' ? {} : { numFmtId: String(asText), applyNumberFormat: '1' }),
      ...(look === 'added' ? { applyAlignment: '1' } : {}),
    });
    const inner = /^<[^>]*[^/]>([\s\S]*)<\/[^>]*>$/.exec(base)?.[1] ?? '';
    if (look !== 'added') return writeFormat(attributes, inner);
    attributes = attributes.replace(/\squotePrefix="[^"]*"/, '');
    return writeFormat(attributes, `<${prefix}alignment vertical="center" wrapText="1"/>`);
  }

  function writeFormat(attributes: string, inner: string): string {
    return inner === '' ? `<${prefix}xf${attributes}/>` : `<${prefix}xf${attributes}>${inner}</${prefix}xf>`;
  }

  const list: Record<ListStyle, string> = {
    title: ` numFmtId="${asText}" fontId="${counts.fonts + 1}" fillId="0" borderId="0" xfId="0" applyFont="1"`,
    header: ` numFmtId="${asText}" fontId="${counts.fonts}" fillId="${counts.fills + looks.length}" borderId="${counts.borders}" xfId="0" applyFont="1" applyFill="1" applyBorder="1"`,
    text: ` numFmtId="${asText}" fontId="0" fillId="0" borderId="${counts.borders}" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"`,
    count: ` numFmtId="${asCount}" fontId="0" fillId="0" borderId="${counts.borders}" xfId="0" applyNumberFormat="1" applyBorder="1"`,
  };

  return {
    styleOf: (style, look) => add(`${style} ${look}`, () => restyle(style, look)),
    listStyle: (name) =>
      add(name, () =>
        writeFormat(list[name], name === 'text' ? `<${prefix}alignment vertical="center" wrapText="1"/>` : ''),
      ),
    finish() {
      const solid = (color: string): string =>
        `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="FF${color}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`;
      const font = (size: number): string =>
        `<${prefix}font><${prefix}b/><${prefix}sz val="${size}"/><${prefix}name val="宋体"/></${prefix}font>`;
      const side = (at: string): string =>
        `<${prefix}${at} style="thin"><${prefix}color rgb="FFBFBFBF"/></${prefix}${at}>`;
      const border = `<${prefix}border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<${prefix}diagonal/></${prefix}border>`;
      let text = source.replace(/^(\s*<\?xml[^>]*?encoding=["'])[^"']+/, '$1UTF-8');
      text = append(text, prefix, 'fonts', [font(11), font(14)]);
      text = append(text, prefix, 'fills', [...looks.map((look) => solid(colors[look])), solid(listFill)]);
      text = append(text, prefix, 'borders', [border]);
      return append(text, prefix, 'cellXfs', added);
    },
  };
}

function readItems(xml: string, prefix: string, list: string, item: string): string[] {
  const inner = new RegExp(`<${prefix}${list}\\b[^>]*>([\\s\\S]*?)</${prefix}${list}>`).exec(xml)?.[1] ?? '';
  const pattern = new RegExp(`<${prefix}${item}\\b[^>]*?(?:/>|>[\\s\\S]*?</${prefix}${item}>)`, 'g');
  return inner.match(pattern) ?? [];
}

function append(xml: string, prefix: string, list: string, items: string[]): string {
  if (items.length === 0) return xml;
  const pattern = new RegExp(`<${prefix}${list}\\b([^>]*)>([\\s\\S]*?)</${prefix}${list}>`);
  return xml.replace(pattern, (_, attributes: string, inner: string) => {
    const counted = attributes.replace(
      /(\scount=")(\d+)/,
      (_all, start: string, count: string) => `${start}${Number(count) + items.length}`,
    );
    return `<${prefix}${list}${counted}>${inner}${items.join('')}</${prefix}${list}>`;
  });
}

function setAttributes(attributes: string, values: Record<string, string>): string {
  let text = attributes;
  for (const [name, value] of Object.entries(values)) {
    text = text.replace(new RegExp(`\\s${name}="[^"]*"`), '');
    text += ` ${name}="${value}"`;
  }
  return text;
}
