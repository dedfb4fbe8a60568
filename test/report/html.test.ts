import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/check/findings/finding.ts';
import type { About } from '../../src/report/about.ts';
import { renderReportBody } from '../../src/report/html/body.ts';
import { gatherDuplicates } from '../../src/report/html/gather-duplicates.ts';
import { type FindingsGatherer, findWrongPositions, gatherFindings } from '../../src/report/html/gather-findings.ts';
import { gatherSuspects } from '../../src/report/html/gather-suspects.ts';
import { groupSegments, markDifferences } from '../../src/report/html/marks.ts';
import { type PackedFinding, packFinding, unpackFinding } from '../../src/report/html/packed-finding.ts';
import { provinces } from '../../src/report/html/provinces.ts';
import { html } from '../../src/write/html/html.ts';
import { hostile, makeFindings, makeHostileReport, writePage } from './html-data.ts';
import { sampleDuplicates, sampleFindings, sampleReport } from './sample.ts';

const [first] = makeFindings(1) as [Finding];

function render(lang: 'zh' | 'en', report = sampleReport, about: About = {}): string {
  const duplicates = gatherDuplicates();
  duplicates.add(sampleDuplicates);
  return renderReportBody({
    report,
    lang,
    about,
    madeAt: new Date(0),
    duplicates: duplicates.kept,
    positions: new Array<number>(18).fill(0).with(17, 2),
    findings: { total: 4, keptCount: 4 },
  });
}

describe('markup', () => {
  test.each(hostile)('%j is text', (text) => {
    const { markup } = html`<p title="${text}">${text}</p>`;
    expect(markup).toMatch(/^<p title="[^<>"']*">[^<>]*<\/p>$/);
    expect(markup).not.toMatch(/[\u2028-\u202e]/);
  });

  test.each(hostile)('a report of %j has the same elements as one of plain text', async (text) => {
    const listTags = (page: string): string[] =>
      page.match(/<[!/a-z][^>]*>/gi)?.map((tag) => tag.split(/[\s>]/)[0] ?? '') ?? [];
    const write = (cell: string): Promise<string> => {
      const records = sampleFindings.map((finding) => ({ ...finding, name: cell, code: cell, unit: cell }));
      const twins = sampleDuplicates.map((record) => ({ ...record, name: `${cell}${record.row}`, unit: cell }));
      return writePage(makeHostileReport(cell), records, twins);
    };
    expect(listTags(await write(text))).toEqual(listTags(await write('甲')));
  });
});

test.each(hostile)('suspected duplicates of %j have the elements of plain ones', (hostileText) => {
  const render = (text: string): string => {
    const record = { file: 0, row: 1, line: 2, code: text, name: text };
    const suspects = gatherSuspects();
    suspects.add([{ kind: 'name', evidence: 'same-name', confidence: 0.9, records: [record, { ...record, row: 2 }] }]);
    const kinds = { 'organization-code': 0, name: 200, 'near-code': 0, 'near-name': 0 };
    const markup = renderReportBody({
      report: { ...sampleReport, suspects: { kinds, commonNames: 3, crowdedGroups: 0 } },
      lang: 'en',
      madeAt: new Date(0),
      duplicates: gatherDuplicates().kept,
      suspects: suspects.kept(),
      positions: new Array<number>(18).fill(0),
      findings: { total: 0, keptCount: 0 },
    });
    return /<section id="suspects"[\s\S]*?<\/section>/.exec(markup)?.[0] ?? '';
  };
  const listTags = (section: string): string[] => section.match(/<[^>]*>/g) ?? [];
  expect(render('甲')).toContain('199 more');
  expect(listTags(render(hostileText))).toEqual(listTags(render('甲')));
});

describe('the page', () => {
  test('allows its own script and style, by hash, and nothing else', async () => {
    const page = await writePage(sampleReport, sampleFindings, sampleDuplicates);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    expect(policy.replaceAll('&#39;', "'").split('; ')).toEqual([
      "default-src 'none'",
      `script-src '${hashOf(/<script>([\s\S]*)<\/script>\s*<\/body>/.exec(page)?.[1])}'`,
      `style-src '${hashOf(/<style>([\s\S]*?)<\/style>/.exec(page)?.[1])}'`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(page).not.toMatch(/(src|href)="(?!#)/);
    expect(page).not.toMatch(/\son[a-z]+="/);
    expect(page).not.toMatch(/\sstyle="/);
  });

  test('is small without findings', async () => {
    const page = await writePage(sampleReport, [], []);
    expect(Buffer.byteLength(page)).toBeLessThan(150_000);
  });

  test('holds findings as JSON', async () => {
    const page = await writePage(sampleReport, sampleFindings, []);
    const text = /<script type="application\/json" id="findings-data">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
    const data = JSON.parse(text);
    // A record with nothing but a note that is not listed stays out.
    expect(data.rows.map(unpackFinding)).toEqual(
      [sampleFindings[0], sampleFindings[1], sampleFindings[2]].map((finding) => ({
        ...finding,
        notes: expect.arrayContaining(finding?.notes ?? []),
      })),
    );
    expect(data.regions).toEqual({ '370900': '山东省泰安市' });
  });
});

describe('the body', () => {
  test('states verdict, numbers and every rate', () => {
    const text = toText(render('zh'));
    for (const part of [
      '未达标',
      '0.0200%',
      '低于 0.01%',
      '30,000',
      '30,100',
      '66 30,060 0.2196%',
      '口径不同，结论不同',
    ]) {
      expect(text).toContain(part);
    }
    expect(toText(render('en'))).toContain('The definition decides: within target by');
  });

  test('says whose report it is, by which definition in words and document, and where to sign', () => {
    const about = {
      organization: '某县信用中心',
      period: '2026-11',
      due: '2026-12-10',
      document: '某政发〔2026〕3 号',
    };
    const text = toText(render('zh', sampleReport, about));
    const start = text.slice(0, text.indexOf('重错码率'));
    for (const part of [...Object.values(about), '第一条以外', '低于 0.01%']) expect(start).toContain(part);
    expect(text).toContain('编制 复核 签发（盖章） 日期');
    expect(toText(render('en', sampleReport, about))).toContain('Prepared Reviewed Signed (seal) Date');
  });

  test('has no English names of definitions and assessments in Chinese', () => {
    const row = { title: '零错码', source: '', chosen: false, met: false, points: null, mostPoints: null, away: 3 };
    const assessments = [{ ...row, name: 'zero-errors', units: null, message: '' }];
    const names = /literal|assignment|all-duplicates|with-unconverted|zero-errors/;
    expect(toText(render('zh', { ...sampleReport, assessments }))).not.toMatch(names);
    expect(toText(render('en', { ...sampleReport, assessments }))).toMatch(names);
  });

  test('names the units without a problem', () => {
    const row = {
      records: 5,
      conforming: 5,
      erroneous: 0,
      unconverted: 0,
      missing: 0,
      excess: 0,
      problems: 0,
      rate: 0,
    };
    const units = ['甲局', '乙局'].map((unit) => ({ ...row, unit, conversion: 1 }));
    const byUnit = units.map((unit, at) => (at === 0 ? { ...unit, erroneous: 1, problems: 1 } : unit));
    expect(toText(render('zh', { ...sampleReport, byUnit }))).toContain('没有问题的单位（1 个）：乙局');
  });

  test('puts conflicting duplicates side by side, with what differs marked', () => {
    expect(render('zh')).toContain('<mark>甲</mark>公司');
    expect(render('zh')).toContain('<mark>乙</mark>公司');
  });

  test('judges by the plans that were named', () => {
    const rule = {
      name: 'a',
      title: '甲办法',
      source: '',
      points: null,
      mostPoints: null,
      away: 0,
      units: null,
      message: '',
    };
    const judge = (met: boolean, chosen: boolean): string => {
      const assessments = [{ ...rule, met, chosen }];
      return toText(render('zh', { ...sampleReport, assessments })).split('问题代码')[0] ?? '';
    };
    // The target is missed.
    expect(judge(true, true)).toContain('✓ 达标');
    expect(judge(false, true)).toContain('✕ 未达标');
    expect(judge(true, false)).toContain('✕ 未达标');
  });

  test('says of a table in a database where it is, not how it is written', () => {
    const files = sampleReport.files.map((file) => ({ ...file, bytes: 0 }));
    const text = toText(render('zh', { ...sampleReport, files }));
    expect(text).toContain('在数据库中');
    expect(text).not.toMatch(/UTF-8|0 B/);
  });

  test('names what is there only when it is', () => {
    expect(render('zh')).not.toMatch(/id="(units|causes|assessments|provinces)"/);
    const full = render('zh', makeHostileReport('x'));
    for (const id of ['units', 'causes', 'assessments']) expect(full).toContain(`id="${id}"`);
  });

  test('shades provinces by how far they are from the target', () => {
    const byRegion = ['110000', '310000', '370100', '440000', '510000'].map((region, index) => ({
      region,
      name: null,
      records: 1_000_000,
      conforming: 1_000_000 - 10 * index ** 4,
      erroneous: 10 * index ** 4,
      unconverted: 0,
      missing: 0,
      excess: 0,
      problems: 10 * index ** 4,
      rate: null,
    }));
    const text = render('en', { ...sampleReport, byRegion });
    const shadeOf = (name: string): string | undefined => new RegExp(`(shade-.)" title="${name}:`).exec(text)?.[1];
    // 0, 0.001%, 0.016%, 0.081%, 0.256% against 0.01%.
    expect(['Beijing', 'Shanghai', 'Shandong', 'Guangdong', 'Sichuan'].map(shadeOf)).toEqual([
      'shade-0',
      'shade-1',
      'shade-2',
      'shade-2',
      'shade-3',
    ]);
    expect(text).toContain('Guangdong: 810 problems in 1,000,000 codes, 0.0810%');
  });
});

test('tiles: 34 provinces and the national bureaus, none on another', () => {
  expect(provinces).toHaveLength(35);
  for (const key of ['prefix', 'short', 'zh', 'en'] as const) {
    expect(new Set(provinces.map((province) => province[key])).size).toBe(35);
  }
  expect(new Set(provinces.map(({ column, row }) => `${column} ${row}`)).size).toBe(35);
});

describe('findings', () => {
  test('packing loses nothing', () => {
    const text = fc.string({ unit: 'grapheme' });
    const finding = fc.record({
      index: fc.nat(99),
      name: fc.option(text.filter((name) => name !== '')),
      suggestion: fc.option(fc.constant('91350100M000100Y43')),
      notes: fc.subarray(['format', 'authority-category', 'region-unlisted', 'region-abolished'] as const),
    });
    fc.assert(
      fc.property(finding, ({ index, ...rest }) => {
        const [whole] = makeFindings(index + 1).slice(-1) as [Finding];
        const changed: Finding = { ...whole, ...rest };
        expect(unpackFinding(JSON.parse(JSON.stringify(packFinding(changed))))).toEqual(changed);
      }),
    );
  });

  const listRows = ({ pieces }: FindingsGatherer): number[] =>
    JSON.parse(`[${[...pieces()].join(',')}]`).map((packed: PackedFinding) => packed[1]);

  test('thousands are given up from the last one on, and are as they were', () => {
    const gatherer = gatherFindings(false, 2500);
    const count = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);
    const missing: Finding = { ...first, partition: 'missing', issue: { code: 'missing' }, name: '𠮷\n,"甲' };
    gatherer.add(count(1, 2600).map((row) => ({ ...missing, row })));
    expect(listRows(gatherer)).toEqual(count(1, 2500));
    gatherer.add(count(3001, 4700).map((row) => ({ ...first, row })));
    expect(listRows(gatherer)).toEqual([...count(3001, 4700), ...count(1, 800)]);
    expect([gatherer.keptCount(), gatherer.total]).toEqual([2500, 4300]);
    const last = JSON.parse(`[${[...gatherer.pieces()].join(',')}]`).at(-1);
    expect(unpackFinding(last).name).toBe(missing.name);
  });

  test('erroneous ones stay before missing ones, these before notes, earlier ones before later ones', () => {
    const gatherer = gatherFindings(false, 3);
    const note: Finding = {
      ...first,
      partition: 'conforming',
      issue: null,
      notes: ['authority-category'],
      suggestion: null,
    };
    const missing: Finding = { ...note, partition: 'missing', issue: { code: 'missing' }, notes: [] };
    const add = (finding: Finding, row: number): void => gatherer.add([{ ...finding, row }]);
    const rows = (): number[] => listRows(gatherer);
    for (const row of [1, 2, 3, 4]) add(note, row);
    expect(rows()).toEqual([1, 2, 3]);
    for (const row of [5, 6]) add(missing, row);
    expect(rows()).toEqual([5, 6, 1]);
    for (const row of [7, 8, 9, 10]) add(first, row);
    expect(rows()).toEqual([7, 8, 9]);
    add(missing, 11);
    expect(rows()).toEqual([7, 8, 9]);
    expect(gatherer.total).toBe(11);
  });

  test.each([
    [{ ...first, suggestion: `8${first.normalized.slice(1, 17)}3` }, [1, 18]],
    [{ ...first, suggestion: null }, [18]],
    [{ ...first, issue: { code: 'length' } as const, normalized: first.normalized.slice(1) }, []],
  ])('wrong positions %#', (finding, positions) => expect(findWrongPositions(finding)).toEqual(positions));

  test('a page says how many it left out', async () => {
    const page = await writePage(sampleReport, makeFindings(100_010), []);
    expect(toText(page)).toContain('共 100,010 条，本页收录 100,000 条：错码优先');
    // 90,009 erroneous; of 10,001 missing the last 10 stay out.
    expect(page.match(/^\[\d+,\d+,\d+,1,/gm)).toHaveLength(9991);
  });
});

test('duplicates: the first groups of each kind, the rest counted', () => {
  const { add, kept } = gatherDuplicates();
  for (let group = 1; group <= 400; group++) {
    const kind = group % 2 === 0 ? 'conflicting' : 'repeated';
    const records = Array.from({ length: group === 2 ? 30 : 2 }, (_, row) => ({
      ...{ group, kind, code: 'C', file: 0, row, line: row, name: '甲', unit: null },
    })) as typeof sampleDuplicates;
    // A group that comes in two batches is one.
    add(records.slice(0, 1));
    add(records.slice(1));
  }
  expect([kept.conflicting.length, kept.others.length]).toEqual([100, 50]);
  expect([kept.conflicting[0]?.records.length, kept.conflicting[0]?.moreCount]).toEqual([12, 18]);
});

describe('marks', () => {
  const show = (text: string, other: string): string =>
    markDifferences(text, other)
      .map((segment) => (segment.isMarked ? `[${segment.text}]` : segment.text))
      .join('');
  test.each([
    ['91350100M000100Y44', '91350100M000100Y43', '91350100M000100Y4[4]'],
    ['甲乙公司', '甲公司', '甲[乙]公司'],
    ['甲公司', '甲乙公司', '甲公司'],
    ['aaa', 'aaaa', 'aaa'],
    ['', 'a', ''],
    ['𠀀x', '𠀁x', '[𠀀]x'],
  ])('%s against %s', (text, other, marked) => expect(show(text, other)).toBe(marked));

  test('grouping keeps every character', () => {
    const [whole] = [markDifferences('91350100M000100Y44', '81350100M000100Y43')];
    expect(groupSegments(whole).map((group) => group.map(({ text }) => text).join(''))).toEqual([
      '9',
      '1',
      '350100',
      'M000100Y4',
      '4',
    ]);
    expect(groupSegments([{ text: '123', isMarked: false }])).toEqual([[{ text: '123', isMarked: false }]]);
  });
});

function hashOf(text = ''): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function toText(page: string): string {
  return page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

test('the surest suspects of all batches are kept, at most 100', () => {
  const record = { file: 0, row: 1, line: 2, code: '甲', name: '甲' };
  const make = (confidence: number) => ({
    kind: 'name' as const,
    evidence: 'same-name' as const,
    confidence,
    records: [record],
  });
  const suspects = gatherSuspects();
  suspects.add([make(0.9)]);
  suspects.add(Array.from({ length: 120 }, () => make(0.5)));
  suspects.add([make(0.7)]);
  const kept = suspects.kept().map(({ confidence }) => confidence);
  expect([kept.length, kept[0], kept[1], kept[2]]).toEqual([100, 0.9, 0.7, 0.5]);
});

test('names that are too long to read are cut, with the marks they have until there', () => {
  const long = '甲'.repeat(70) + '乙'.repeat(70);
  const twins = sampleDuplicates.slice(0, 2).map((record, index) => ({ ...record, name: index === 0 ? long : '丙' }));
  const duplicates = gatherDuplicates();
  duplicates.add(twins);
  const [authority] = sampleReport.byAuthority;
  if (authority === undefined) throw new Error('no sample');
  const byUnit = [{ ...authority, unit: long, conversion: 1, problems: 3 }];
  const markup = renderReportBody({
    ...{ report: { ...sampleReport, byUnit }, lang: 'zh', madeAt: new Date(0), duplicates: duplicates.kept },
    ...{ positions: new Array<number>(18).fill(0), findings: { total: 0, keptCount: 0 } },
  });
  expect(toText(markup)).toContain(`${'甲'.repeat(70)}${'乙'.repeat(10)} …`);
  expect(toText(markup)).toContain(`${'甲'.repeat(70)}${'乙'.repeat(10)}…`);
  expect(markup).not.toContain('乙'.repeat(11));
});

test('every place of a cause is named beside it, and what it is called', () => {
  const places = ['甲局', '乙局'].map((value) => ({ kind: 'unit' as const, value, name: null, count: 5 }));
  const [scope = null] = places;
  const cause = { code: 'complement' as const, count: 10, total: 10, scope, places, message: '说明' };
  const text = toText(render('zh', { ...sampleReport, causes: [cause] }));
  expect(text).toMatch(/校验码漏减 10 \/ 10 条 单位 甲局 单位 乙局 说明/);
});

test('a map of provinces without problems is left out', () => {
  const regions = ['110000', '310000', '370000', '440000'];
  const [row] = sampleReport.byRegion;
  if (row === undefined) throw new Error('no sample');
  const withProblems = (problems: number) =>
    render('zh', { ...sampleReport, byRegion: regions.map((region) => ({ ...row, region, problems })) });
  expect(withProblems(1)).toContain('id="provinces"');
  expect(withProblems(0)).not.toContain('id="provinces"');
});
