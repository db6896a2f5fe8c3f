/** The look of the page: ink on paper, notes in vermilion. Colours meet WCAG AA on both papers. */
import { FIGURES_STYLE } from './style-figures.ts';
import { VIEWS_STYLE } from './style-views.ts';

const LIGHT = `--paper:#fbfaf6;--raised:#fff;--ink:#1d1c19;--muted:#635f56;--line:#e2ddd1;--soft:#f2efe7;
--red:#b42318;--red-soft:#fbe9e6;--ochre:#85560a;--ochre-soft:#f8eed6;--blue:#2b5a8a;--blue-soft:#e6eef6;--green:#2a673a;--green-soft:#e3f0e5;--shade:rgba(60,50,30,.08)`;
const DARK = `--paper:#161512;--raised:#1e1d19;--ink:#ebe7dd;--muted:#a8a294;--line:#37342d;--soft:#24221d;
--red:#ff9280;--red-soft:#3d211c;--ochre:#e5b765;--ochre-soft:#3a2f18;--blue:#96bfea;--blue-soft:#1d2c3b;--green:#93d19f;--green-soft:#1d3323;--shade:rgba(0,0,0,.4)`;

const BASE = `
:root{color-scheme:light;${LIGHT};
--sans:"Inter","Segoe UI",system-ui,-apple-system,"PingFang SC","Hiragino Sans GB","Noto Sans CJK SC","Noto Sans SC","Microsoft YaHei",sans-serif;
--serif:"Source Han Serif SC","Noto Serif CJK SC","Songti SC","STSong","SimSun",Georgia,serif;
--mono:ui-monospace,"SF Mono",Consolas,"Liberation Mono",monospace}
@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;${DARK}}}
@media screen{:root[data-theme=dark]{color-scheme:dark;${DARK}}}
*{box-sizing:border-box}
html{scroll-padding-top:5.5rem;-webkit-text-size-adjust:100%}
body{margin:0;overflow-wrap:anywhere;background:var(--paper);color:var(--ink);font:16px/1.6 var(--sans)}
[data-lang=zh] span[lang=en],[data-lang=en] span[lang=zh]{display:none}
a{color:inherit;text-decoration-color:var(--muted);text-decoration-thickness:1px;text-underline-offset:.2em}
a:hover{color:var(--red);text-decoration-color:currentColor}
:focus-visible{outline:2px solid var(--blue);outline-offset:2px;border-radius:3px}
h1,h2,h3,h4,p,ul,ol,dl,figure,blockquote{margin:0;padding:0}
ul,ol{list-style:none}
h1{font-size:1.75rem;line-height:1.25;font-weight:650;letter-spacing:-.01em}
h2{font-size:1.2rem;line-height:1.35;font-weight:650}
h3{font-size:1rem;font-weight:650}
h4{font-size:.9rem;font-weight:600}
small{font-size:.8125rem;color:var(--muted)}
code{font:.875em/1.5 var(--mono);overflow-wrap:anywhere}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;z-index:9;background:var(--raised);padding:.5rem 1rem}
.aside{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.top{position:sticky;top:0;z-index:5;background:var(--paper);border-bottom:1px solid var(--line)}
.top>div{max-width:88rem;margin:0 auto;padding:.55rem 1.5rem;display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1.5rem}
.brand{font-weight:650;text-decoration:none;display:flex;align-items:center;gap:.5rem}
.brand b{font:700 .9375rem/1 var(--serif);color:#fff;background:#b42318;padding:.34rem .28rem;border-radius:3px;letter-spacing:.08em}
.top nav{flex:1;min-width:0;overflow-x:auto;scrollbar-width:none}
.top nav ul{display:flex;gap:.25rem}
.top nav a{display:block;padding:.4rem .7rem;border-radius:6px;text-decoration:none;color:var(--muted);white-space:nowrap}
.top nav a:hover{background:var(--soft);color:var(--ink)}
.top nav a[aria-current]{color:var(--ink);font-weight:600;box-shadow:inset 0 -2px var(--red);border-radius:6px 6px 0 0}
.tools{display:flex;gap:.4rem}
button,select,input[type=search]{font:inherit;color:inherit;background:var(--raised);border:1px solid var(--line);border-radius:6px;padding:.25rem .7rem;min-height:2.1rem}
button{cursor:pointer}
button:hover{border-color:var(--muted)}
html:not(.js) .tools,html:not(.js) .chooser,html:not(.js) .filter,html:not(.js) .filters{display:none}
main{max-width:88rem;margin:0 auto;padding:0 1.5rem 5rem}
.view{padding-top:2rem}
.view:not(.current),.page:not(.current),[hidden]{display:none!important}
.view>section,.view>article,.halves{margin-top:2.25rem}
.view h2{margin-bottom:.7rem}
.view>h2,.view>[data-chunk]>h2:not(:first-child){margin-top:2.25rem}
.view>.card,.view>.report{margin-top:1rem}
.view-head{display:flex;flex-wrap:wrap;align-items:end;justify-content:space-between;gap:1rem;margin-bottom:1rem}
.lead{max-width:46rem;color:var(--muted)}
.hint,.empty{color:var(--muted);font-size:.9375rem;margin-top:.6rem}
.scroll{overflow-x:auto}
table{overflow-wrap:normal;border-collapse:collapse;width:100%;font-size:.9375rem}
th,td{text-align:left;vertical-align:top;padding:.55rem .9rem .55rem 0;border-bottom:1px solid var(--line)}
thead th{font-size:.8125rem;font-weight:500;color:var(--muted);white-space:nowrap}
tbody th{font-weight:600;white-space:nowrap}
.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
td.bad{color:var(--red);font-weight:650}
td.narrow{min-width:11rem;font-size:.8125rem;color:var(--muted)}
.badge{display:inline-block;font-size:.75rem;line-height:1.5;font-weight:600;padding:.02rem .5rem;border-radius:99px;background:var(--soft);color:var(--muted);white-space:nowrap;vertical-align:.08em}
.badge.error,.trust-check.badge{background:var(--red-soft);color:var(--red)}
.badge.warning,.trust-partial.badge{background:var(--ochre-soft);color:var(--ochre)}
.badge.info,.trust-copy.badge{background:var(--blue-soft);color:var(--blue)}
.badge.accepted,.trust-use.badge{background:var(--green-soft);color:var(--green)}
.verdict{font-weight:650}
.verdict.broken{color:var(--red)}.verdict.cannot-tell{color:var(--ochre)}.verdict.holds{color:var(--green)}
svg.bar{display:block;width:100%;height:6px;border-radius:3px;margin:.3rem 0;background:var(--soft)}
svg .broken{fill:var(--red)}svg .cannot-tell{fill:var(--ochre)}svg .holds{fill:var(--green)}
svg.meter{width:4.5rem;height:.55rem;border-radius:3px;vertical-align:.05em}
svg.meter.wide{width:min(16rem,45vw)}
svg .whole{fill:var(--line)}svg .there{fill:var(--green)}svg .gone{fill:var(--ochre)}
.card{background:var(--raised);border:1px solid var(--line);border-radius:10px;padding:1.1rem 1.3rem;margin-top:1rem;box-shadow:0 1px 3px var(--shade)}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:.6rem 1.5rem;margin:.7rem 0;font-size:.9375rem}
.facts dt,.cards dt,.bars dt{font-size:.8125rem;color:var(--muted)}
.facts dd,.cards dd,.bars dd{margin:0;overflow-wrap:anywhere}
details>summary{cursor:pointer;color:var(--muted)}
details>summary:hover{color:var(--ink)}
.foot{max-width:88rem;margin:0 auto;padding:1rem 1.5rem 3rem;color:var(--muted);font-size:.8125rem;border-top:1px solid var(--line)}
@media(max-width:40rem){tbody th{white-space:normal;min-width:8rem;overflow-wrap:anywhere}.top>div,main,.foot{padding-left:1rem;padding-right:1rem}h1{font-size:1.4rem}.top nav{order:3;flex-basis:100%}.tools{margin-left:auto}.card{padding:.9rem 1rem}}
`;

const PRINT = `@media print{.top{position:static}.tools,.top nav,.filters,.chooser,.filter,.fold,.skip,.back{display:none}.scroll{overflow:visible}.card,.row{break-inside:avoid}.outline,.top{background:none}.outline{position:static;max-height:none}body{background:#fff}.examples pre{max-height:none}}
`;

export const STYLE = `${BASE}${VIEWS_STYLE}${FIGURES_STYLE}${PRINT}`;
