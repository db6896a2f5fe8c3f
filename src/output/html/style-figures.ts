/** The look of tables that can be sorted, of what was taken away, of collations, and of figures over places and years. */
export const FIGURES_STYLE = `
.trouble{margin-top:1rem;padding:.7rem 1rem;border-left:4px solid var(--red);background:var(--red-soft)}
.filters{display:flex;flex-wrap:wrap;gap:.5rem .8rem;align-items:center;margin:.2rem 0 .8rem}
.filters input{min-width:min(18rem,60vw)}
.filters output{color:var(--muted);font-size:.875rem;font-variant-numeric:tabular-nums}
th button{border:0;background:none;padding:0;min-height:0;font:inherit;color:inherit;text-align:inherit}
th button::after{content:"↕";margin-left:.3em;opacity:.45}
th[aria-sort=ascending] button::after{content:"↑";opacity:1}
th[aria-sort=descending] button::after{content:"↓";opacity:1}
.chooser{margin-bottom:.8rem}
.back{margin:0 0 .6rem;font-size:.9375rem}
.source h3,.about-all h3{margin-top:1.2rem}
.families{width:auto;min-width:min(24rem,100%)}
.families td.error{color:var(--red);font-weight:650}.families td.warning{color:var(--ochre);font-weight:650}.families td.none{color:var(--line)}
.coverage-map{margin-top:2rem}
.mark.missing{color:var(--red)}
.coverage thead th{position:sticky;top:0;background:var(--paper)}
.fold{margin-bottom:1rem;font-size:.875rem;color:var(--muted)}
.fold input{accent-color:var(--red)}
button.cut{min-height:0;padding:0 .35em;margin:0 .15em;border:1px dashed var(--muted);border-radius:4px;font:.75rem/1.5 var(--sans);color:var(--muted);text-indent:0;vertical-align:.1em}
.cut-text,details.cut p{font:.8125rem/1.6 var(--mono);color:var(--muted);text-indent:0}
details.cut{max-width:40rem;margin:0 0 .85em;border-left:2px dashed var(--muted);padding:.05rem 0 .05rem .8rem;font-size:.8125rem}
details.cut p{max-height:24rem;overflow:auto}
.gap{max-width:40rem;margin:1rem 0;padding:.9rem 1rem;border:2px dashed var(--ochre);border-radius:8px;color:var(--ochre);text-align:center;font-weight:600;background:repeating-linear-gradient(135deg,transparent 0 10px,var(--ochre-soft) 10px 11px)}
.cluster{margin-top:2rem}
.kinds{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;font-size:.875rem;margin:.4rem 0}
.beside>summary{font-weight:600}
.collation{table-layout:fixed;min-width:34rem}
.collation thead th:first-child{width:9.5rem}
.collation tbody th{white-space:normal}
.collation td{font-family:var(--serif);overflow-wrap:anywhere}
.collation .figure th{color:var(--red)}
.collation del,.collation ins{padding:0 .15em;border-radius:3px;text-decoration:none;font-weight:650}
.collation del{background:var(--red-soft);color:var(--red);border-bottom:2px solid}
.collation ins{background:var(--green-soft);color:var(--green);border-bottom:2px dotted}
.collation .none{color:var(--muted)}
.verdicts>h3{margin:1.6rem 0 0}
.check h4{font-size:1rem}
.operand{font-weight:650;text-decoration-color:var(--blue)}
.steps-of{margin-top:.7rem;font-size:.875rem}
.steps-of th{white-space:normal}
.steps-of .around{font-family:var(--serif);min-width:16rem}
.steps-of .outcome>*{background:var(--soft);padding-left:.6rem}
.steps-of .bad{color:var(--red)}
mark.plain{background:var(--soft);border-bottom:2px solid var(--blue)}
.how{margin-top:.5rem;font-size:.9375rem}
.more,.series{border-bottom:1px solid var(--line);padding:.55rem 0}
.matrix{font-size:.8125rem;font-variant-numeric:tabular-nums}
.matrix thead th{white-space:normal;min-width:6.5rem;vertical-align:bottom}
.matrix th[scope=row],.matrix thead th:first-child{position:sticky;left:0;background:var(--paper);min-width:5rem}
.matrix td.broken{background:var(--red-soft)}
.matrix .none{color:var(--line)}
i.verdict{font-style:normal}
.gallery{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(20rem,100%),1fr));gap:1.2rem;margin-top:.8rem}
.series-of{background:var(--raised);border:1px solid var(--line);border-radius:10px;padding:.8rem .9rem}
.series-of table{font-size:.8125rem;margin-top:.3rem}
.series-of tbody th{white-space:nowrap}
.chart{display:block;width:100%;height:auto}
.chart text{font:11px var(--sans);fill:var(--muted);text-anchor:middle}
.chart .axis{stroke:var(--line)}
.chart .way{fill:none;stroke:var(--line);stroke-width:1.5}
.chart .point{stroke:var(--ink);stroke-width:1.5}
.chart .point.stated{fill:var(--ink)}.chart .point.stated.holds{fill:var(--green);stroke:var(--green)}.chart .point.stated.broken{fill:var(--red);stroke:var(--red)}.chart .point.stated.cannot-tell{fill:var(--ochre);stroke:var(--ochre)}
.chart .point.implied,.chart .point.target{fill:var(--raised);stroke:var(--blue)}
.chart .ring{fill:none;stroke:var(--red);stroke-width:1.5}
.chart .bar-stated{stroke:var(--ink);stroke-width:3}.chart .bar-implied{stroke:var(--blue);stroke-width:3}.chart .bar-target{stroke:var(--blue);stroke-width:2;stroke-dasharray:3 2}
.shape{white-space:nowrap}
@media(max-width:40rem){.filters input{min-width:0;flex:1}.steps-of .around{min-width:12rem}}
`;
