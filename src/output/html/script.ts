/** The page's one script. Without it everything is shown on one long page; it only shows one view at a time and links marks to notes. */
export const SCRIPT = `(() => {
'use strict';
const root = document.documentElement;
root.classList.add('js');
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const kept = (key) => { try { return localStorage.getItem('jiaokan.' + key); } catch { return null; } };
const keep = (key, value) => { try { localStorage.setItem('jiaokan.' + key, value); } catch { /* a page without storage forgets */ } };

const setLang = (lang) => {
  root.dataset.lang = lang;
  root.lang = lang === 'zh' ? 'zh-CN' : 'en';
  document.getElementById('lang').setAttribute('aria-label', lang === 'zh' ? 'English' : '中文');
};
const isDark = () => root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
const setTheme = (theme) => {
  if (theme) root.dataset.theme = theme;
  document.getElementById('theme').setAttribute('aria-pressed', String(isDark()));
};

const choice = document.getElementById('report-choice');
const showReport = (report) => {
  if (!report) return;
  for (const one of all('.report')) one.classList.toggle('current', one === report);
  choice.value = report.id;
};
const showView = (view) => {
  for (const one of all('.view')) one.classList.toggle('current', one === view);
  for (const link of all('.top nav a')) {
    if (link.hash === '#' + view.id) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
};
const show = () => {
  if (location.hash === '#main') return;
  const target = document.getElementById(location.hash.slice(1)) || document.getElementById('overview');
  const view = target.closest('.view') || document.getElementById('overview');
  showView(view);
  showReport(target.closest('.report') || document.querySelector('.report.current') || document.querySelector('.report'));
  for (let box = target.closest('details'); box; box = box.parentElement.closest('details')) box.open = true;
  light(target.id);
  const top = target === view || target.matches('.report');
  const settle = () => { if (top) scrollTo(0, 0); else target.scrollIntoView({ block: 'center' }); };
  settle();
  requestAnimationFrame(settle);
};
const light = (id) => {
  for (const one of all('.lit')) one.classList.remove('lit');
  if (id) for (const one of all('[data-finding],[data-figure]')) {
    if (one.dataset.finding === id || one.dataset.figure === id) one.classList.add('lit');
  }
};

document.getElementById('lang').addEventListener('click', () => {
  const lang = root.dataset.lang === 'zh' ? 'en' : 'zh';
  setLang(lang);
  keep('lang', lang);
});
document.getElementById('theme').addEventListener('click', () => {
  const theme = isDark() ? 'light' : 'dark';
  setTheme(theme);
  keep('theme', theme);
});
choice.addEventListener('change', () => { location.hash = choice.value; });
document.addEventListener('click', (event) => {
  const mark = event.target.closest('[data-figure],[data-finding]');
  if (mark && !getSelection().toString()) location.hash = mark.dataset.finding && event.target === mark ? mark.dataset.finding : mark.dataset.figure || mark.dataset.finding;
});
document.addEventListener('change', (event) => {
  if (event.target.name !== 'verdict') return;
  for (const group of all('.verdicts')) group.hidden = event.target.value !== 'all' && group.dataset.verdict !== event.target.value;
});
addEventListener('hashchange', show);
addEventListener('load', show);

setLang(kept('lang') || root.dataset.lang);
setTheme(kept('theme'));
show();
})();
`;
