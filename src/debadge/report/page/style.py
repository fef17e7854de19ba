"""The look of the page: system letters, calm colours in light and dark, and a sheet for printing.

Colours meet WCAG 2.1 AA (4.5 to 1) on their grounds in both schemes, and no answer is told by colour alone: replies
differ in word, weight and frame.
"""

from __future__ import annotations

from functools import lru_cache

_COLOURS = """
:root { color-scheme: light dark; --paper: #fbfaf8; --sheet: #ffffff; --ink: #1c1f24; --soft: #53585f; --line: #dcd8d0;
  --link: #174a7c;
  --no: #8a1c14; --no-ground: #fbeceb; --ask: #6d4700; --ask-ground: #fdf3df; --if: #1d4f6e; --if-ground: #eaf3f8; --yes: #24552f;
  --yes-ground: #edf5ee; --box: #f6f2ea; --mark: #8a1c14; }
@media (prefers-color-scheme: dark) { :root { --paper: #15171a; --sheet: #1b1e22; --ink: #e8e6e1; --soft: #aeb3ba;
  --line: #3a3f46; --link: #9cc6f0;
  --no: #ffb4ab; --no-ground: #3b1d1b; --ask: #f2cb83; --ask-ground: #372b14; --if: #a5d3ef; --if-ground: #172d3a; --yes: #a8d8b1;
  --yes-ground: #19301e; --box: #23262b; --mark: #ffb4ab; } }
"""

_TEXT = """
* { box-sizing: border-box; }
html { font: 100%/1.55 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Liberation Sans", sans-serif; background: var(--paper);
  color: var(--ink); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; }
.sheet { max-width: 74rem; margin: 0 auto; padding: 1rem 2rem 3rem; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
h1 { font: 600 2.1rem/1.2 ui-serif, Georgia, "Noto Serif", "Liberation Serif", serif; margin: 0 0 1rem; max-width: 24em; }
h2 { font: 600 1.45rem/1.25 ui-serif, Georgia, "Noto Serif", "Liberation Serif", serif; margin: 0 0 .6rem; }
h3 { font-size: 1.08rem; margin: 0 0 .4rem; } h4 { font-size: 1rem; margin: 1rem 0 .4rem; }
p { margin: .4rem 0 .8rem; max-width: 46em; }
main > section { margin: 2.75rem 0; } main > section.begin { margin-top: 1rem; }
a { color: var(--link); text-underline-offset: .15em; } a:hover { text-decoration-thickness: .12em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
code { font: .86em/1.4 ui-monospace, "Cascadia Mono", "Liberation Mono", monospace; overflow-wrap: anywhere; }
q { quotes: "\\201C" "\\201D"; } :lang(fr) q { quotes: "\\AB\\A0" "\\A0\\BB"; } cite { font-style: normal; color: var(--soft); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -100rem; background: var(--sheet); padding: .5rem 1rem; }
.skip:focus { left: .5rem; top: .5rem; z-index: 1; }
.told { color: var(--soft); font-weight: 400; } .number { text-align: right; font-variant-numeric: tabular-nums; }
.who { color: var(--soft); letter-spacing: .02em; margin: 0 0 .2rem; font-size: 1.05rem; }
.marking { text-align: center; font-weight: 700; letter-spacing: .08em; margin: 0 auto; padding: .45rem 1rem;
  color: var(--mark); max-width: none; }
header.top { border-bottom: 1px solid var(--line); } footer.bottom { border-top: 1px solid var(--line); text-align: center; }
.standing { border-left: .25rem solid var(--soft); padding-left: .8rem; font-weight: 600; }
footer .standing { border: 0; margin: .6rem auto; padding: 0 1rem; font-weight: 400; color: var(--soft); }
"""

_PARTS = """
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .35rem 2rem; margin: 0 0 1.2rem; }
.facts div { border-top: 1px solid var(--line); padding: .3rem 0; } dt { color: var(--soft); font-size: .87rem; }
dt::first-letter { text-transform: uppercase; } dd { margin: 0; }
.counts { display: flex; flex-wrap: wrap; gap: 1rem 3.5rem; margin: 1.5rem 0 1rem; }
.counts h2 { font-family: inherit; font-size: 1rem; }
.counts ul, .makers, nav ul, .gaps, .rules, .asked { list-style: none; margin: 0; padding: 0; }
.counts li { display: grid; grid-template-columns: 4rem auto 1fr; gap: .7rem; align-items: baseline; margin: .35rem 0; }
.counts b { text-align: right; font-size: 1.15rem; font-variant-numeric: tabular-nums; }
.makers { columns: 18rem; padding: .4rem 0; }
.makers b { display: inline-block; min-width: 3em; text-align: right; margin-right: .4rem; }
nav { margin-top: 1.5rem; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); padding: .6rem 0; }
nav ul { display: flex; flex-wrap: wrap; gap: .3rem 1.6rem; }
.box { background: var(--box); border: 1px solid var(--line); border-left: .35rem solid var(--ask); border-radius: 4px;
  padding: 1.3rem 1.6rem; }
.gaps li { display: grid; grid-template-columns: 5.2rem 1fr 8rem; gap: .2rem 1rem; align-items: start; padding: .4rem 0;
  border-top: 1px solid var(--line); }
.gaps .mark { font-size: .85rem; } .gaps .open .mark { font-weight: 700; color: var(--ask); }
.gaps .whole .mark { color: var(--soft); }
.gap { overflow-wrap: anywhere; } .gap b { display: inline-block; margin-right: .4em; }
.gap b::first-letter { text-transform: uppercase; }
meter { width: 100%; } meter::-webkit-meter-optimum-value { background: var(--soft); }
meter::-moz-meter-bar { background: var(--soft); }
.reply { display: inline-block; min-width: 3.2em; text-align: center; padding: .05rem .5rem; border-radius: 3px;
  border: 2px solid; font-weight: 600;
  white-space: nowrap; }
.reply.no { color: var(--no); background: var(--no-ground); border-style: double; border-width: 4px; font-weight: 800; }
.reply.ask { color: var(--ask); background: var(--ask-ground); border-style: dashed; }
.reply.yes-if { color: var(--if); background: var(--if-ground); border-style: dotted; }
.reply.yes { color: var(--yes); background: var(--yes-ground); border-style: solid; border-width: 1px; font-weight: 500; }
.reply.none { color: var(--soft); border-color: transparent; font-weight: 400; }
.answer.no { font-weight: 700; } .answer.unknown { font-style: italic; }
.flag { display: inline-block; border: 1px solid var(--soft); color: var(--soft); border-radius: 3px; padding: 0 .35rem;
  margin-left: .4rem;
  font-size: .8rem; font-weight: 400; }
.warn { border-left: .2rem solid var(--ask); padding-left: .7rem; }
.contested { border: 1px solid var(--soft); border-radius: 4px; padding: .6rem 1.1rem; margin: .8rem 0; background: var(--box); }
.contested li { margin: .4rem 0; }
.words div { display: grid; grid-template-columns: 14rem 1fr; gap: 1rem; border-top: 1px solid var(--line); padding: .35rem 0; }
.words dt { color: var(--ink); }
"""

_TABLES = """
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .94rem; margin: .4rem 0; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { text-align: left; vertical-align: top; padding: .45rem .7rem .45rem 0; border-top: 1px solid var(--line);
  overflow-wrap: break-word; }
thead th { border-top: 0; border-bottom: 2px solid var(--ink); font-size: .87rem; vertical-align: bottom; }
tbody th { font-weight: 600; }
.verdicts { min-width: 52rem; } .verdicts tbody th { min-width: 13rem; max-width: 18rem; } .rules li { margin-bottom: .45rem; }
.tests { min-width: 0; } .asked { font-size: .88rem; color: var(--soft); } .seen { display: inline; }
td, th { max-width: 32rem; }
details.fold { border-top: 1px solid var(--line); }
details.fold > summary, details.plain > summary { cursor: pointer; padding: .55rem 0; }
summary h3, summary h4 { display: inline; font-size: 1rem; margin: 0; }
.units { font-variant-numeric: tabular-nums; color: var(--soft); }
.units:not(:empty)::before { content: "\\A0\\B7\\A0"; }
.inside { padding: .2rem 0 1.4rem 1.2rem; border-left: 2px solid var(--line); margin-left: .25rem; }
.rule { margin: 1.6rem 0 2.2rem; }
@media (max-width: 45rem) {
  .verdicts { min-width: 0; } .verdicts, .verdicts tbody { display: block; }
  .verdicts tr { display: grid; grid-template-columns: 1fr 1fr;
    gap: .4rem 1rem; border-top: 2px solid var(--line); padding: .8rem 0; }
  .verdicts thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .verdicts td, .verdicts tbody th { border: 0; padding: 0; max-width: none; min-width: 0; text-align: left;
    overflow-wrap: anywhere; }
  .verdicts tbody th { grid-column: 1 / -1; order: -1; } .verdicts td:last-child { grid-column: 1 / -1; }
  .verdicts td::before { content: attr(data-label); display: block; color: var(--soft); font-size: .82rem; }
 .sheet { padding: .5rem 1rem 2rem; } h1 { font-size: 1.6rem; }
.gaps li { grid-template-columns: 4.5rem 1fr; }
  meter { grid-column: 2; } .words div { grid-template-columns: 1fr; gap: .1rem; } .inside { padding-left: .6rem; }
.box { padding: 1rem; }
  .inside table { font-size: .86rem; } .inside td, .inside th { padding-right: .4rem; overflow-wrap: anywhere; } }
"""

_PRINT = """
@page { margin: 1.6cm 1.5cm; }
@media print { :root { color-scheme: light; --paper: #fff; --sheet: #fff; --ink: #000; --soft: #333; --line: #999; --link: #000;
  --box: #fff;
    --no: #000; --no-ground: #fff; --ask: #000; --ask-ground: #fff; --if: #000; --if-ground: #fff; --yes: #000;
  --yes-ground: #fff; --mark: #000; }
  html { font-size: 9.5pt; } .sheet { max-width: none; padding: 0; } nav, .skip { display: none; }
  .paged { display: table; width: 100%; } header.top { display: table-header-group; break-inside: avoid; }
  footer.bottom { display: table-footer-group; break-inside: avoid; }
  details.fold::details-content { content-visibility: visible; block-size: auto; }
  .wide { overflow: visible; } .verdicts { min-width: 0; } tr, .gaps li, .contested { break-inside: avoid; }
h2, h3, h4, summary { break-after: avoid; }
  thead { display: table-header-group; } }
"""


@lru_cache(maxsize=1)
def style() -> str:
    """The whole sheet; its digest stands in the policy of the page."""
    return f"{_COLOURS}{_TEXT}{_PARTS}{_TABLES}{_PRINT}"
