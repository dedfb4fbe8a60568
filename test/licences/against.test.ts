import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LicenceFinding } from '../../src/licences/finding.ts';
import { judgeLicences } from '../../src/node/registry.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'licences-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function put(name: string, lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

// Public codes of large companies and of a body.
const [a, b, c] = ['91110000600037341L', '9144030071526726XG', '91110000710926094P'];
const body = '12440600MB2C07549J';

test('codes and names are held against a registry, bodies too, and missing codes are found by name', async () => {
  const registry = put('registry.csv', ['企业名称,统一社会信用代码', `甲公司,${a}`, `乙公司,${b}`, `某某局,${body}`]);
  const table = put('XK.csv', [
    'XK_XDR_MC,XK_XDR_LB,XK_XDR_SHXYM,XK_WSH,XK_XKJG,XK_XKJGDM',
    `甲公司,法人,${a},1号,某某局,${body}`,
    `乙 公司,法人,${b},2号,某某局,${body}`,
    `丙公司,法人,${c},3号,某某局,${body}`,
    `旧乙公司分店,法人,${b},4号,某某局,${body}`,
    `乙公司,法人,,5号,某某局,${body}`,
    `丁公司,法人,,6号,某某局,${body}`,
    `王某,自然人,,7号,某某局,${body}`,
  ]);
  const findings: LicenceFinding[] = [];
  const rules = { severities: { 'several-names': 'off' } } as const;
  const report = await judgeLicences([table], {
    against: [registry],
    rules,
    onFindings: (batch) => void findings.push(...batch),
  });
  const told = findings.map(({ row, rule, role, suggestion }) => [row, role, rule, suggestion]);
  expect(told.sort()).toEqual([
    [3, 'code', 'not-registered', null],
    [4, 'name', 'other-name', '乙公司'],
    [5, 'code', 'missing', b],
    [6, 'code', 'missing', null],
  ]);
  expect(report.compliance).toMatchObject({ numerator: 3, denominator: 7 });
});

test('a body that is registered under another name, or not at all', async () => {
  const registry = put('bodies.csv', ['机构名称,统一社会信用代码', `某某市某某局,${body}`, `甲公司,${a}`]);
  const header = 'XK_XDR_MC,XK_XDR_LB,XK_XDR_SHXYM,XK_WSH,XK_XKJG,XK_XKJGDM,XK_LYDW,XK_LYDWDM';
  const table = put('bodies-XK.csv', [header, `甲公司,法人,${a},1号,某某局,${body},丙公司,${c}`]);
  const { byRule } = await judgeLicences([table], { against: [registry] });
  expect(byRule).toContainEqual({ rule: 'other-name', column: 'XK_XKJG', records: 1 });
  expect(byRule).toContainEqual({ rule: 'not-registered', column: 'XK_LYDWDM', records: 1 });
});
