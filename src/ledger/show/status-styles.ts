/** Colours that colour-blind readers tell apart, each with enough contrast on white. */
export const statusStyles = `
:root { --ink: #1c2229; --muted: #565d67; --line: #dedad0; --good: #14614a; --bad: #9e2a20; --opened: #7ba4c4; --again: #d39a33; --closed: #14614a; }
* { box-sizing: border-box; }
body { margin: 0; background: #f4f2ec; color: var(--ink); font: 15px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem; background: #fff; }
h1 { margin: 0; font-size: 1.6rem; }
h2 { margin: 2rem 0 0.5rem; font-size: 1.1rem; border-bottom: 2px solid var(--line); }
header p, .remark, .legend { margin: 0.25rem 0; color: var(--muted); }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(7.5rem, 1fr)); gap: 0.5rem; margin: 1.25rem 0 0.5rem; }
.figures div { padding: 0.5rem 0.75rem; border: 1px solid var(--line); border-radius: 4px; }
.figures dt { color: var(--muted); font-size: 0.85rem; }
.figures dd { margin: 0; font-size: 1.25rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.figures .good dd { color: var(--good); }
.figures .bad dd { color: var(--bad); }
table { width: 100%; border-collapse: collapse; font-size: 0.9rem; font-variant-numeric: tabular-nums; }
th, td { padding: 0.3rem 0.5rem; border-bottom: 1px solid var(--line); text-align: right; }
th:first-child, td.text, td.code { text-align: left; }
thead th { color: var(--muted); font-weight: 600; white-space: nowrap; }
tbody th { font-weight: 400; }
tr.bad th, tr.bad td { color: var(--bad); }
.todo th, .todo td { text-align: left; }
.todo td:nth-child(2), td.code, .todo th { white-space: nowrap; }
td.code { font-family: ui-monospace, Consolas, Menlo, monospace; }
svg { display: block; width: 100%; height: auto; margin: 0.5rem 0; }
svg text { font-size: 12px; fill: var(--muted); }
svg .axis, svg .name { text-anchor: end; }
svg .month, svg .value { text-anchor: middle; }
svg .value, svg .count, svg .name { fill: var(--ink); }
svg polyline { fill: none; stroke: #2f6596; stroke-width: 2; }
svg .frame { stroke: #b9b3a4; }
svg .target { stroke: var(--bad); stroke-dasharray: 6 4; }
svg circle { stroke: #fff; stroke-width: 1.5; }
svg .good { fill: var(--good); } svg .bad, svg .late { fill: var(--bad); }
svg .opened { fill: var(--opened); } svg .again { fill: var(--again); } svg .closed { fill: var(--closed); }
.legend span { margin-right: 1.25rem; }
.legend span::before { content: ""; display: inline-block; width: 0.8em; height: 0.8em; margin-right: 0.4em; background: currentColor; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.legend .opened::before { background: var(--opened); } .legend .again::before { background: var(--again); }
.legend .closed::before { background: var(--closed); } .legend .late::before { background: var(--bad); }
@page { size: A4; margin: 14mm; }
@media print {
  body { background: none; font-size: 10pt; }
  main { max-width: none; padding: 0; }
  section { break-inside: avoid; }
  section.todo, section:has(table) { break-inside: auto; }
  tr, svg { break-inside: avoid; }
  h2 { break-after: avoid; }
  thead { display: table-header-group; }
  svg, .figures div { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
