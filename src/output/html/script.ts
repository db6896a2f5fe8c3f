/** The page's one script: unpacks parts when they are asked for, shows one view at a time, links marks to notes. */
import { TABLES_SCRIPT } from './script-tables.ts';

const PARTS = `
const loaded = new Map();
const given = new Map();
const waiting = new Map();
const failed = new Set();
// The packed parts stand behind this script, so that the first view can be used while the rest is still read.
const whole = new Promise((done) => { if (document.readyState === 'loading') addEventListener('DOMContentLoaded', done); else done(); });
window.jiaokanPart = (number, text) => { given.set(number, text); };
const inflate = async (text) => {
  const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text();
};
const index = inflate(document.getElementById('index').textContent).then((text) => {
  const found = JSON.parse(text);
  const places = new Map();
  found.ids.forEach((ids, number) => { for (const id of ids.split(' ')) if (id) places.set(id, number); });
  return { ...found, places };
});
const fetched = (file) => {
  if (!waiting.has(file)) waiting.set(file, new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = 'audit-parts/' + file + '.js';
    script.onload = done;
    script.onerror = () => failed(new Error(script.src));
    document.head.append(script);
  }));
  return waiting.get(file);
};
const packed = async (number, { files }) => {
  const inside = () => document.querySelector('script[data-packed="' + number + '"]');
  if (files.length === 0 && !inside()) await whole;
  if (files.length === 0) return inside().textContent;
  await fetched(files[number]);
  return given.get(number);
};
const fill = (number) => {
  if (!loaded.has(number)) loaded.set(number, (async () => {
    const known = await index;
    if (known.parents[number] >= 0) await fill(known.parents[number]);
    const box = document.createElement('template');
    box.innerHTML = await inflate(await packed(number, known));
    const slot = document.querySelector('[data-chunk="' + number + '"]');
    slot.replaceChildren(box.content);
    slot.dataset.filled = '';
  })().catch((error) => {
    failed.add(String(number));
    document.getElementById('trouble').hidden = false;
    console.error(error);
  }));
  return loaded.get(number);
};
const fillAll = async (when, within) => {
  const slots = all('[data-load="' + when + '"]:not([data-filled])', within).filter((slot) => !failed.has(slot.dataset.chunk));
  if (slots.length === 0) return;
  await Promise.all(slots.map((slot) => fill(Number(slot.dataset.chunk))));
  await fillAll(when, within);
};
const chunkOf = async (id) => {
  const { places, figures } = await index;
  const figure = /^f([0-9]+)$/.exec(id);
  if (figure) return figures.find(([first, last]) => first <= figure[1] && figure[1] <= last)?.[2];
  return places.get(id) ?? places.get(id.replace(/-p[0-9]+$/, ''));
};
`;

const VIEWS = `
const setLang = (lang) => {
  root.dataset.lang = lang;
  root.lang = lang === 'zh' ? 'zh-CN' : 'en';
  document.getElementById('lang').setAttribute('aria-label', lang === 'zh' ? 'English' : '中文');
  for (const one of all('option[data-en]')) one.textContent = one.dataset[lang];
};
const isDark = () => root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
const setTheme = (theme) => {
  if (theme) root.dataset.theme = theme;
  document.getElementById('theme').setAttribute('aria-pressed', String(isDark()));
};
const showPage = (within, target) => {
  const page = target.closest('.page');
  for (const one of all('.page', within)) one.classList.toggle('current', one === page);
  for (const one of all('.index', within)) one.hidden = page !== null;
  const choice = within.querySelector('select.pages');
  if (choice && page) choice.value = page.id;
};
const showView = (view) => {
  for (const one of all('.view')) one.classList.toggle('current', one === view);
  for (const link of all('.top nav a')) {
    if (link.hash === '#' + view.id) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
};
const turns = { asked: 0 };
const show = async () => {
  const id = location.hash.slice(1);
  if (id === 'main') return;
  const mine = ++turns.asked;
  if (id && !document.getElementById(id)) {
    const number = await chunkOf(id);
    if (number !== undefined) await fill(number);
  }
  const target = document.getElementById(id) || document.getElementById('overview');
  const view = target.closest('.view') || document.getElementById('overview');
  if (mine !== turns.asked) return;
  showView(view);
  await fillAll('view', view);
  if (mine !== turns.asked) return;
  showPage(view, target);
  for (let box = target.closest('details'); box; box = box.parentElement.closest('details')) box.open = true;
  light(target.id);
  setLang(root.dataset.lang);
  const top = target === view || target.matches('.page');
  const settle = () => { if (top) scrollTo(0, 0); else target.scrollIntoView({ block: 'center' }); };
  settle();
  requestAnimationFrame(settle);
  root.dataset.shown = id || 'overview';
};
const light = (id) => {
  for (const one of all('.lit')) one.classList.remove('lit');
  if (id) for (const one of all('[data-finding],[data-figure]')) {
    if (one.dataset.finding === id || one.dataset.figure === id) one.classList.add('lit');
  }
};
`;

const EVENTS = `
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
document.addEventListener('toggle', (event) => {
  if (event.target.open) fillAll('open', event.target);
}, true);
const unfold = (button, open) => {
  button.setAttribute('aria-expanded', String(open));
  button.nextElementSibling.hidden = !open;
};
document.addEventListener('click', (event) => {
  const cut = event.target.closest('button.cut');
  if (cut) { unfold(cut, cut.getAttribute('aria-expanded') !== 'true'); return; }
  const head = event.target.closest('th button');
  if (head) { sortBy(head); return; }
  const mark = event.target.closest('[data-figure],[data-finding]');
  if (mark && !getSelection().toString()) location.hash = mark.dataset.finding && event.target === mark ? mark.dataset.finding : mark.dataset.figure || mark.dataset.finding;
});
document.addEventListener('change', (event) => {
  const { target } = event;
  if (target.matches('select.pages')) location.hash = target.value;
  if (target.matches('.all-cuts')) {
    const report = target.closest('.page');
    for (const button of all('button.cut', report)) unfold(button, target.checked);
    for (const box of all('details.cut', report)) box.open = target.checked;
  }
  if (target.name === 'verdict') {
    for (const group of all('.verdicts')) group.hidden = target.value !== 'all' && group.dataset.verdict !== target.value;
  }
  if (target.matches('select.years')) {
    for (const one of all('.year')) one.hidden = one.dataset.year !== target.value;
    fillAll('open', document.querySelector('.year:not([hidden])'));
  }
  if (target.closest('.filters')) filter(target.closest('.filters'));
});
document.addEventListener('input', (event) => { if (event.target.closest('.filters')) filter(event.target.closest('.filters')); });
addEventListener('hashchange', show);

setLang(kept('lang') || root.dataset.lang);
setTheme(kept('theme'));
show();
`;

export const SCRIPT = `(() => {
'use strict';
const root = document.documentElement;
root.classList.add('js');
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const kept = (key) => { try { return localStorage.getItem('jiaokan.' + key); } catch { return null; } };
const keep = (key, value) => { try { localStorage.setItem('jiaokan.' + key, value); } catch { /* a page without storage forgets */ } };
${PARTS}${TABLES_SCRIPT}${VIEWS}${EVENTS}})();
`;
