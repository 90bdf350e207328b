import { backendVariables } from './palette.ts';

/** The page's style sheet: no font, image or script from anywhere else. */
export const style = `
:root {
  color-scheme: light dark;
  --ground: #fdfdfb; --panel: #f5f4ef; --ink: #1b1d22; --soft: #565b66; --line: #dcdad2;
  --ok: #d9efdd; --ok-ink: #14532d; --warn: #fbe9b7; --warn-ink: #6b4a00;
  --bad: #f6c9a8; --bad-ink: #6d2400; --wrong: #b3122d; --wrong-ink: #fff; --none: transparent;
  ${backendVariables('light')}
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14161a; --panel: #1c1f25; --ink: #eceae4; --soft: #a6abb6; --line: #343841;
    --ok: #17402a; --ok-ink: #c5f2d2; --warn: #4c3d10; --warn-ink: #ffe6a0;
    --bad: #5c3013; --bad-ink: #ffd2b0; --wrong: #e5484d; --wrong-ink: #1a0204;
    ${backendVariables('dark')}
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 16px/1.55 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif;
}
main, header, footer { max-width: 1160px; margin: 0 auto; padding: 0 24px; }
header { padding-top: 56px; }
h1, h2 { font-family: "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, "DejaVu Serif", serif; font-weight: 600; line-height: 1.15; letter-spacing: -0.01em; }
h1 { font-size: clamp(2rem, 5vw, 3rem); margin: 0 0 12px; }
h2 { font-size: 1.6rem; margin: 64px 0 8px; }
h3 { font-size: 1rem; margin: 28px 0 4px; font-weight: 600; }
figure h3 { margin-top: 0; font-size: 0.95rem; }
p { max-width: 70ch; margin: 0 0 16px; }
.soft, figcaption { color: var(--soft); }
.lead { font-size: 1.15rem; max-width: 62ch; }
nav { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 20px 0 0; font-size: 0.9rem; }
a { color: inherit; text-underline-offset: 3px; text-decoration-color: var(--soft); }
a:hover { text-decoration-thickness: 2px; }
a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 2px solid var(--backend-0); outline-offset: 2px; }
code, .number { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.88em; }
.scroll { overflow-x: auto; margin: 16px -24px; padding: 0 24px; }
th[scope=row], th[scope=rowgroup], thead th:first-child { position: sticky; left: 0; background: var(--ground); z-index: 1; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 0.9rem; }
th { text-align: left; font-weight: 600; }
th, td { padding: 6px 10px; vertical-align: baseline; }
thead th { border-bottom: 1px solid var(--ink); white-space: nowrap; }
tbody tr + tr > * { border-top: 1px solid var(--line); }
.right { text-align: right; white-space: nowrap; }
th[scope=row], th[scope=rowgroup] { white-space: nowrap; }
th[scope=rowgroup] { vertical-align: top; }
.stories { min-width: 100%; font-size: 0.86rem; }
.stories th, .stories td { padding: 5px 8px; }
.stories .more > * { border-top: 0 !important; padding-top: 0; }
th[scope=row] small, th[scope=rowgroup] small { font-weight: 400; white-space: normal; display: inline-block; max-width: 22ch; line-height: 1.3; }
.group th { padding-top: 18px; color: var(--soft); font-weight: 500; }
.swatch { display: inline-block; width: 10px; height: 10px; border-radius: 50%; margin-right: 8px; }
.heat { border-collapse: separate; border-spacing: 3px; min-width: 100%; }
.heat th { border: 0; }
.heat thead th { font-weight: 500; color: var(--soft); text-align: center; }
.heat tbody tr + tr > * { border-top: 0; }
.heat td { text-align: center; border-radius: 6px; min-width: 76px; height: 52px; vertical-align: middle; line-height: 1.2; }
.heat td small { display: block; font-size: 0.75rem; white-space: nowrap; }
.heat td b { font-size: 1.02rem; font-weight: 600; white-space: nowrap; }
.heat .gap { min-width: 12px; width: 12px; padding: 0; }
.heat .version { display: block; font-weight: 400; font-size: 0.75rem; color: var(--soft); padding-left: 18px; }
.ok { background: var(--ok); color: var(--ok-ink); }
.warn { background: var(--warn); color: var(--warn-ink); }
.bad { background: var(--bad); color: var(--bad-ink); }
.wrong { background: var(--wrong); color: var(--wrong-ink); }
b.key { font-weight: 600; font-size: 1em; margin: 0; }
span.key { margin: 0; }
.keys span.key { margin: 0 4px 4px 0; }
.none { color: var(--soft); }
.key { display: inline-block; border-radius: 4px; padding: 0 8px; margin: 0 4px 4px 0; font-size: 0.85rem; }
.keys { margin: 4px 0 0; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(160px, 1fr)); gap: 12px; margin: 32px 0 0; padding: 0; list-style: none; }
.facts li { background: var(--panel); border-radius: 10px; padding: 16px 18px; }
.facts b { display: block; font-size: 2rem; line-height: 1.1; font-weight: 600; font-variant-numeric: tabular-nums; }
.facts span { color: var(--soft); font-size: 0.9rem; }
.grid { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(320px, 100%), 1fr)); gap: 20px 28px; margin: 20px 0; }
.grid.wide { grid-template-columns: repeat(auto-fit, minmax(min(440px, 100%), 1fr)); gap: 28px 48px; }
figure { margin: 0; min-width: 0; }
figure svg { width: 100%; height: auto; overflow: visible; --plot-background: var(--ground); color: var(--soft); }
figcaption { font-size: 0.85rem; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 18px; font-size: 0.9rem; margin: 12px 0; padding: 0; list-style: none; }
details { margin: 12px 0; }
summary { cursor: pointer; font-weight: 600; padding: 6px 0; }
.fine td, .fine th { padding: 3px 8px; font-size: 0.82rem; }
.fine td { min-width: 46px; height: 26px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 20px; margin: 12px 0; font-size: 0.92rem; }
dt { color: var(--soft); } dd { margin: 0; }
footer { padding: 48px 24px 64px; color: var(--soft); font-size: 0.85rem; }
@media (max-width: 600px) {
  main, header, footer { padding-left: 16px; padding-right: 16px; }
  header { padding-top: 32px; }
  .scroll { margin-left: -16px; margin-right: -16px; padding: 0 16px; }
  dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 8px; }
}
@media print { .scroll { overflow: visible; } h2 { break-after: avoid; } }
`;
