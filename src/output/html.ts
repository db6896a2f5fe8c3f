/** audit.html: see `html/page.ts`, which puts its views together. */
export { auditHtml } from './html/page.ts';
