"""The look of a certificate: black on white, set to be printed on A4 or Letter, with its marking on every sheet."""

from __future__ import annotations

STYLE = """
:root { color-scheme: light; --ink: #16181c; --soft: #4a4f57; --line: #b9b4aa; --ground: #f7f4ee; --mark: #8a1c14;
  --accent: #174a7c; }
* { box-sizing: border-box; }
html { font: 100%/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Liberation Sans", sans-serif; color: var(--ink);
  background: #e9e6df; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; padding: 2rem 1rem; }
.sheet { background: #fff; max-width: 56rem; margin: 0 auto; padding: 2.6rem 3.2rem 2.4rem; border: 1px solid var(--line); }
.marking { text-align: center; font-weight: 700; letter-spacing: .08em; color: var(--mark); margin: 0 0 1.2rem;
  max-width: none; }
.bottom .marking { margin: 1.4rem 0 0; }
h1, h2 { font-family: ui-serif, Georgia, "Noto Serif", "Liberation Serif", serif; line-height: 1.2; }
h1 { font-size: 2.2rem; font-weight: 600; margin: 0; }
h2 { font-size: 1.18rem; font-weight: 600; margin: 2rem 0 .5rem; padding-bottom: .2rem; border-bottom: 2px solid var(--ink); }
.about { color: var(--soft); margin: .2rem 0 1.2rem; font-size: 1.05rem; }
p { margin: .4rem 0; max-width: 46em; }
.facts { display: grid; grid-template-columns: repeat(3, 1fr); gap: .2rem 2rem; margin: 0; }
.facts div { border-top: 1px solid var(--line); padding: .35rem 0; } dt { color: var(--soft); font-size: .85rem; }
dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
.result { background: var(--ground); border-left: .3rem solid var(--accent); padding: .9rem 1.2rem; margin: 1.4rem 0 0; }
.result p { margin: 0; } .result .first { font-size: 1.18rem; font-weight: 600; margin-bottom: .25rem; }
.told { color: var(--soft); }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
caption { text-align: left; color: var(--soft); padding: .2rem 0; }
th, td { text-align: left; vertical-align: top; padding: .32rem .9rem .32rem 0; border-top: 1px solid var(--line);
  overflow-wrap: break-word; }
time { white-space: nowrap; }
th:last-child, td:last-child { padding-right: 0; }
thead th { border-top: 0; border-bottom: 1px solid var(--ink); font-size: .8rem; color: var(--soft); font-weight: 600;
  vertical-align: bottom; overflow-wrap: normal; }
tbody th { font-weight: 600; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.small { font-size: .84rem; } .counts { width: auto; min-width: 22rem; } .counts tbody th { font-weight: 400; }
.counts { margin: 0 0 .8rem; } .counts td { text-align: right; }
.columns { display: flex; flex-wrap: wrap; gap: 0 3rem; align-items: flex-start; }
code { font: .82em/1.4 ui-monospace, "Cascadia Mono", "Liberation Mono", monospace; overflow-wrap: anywhere; }
ul { margin: .3rem 0; padding-left: 1.15rem; } li { margin: .2rem 0; max-width: 48em; overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
.not { border: 1px solid var(--ink); padding: .8rem 1.2rem; margin-top: 2rem; }
.sign { display: grid; grid-template-columns: 1.4fr 1.4fr 1fr; gap: 3.2rem 2rem; margin: 3.4rem 0 1.4rem; }
.sign div { border-top: 1px solid var(--ink); padding-top: .25rem; font-size: .85rem; color: var(--soft); }
.digest { font-size: .84rem; color: var(--soft); }
.bottom { margin-top: 1.4rem; border-top: 1px solid var(--line); padding-top: .6rem; }
@media (max-width: 44rem) { body { padding: 0; } .sheet { padding: 1.2rem; border: 0; }
  .facts, .sign { grid-template-columns: 1fr; } h1 { font-size: 1.7rem; } .counts { min-width: 0; width: 100%; } }
@page { margin: 1.7cm 1.6cm; }
@media print {
  html { background: #fff; font-size: 9.6pt; } body { padding: 0; } .sheet { border: 0; max-width: none; padding: 0;
    display: table; width: 100%; }
  .result { background: #fff; border: 1px solid var(--ink); border-left-width: .3rem; } .marking { color: #000; }
  .top { display: table-header-group; } .bottom { display: table-footer-group; }
  .wide { overflow: visible; } thead { display: table-header-group; }
  tr, li, .sign, .not, .result { break-inside: avoid; } h2 { break-after: avoid; } h2 + p { break-after: avoid; }
}
"""
