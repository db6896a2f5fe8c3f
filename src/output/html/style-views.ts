/** The look of the single views. */
export const VIEWS_STYLE = `
.answer{padding:.5rem 0 1.5rem}
.answer h1{font-size:clamp(1.7rem,4vw,2.6rem);letter-spacing:-.02em;text-wrap:balance}
.answer b{color:var(--green)}
.answer p{margin-top:.6rem;color:var(--muted);font-size:1.0625rem;max-width:46rem}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(12rem,1fr));gap:1px;background:var(--line);border:1px solid var(--line);border-radius:10px;overflow:hidden}
.cards>div{background:var(--raised);padding:.9rem 1.1rem}
.cards strong{display:block;font-size:1.7rem;line-height:1.3;font-weight:650;font-variant-numeric:tabular-nums}
.cards span{font-size:.8125rem;color:var(--muted)}
.halves{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:2.5rem}
.steps{counter-reset:step}
.steps li{counter-increment:step;position:relative;padding:.55rem 0 .55rem 2.2rem;border-bottom:1px solid var(--line)}
.steps li::before{content:counter(step);position:absolute;left:0;top:.62rem;width:1.45rem;height:1.45rem;border-radius:50%;background:var(--red);color:var(--paper);font-size:.8125rem;line-height:1.45rem;text-align:center;font-weight:650}
.coverage{width:auto;font-variant-numeric:tabular-nums}
.coverage th,.coverage td{padding:.35rem 1rem .35rem 0;text-align:center}
.coverage th[scope=row]{text-align:left}
.coverage .none{color:var(--line)}
.mark{font-style:normal;text-decoration:none;font-size:1.1rem}
.mark.trust-use{color:var(--green)}.mark.trust-check{color:var(--red)}.mark.trust-partial{color:var(--ochre)}.mark.trust-copy{color:var(--blue)}.mark.trust-leave{color:var(--muted)}
.coverage sup{color:var(--muted);font-size:.6875rem}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1rem;margin-top:.7rem;font-size:.8125rem;color:var(--muted)}
.report>header{padding:1.2rem 0 1rem;border-bottom:1px solid var(--line)}
.report>header h2{font-size:1.5rem;margin:0}
.report .title{font-family:var(--serif);font-size:1.0625rem;color:var(--muted)}
.report .facts{grid-template-columns:repeat(auto-fill,minmax(10.5rem,1fr))}
.whole{border-left:3px solid var(--green);padding:.2rem 0 .2rem .9rem;font-size:.9375rem}
.whole.truncated,.whole.excerpt{border-color:var(--ochre)}.whole.not-a-report{border-color:var(--muted)}
.whole ul{display:flex;flex-wrap:wrap;gap:0 1.2rem;color:var(--muted)}
.columns{display:grid;grid-template-columns:13rem minmax(0,1fr);gap:2.5rem;margin-top:1.5rem;align-items:start}
.outline{position:sticky;top:4.5rem;max-height:calc(100vh - 6rem);overflow-y:auto;font-size:.875rem;line-height:1.45}
.outline summary{font-weight:600}
.outline ol{margin-top:.5rem}
.outline li>*{display:block;padding:.22rem 0;text-decoration:none;color:var(--muted)}
.outline a:hover{color:var(--red)}
.outline .level-1>*{color:var(--ink);font-weight:600;margin-top:.3rem}
.outline .level-2>*{padding-left:1em}.outline .level-3>*{padding-left:2em}
.row{display:grid;grid-template-columns:minmax(0,40rem) minmax(0,19rem);gap:0 2.25rem;align-items:start;margin-bottom:.85em}
.row>p{font:1.0625rem/1.95 var(--serif);text-align:justify;text-indent:2em;overflow-wrap:anywhere}
.row.front>p,.row.salutation>p,.row.heading>p{text-indent:0;text-align:left}
.row.front>p{color:var(--muted);line-height:1.7}
.row.front:first-child>p{font-size:1.3rem;font-weight:700;color:var(--ink)}
.row>p>b{font-weight:700}
.row.heading>p{font-weight:700;font-size:1.125rem;margin-top:.6em}
.row:target>p,.note:target,.figures li:target,.card:target{box-shadow:-4px 0 0 var(--red);background:var(--soft)}
.about-all{margin-bottom:1.5rem;max-width:40rem}
.about-all h3{margin-bottom:.5rem}
mark{color:inherit;background:var(--red-soft);border-bottom:2px solid var(--red);cursor:pointer}
mark.warning{background:var(--ochre-soft);border-color:var(--ochre)}
mark.info{background:var(--blue-soft);border-color:var(--blue)}
mark.lit,.figure.lit{outline:2px solid var(--red);outline-offset:1px;border-radius:2px}
.figure{border-bottom:1px dotted var(--muted);cursor:pointer}
.figure.holds{border-bottom:2px solid var(--green)}
.figure.broken{border-bottom:2px solid var(--red);color:var(--red);font-weight:650}
.margin{font-size:.8125rem;line-height:1.5;padding-top:.4rem}
.note{border-left:3px solid var(--blue);padding:.1rem 0 .25rem .75rem;margin-bottom:.7rem}
.note.error{border-color:var(--red)}.note.warning{border-color:var(--ochre)}
.note blockquote{color:var(--muted);font-family:var(--serif)}
.note blockquote::before{content:"“"}.note blockquote::after{content:"”"}
.note .where{font-size:.75rem;color:var(--muted);overflow-wrap:anywhere}
.notes{font-size:.875rem;line-height:1.55}
.figures ul{margin:.3rem 0 0;border-top:1px solid var(--line)}
.figures li{padding:.2rem 0;border-bottom:1px solid var(--line)}
.figures small{font-size:.75rem;white-space:nowrap}
.chooser select{max-width:min(26rem,78vw)}
.card>h2{font-size:1.1rem}
.card>h3+*{margin-top:.4rem}
.promised{display:grid;grid-template-columns:repeat(auto-fill,minmax(9rem,1fr));gap:.1rem 1rem;margin:.5rem 0 1rem}
.promised .there span:first-child{color:var(--green)}.promised .gone{color:var(--muted)}.promised .gone span:first-child{color:var(--red)}
.removals{margin-top:.8rem}
.removals h4{margin:.9rem 0 .2rem}
.removed{font-size:.8125rem;font-family:var(--mono);color:var(--muted)}
.removed li{overflow-wrap:anywhere;padding:.1rem 0}
del{text-decoration-color:var(--red)}ins{text-decoration:none;color:var(--green)}
.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:.5rem 2rem}
.bars{display:grid;gap:.2rem;margin-top:.7rem;font-variant-numeric:tabular-nums}
.bars>div{display:grid;grid-template-columns:9rem 1fr;align-items:center}
.total{max-width:32rem;margin:1rem 0;color:var(--muted);font-size:.875rem}
.filter{border:0;padding:0;margin:1rem 0 0;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem}
.filter input{accent-color:var(--red)}
.check{border-left:4px solid var(--green)}
.check.broken{border-left-color:var(--red)}.check.cannot-tell{border-left-color:var(--ochre)}
.check .rule{float:right;font-weight:400;font-size:.8125rem;color:var(--muted)}
.taking-part{margin-top:.6rem;font-size:.9375rem}
.interval{max-width:26rem;margin-top:.6rem}
.interval svg{width:100%;display:block}
.interval .axis{stroke:var(--line)}
.interval rect.expected{fill:var(--blue)}
.interval figcaption{display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;font-size:.8125rem;color:var(--muted)}
.key::before{content:"";display:inline-block;width:.7em;height:.7em;border-radius:2px;margin-right:.35em;background:var(--blue)}
.key.actual.holds::before{background:var(--green)}.key.actual.broken::before{background:var(--red)}
.idle-rules{margin-top:1rem}
.idle-rules .card{box-shadow:none;background:none}
.rule h3{display:flex;flex-wrap:wrap;align-items:center;gap:.4rem}
.tallies{margin-left:auto;display:flex;gap:.8rem;font-weight:400;font-size:.8125rem;color:var(--muted)}
.examples h4{margin:.8rem 0 .2rem}
.examples pre{margin:.2rem 0;padding:.6rem .8rem;max-height:18rem;overflow:auto;white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid var(--line);border-radius:.4rem;font-family:inherit;font-size:.9rem}
.why{margin-top:.3rem;color:var(--muted);font-size:.9375rem;max-width:56rem}
.found{columns:20rem;column-gap:2rem;font-size:.875rem;margin-top:.4rem}
.code{background:var(--soft);border-radius:8px;padding:1rem 1.2rem;overflow-x:auto;margin-top:1rem}
.table{border-bottom:1px solid var(--line);padding:.6rem 0}
.facts.wide{grid-template-columns:1fr}
@media(max-width:40rem){.facts,.report .facts{grid-template-columns:repeat(auto-fill,minmax(8.5rem,1fr));gap:.5rem 1rem}}
@media(max-width:80rem){.row{grid-template-columns:minmax(0,1fr) minmax(0,16rem);gap:0 1.5rem}.columns{grid-template-columns:11rem minmax(0,1fr);gap:1.75rem}}
@media(max-width:60rem){.halves{grid-template-columns:minmax(0,1fr);gap:1.75rem}.columns{grid-template-columns:minmax(0,1fr)}.outline{position:static;max-height:none}.row{grid-template-columns:minmax(0,1fr)}.margin{border-left:2px solid var(--line);padding:.2rem 0 .2rem .9rem;margin:.2rem 0 .4rem}.check .rule{float:none;display:block}.tallies{margin-left:0}}
`;
