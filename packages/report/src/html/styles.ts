/** The look of all pages: light and dark, on screens and on paper. Tints keep text at WCAG AA contrast. */
export const STYLE = `
:root {
  --paper: #ffffff; --ink: #1c1f23; --soft: #4e5661; --line: #c9ced6; --panel: #f4f5f7; --link: #0b57a4;
  --error: #a3182a; --warning: #7a4b00; --suggestion: #1d5c7a;
  --setback: #fbdcdc; --context: #f8e7c4; --excuse: #f3d9f2; --change: #d9e6fb; --evidence: #d7f0da;
  --growth: #d4eef0; --other: #e6e8ec;
  --bar-setback: #c2414b; --bar-context: #b58322; --bar-excuse: #a34ca0; --bar-change: #3568b8;
  --bar-evidence: #2f8a45; --bar-growth: #1f8189; --bar-other: #b9bfc8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181c; --ink: #e8eaed; --soft: #b0b7c1; --line: #444b55; --panel: #20242a; --link: #8ec1ff;
    --error: #ff9ba4; --warning: #f2bf6b; --suggestion: #8bcdec;
    --setback: #5a2329; --context: #4d3a14; --excuse: #4d2550; --change: #1f3a66; --evidence: #1d4a29;
    --growth: #14484c; --other: #33383f;
    --bar-setback: #e0646d; --bar-context: #d6a544; --bar-excuse: #c773c4; --bar-change: #6b9ae6;
    --bar-evidence: #58b870; --bar-growth: #48b1b9; --bar-other: #59616c;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
}
.skip { position: absolute; left: -999px; }
.skip:focus { left: 8px; top: 8px; background: var(--paper); padding: 4px 8px; }
header, main, footer { max-width: 1180px; margin: 0 auto; padding: 0 24px; }
header { padding-top: 28px; }
footer { padding-top: 20px; padding-bottom: 40px; color: var(--soft); font-size: 14px; }
h1 { font-size: 28px; line-height: 1.2; margin: 0 0 6px; overflow-wrap: anywhere; }
h2 { font-size: 20px; margin: 36px 0 10px; }
h3 { font-size: 16px; margin: 0 0 4px; }
.draft { margin-top: 64px; border-top: 3px solid var(--line); padding-top: 20px; }
.draft > h2 { font-size: 26px; margin: 0 0 6px; overflow-wrap: anywhere; } .draft > h3, .draft .columns h3 { font-size: 20px; margin: 28px 0 10px; }
p { margin: 0 0 10px; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
time { white-space: nowrap; }
.lead, .note { color: var(--soft); }
.note { font-size: 14px; }
.tiles { display: flex; flex-wrap: wrap; gap: 12px; padding: 0; margin: 18px 0 0; list-style: none; }
.tiles li { background: var(--panel); border: 1px solid var(--line); border-radius: 8px; padding: 10px 16px; min-width: 132px; }
.tiles .status button, .common button { border: 0; padding: 0; background: none; font-weight: inherit; color: inherit; text-decoration: underline; text-underline-offset: 3px; text-decoration-thickness: 1px; cursor: pointer; }
.tiles strong { display: block; font-size: 26px; line-height: 1.2; }
.pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 40px; }
.common { list-style: none; padding: 0; margin: 0; }
.common li { margin: 0 0 10px; }
.common svg { display: block; width: 100%; height: 8px; margin-top: 3px; }
.fill { fill: var(--bar-change); } .track { fill: var(--other); }
.chart { width: 100%; max-width: 520px; height: auto; font-size: 12px; }
.chart text { fill: var(--soft); }
.chart .axis { stroke: var(--line); } .chart .even { stroke: var(--soft); stroke-dasharray: 5 4; }
.chart .dot { stroke: var(--paper); stroke-width: 1; cursor: pointer; fill-opacity: .85; }
.dot.talk { fill: var(--bar-setback); } .dot.correct { fill: var(--bar-context); } .dot.ready { fill: var(--bar-evidence); }
.filters { display: flex; flex-wrap: wrap; gap: 12px 16px; align-items: end; margin: 0 0 10px; }
.filters label { display: grid; gap: 2px; font-size: 14px; color: var(--soft); }
input, select, button { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--soft); border-radius: 6px; padding: 5px 8px; }
select { max-width: 230px; } .filters input, .filters select { height: 36px; min-width: 110px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { text-align: left; padding: 7px 7px; border-bottom: 1px solid var(--line); vertical-align: top; }
figure { margin: 0; }
thead th { background: var(--panel); white-space: nowrap; }
.paper { display: none; }
thead button { border: 0; padding: 0; background: none; font-weight: 600; cursor: pointer; }
thead button::after { content: "\\2195" / ""; color: var(--soft); font-size: 11px; padding-left: 2px; }
th[aria-sort=ascending] button::after { content: "\\2191" / ""; } th[aria-sort=descending] button::after { content: "\\2193" / ""; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
tbody th { font-weight: 600; width: 24%; min-width: 200px; overflow-wrap: anywhere; }
tbody th small { display: block; font-weight: 400; color: var(--soft); }
.status { white-space: nowrap; font-weight: 600; }
.status.talk { color: var(--error); } .status.correct { color: var(--warning); } .status.unread { color: var(--soft); }
.problems li { margin-bottom: 4px; overflow-wrap: anywhere; }
.columns { display: grid; grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr); gap: 44px; align-items: start; }
.text { font: 17px/1.7 Georgia, "Times New Roman", serif; overflow-wrap: anywhere; }
.text p { white-space: pre-wrap; margin: 0 0 16px; }
.role { border-radius: 3px; padding: 1px 0; }
.role.setback, .key.setback { background: var(--setback); } .role.context, .key.context { background: var(--context); }
.role.excuse, .key.excuse { background: var(--excuse); } .role.change, .key.change { background: var(--change); }
.role.evidence, .key.evidence { background: var(--evidence); } .role.growth, .key.growth { background: var(--growth); }
.key.other { background: var(--other); }
.tag { font: 600 11px/1 system-ui, sans-serif; padding: 1px 4px; margin-right: 4px; border: 1px solid var(--soft); border-radius: 3px; white-space: nowrap; vertical-align: 1px; }
/* Above the tint of the next line, which would hide the underline. */
mark { position: relative; background: none; color: inherit; text-underline-offset: 4px; text-decoration-thickness: 2px; }
mark.error { text-decoration: underline wavy var(--error); text-decoration-thickness: 1.5px; }
mark.warning { text-decoration: underline dashed var(--warning); }
mark.suggestion { text-decoration: underline dotted var(--suggestion); }
sup { font: 600 11px/1 system-ui, sans-serif; } sup a { padding: 0 2px; }
.bar { width: 100%; height: 26px; display: block; border-radius: 4px; }
.bar .setback { fill: var(--bar-setback); } .bar .context { fill: var(--bar-context); } .bar .excuse { fill: var(--bar-excuse); }
.bar .change { fill: var(--bar-change); } .bar .evidence { fill: var(--bar-evidence); } .bar .growth { fill: var(--bar-growth); }
.bar .other { fill: var(--bar-other); }
.legend { display: flex; flex-wrap: wrap; gap: 6px 14px; list-style: none; padding: 0; margin: 8px 0; font-size: 14px; }
.key { padding: 1px 6px; border-radius: 3px; }
.findings { list-style: none; padding: 0; margin: 0; }
.findings > li { border-left: 4px solid var(--line); padding: 2px 0 2px 14px; margin: 0 0 20px; }
.findings > li.error { border-color: var(--error); } .findings > li.warning { border-color: var(--warning); } .findings > li.suggestion { border-color: var(--suggestion); }
.findings .what { color: var(--soft); font-size: 13px; margin: 0 0 2px; }
.findings .what a { color: inherit; } .findings .what b { color: var(--ink); } .error > .what b { color: var(--error); } .warning > .what b { color: var(--warning); } .suggestion > .what b { color: var(--suggestion); }
.findings > li:target, sup:target { background: var(--panel); outline: 2px solid var(--link); outline-offset: 2px; }
.findings p { margin: 0 0 5px; overflow-wrap: anywhere; }
.findings .why { color: var(--soft); font-size: 14.5px; }
.findings .ask { font-weight: 600; }
summary h2 { display: inline; } summary { cursor: pointer; } main > details { margin-top: 28px; }
details.talk { margin-top: 36px; border: 1px solid var(--line); border-radius: 8px; padding: 12px 20px; }
details.talk > summary { font-size: 20px; font-weight: 700; cursor: pointer; }
.talk h3 { margin-top: 22px; }
.talk ul { margin: 0 0 8px; padding-left: 20px; }
.talk li { margin-bottom: 5px; overflow-wrap: anywhere; }
.talk blockquote { margin: 4px 0 8px; padding-left: 12px; border-left: 3px solid var(--line); font-family: Georgia, serif; }
.talk .source { color: var(--soft); font-size: 13px; }
@media screen and (max-width: 860px) { .columns, .pair { grid-template-columns: minmax(0, 1fr); gap: 8px; } }
@media print {
  :root {
    --paper: #fff; --ink: #000; --soft: #333; --line: #999; --panel: #fff; --link: #000;
    --error: #8d1020; --warning: #6b4100; --suggestion: #174d68;
    --setback: #fbdcdc; --context: #f8e7c4; --excuse: #f3d9f2; --change: #d9e6fb; --evidence: #d7f0da; --growth: #d4eef0; --other: #e6e8ec;
  }
  @page { margin: 12mm 14mm; }
  body { font-size: 8.6pt; line-height: 1.3; padding: 0 1px; }
  header, main, footer { max-width: none; padding: 0; }
  nav, .skip, .filters, .screen { display: none !important; }
  h1 { font-size: 15pt; } h2 { font-size: 11.5pt; margin: 8pt 0 3pt; break-after: avoid; } h3 { font-size: 10pt; }
  .draft { break-before: page; margin: 0; border: 0; padding: 0; } .draft > h2 { font-size: 15pt; } .draft > h3, .draft .columns h3 { font-size: 11.5pt; margin: 8pt 0 3pt; break-after: avoid; }
  .tiles .status button, .common button { text-decoration: none; }
  .columns { display: block; }
  .text { font-size: 9.2pt; line-height: 1.42; } .text p { margin: 0 0 4pt; } .tag { font-size: 6.5pt; padding: 0 2pt; margin-right: 2pt; } sup { font-size: 6.5pt; }
  mark, mark.error { text-underline-offset: 1pt; text-decoration-thickness: .5pt; }
  .bar { height: 12pt; } .bar *, .role, .key { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .legend { font-size: 8.5pt; margin: 3pt 0; }
  .findings { columns: 2; column-gap: 8mm; }
  .findings > li { break-inside: avoid; margin: 0 0 5.5pt; padding: 0 0 0 6pt; border-left-width: 2pt; }
  .findings p { margin: 0 0 2pt; } .findings .why { font-size: 7.6pt; } .findings .what { font-size: 7.4pt; }
  details.talk:not([open]) { display: none; }
  details.talk { border: 0; padding: 0; break-before: page; } details.talk > summary { font-size: 11.5pt; } .talk .source { font-size: 7.4pt; }
  a { text-decoration: none; } footer { padding: 0; font-size: 7.5pt; } header p { margin-bottom: 2pt; }
  .scroll { overflow: visible; } table { font-size: 7.4pt; } th, td { padding: 2.5pt 3pt; } thead { display: table-header-group; } tr { break-inside: avoid; }
  thead button { display: none; } .paper { display: inline; } tbody th { min-width: 0; width: 26%; }
  .note, .problems { font-size: 7.6pt; } main > details { margin-top: 6pt; } .problems { margin: 2pt 0; } .problems li { margin-bottom: 1pt; }
  .tiles { gap: 6pt; margin-top: 6pt; flex-wrap: nowrap; } .tiles li { flex: 1; padding: 3pt 8pt; min-width: 0; } .tiles strong { font-size: 14pt; }
  .pair { gap: 20pt; } .common li { margin-bottom: 4pt; break-inside: avoid; } .common svg { height: 4pt; } figure { break-inside: avoid; }
  .fill, .track, .dot { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
