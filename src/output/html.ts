/** audit.html: see `html/page.ts`, which puts its views together. */
export { auditHtml, auditPages } from './html/page.ts';
