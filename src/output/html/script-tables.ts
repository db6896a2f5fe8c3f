/** The part of the page's script that sorts and filters tables. Cells give their rank in `data-sort`, rows what they are in `data-kinds`. */
export const TABLES_SCRIPT = `
const rankOf = (row, column) => {
  const cell = row.cells[column];
  return cell.dataset.sort ?? cell.textContent;
};
const sortBy = (button) => {
  const head = button.closest('th');
  const way = head.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending';
  for (const one of all('th', head.parentElement)) one.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', way);
  const column = head.cellIndex;
  const sign = way === 'ascending' ? 1 : -1;
  const body = head.closest('table').tBodies[0];
  const rows = [...body.rows].map((row) => [rankOf(row, column), row]);
  const isNumber = rows.every(([rank]) => rank === '' || !Number.isNaN(Number(rank)));
  const compare = isNumber ? (a, b) => Number(a) - Number(b) : (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  rows.sort(([a], [b]) => sign * compare(a, b));
  body.append(...rows.map(([, row]) => row));
};
const filter = (form) => {
  const words = form.querySelector('input[type=search]').value.trim().toLowerCase();
  const kind = form.querySelector('select').value;
  const table = document.getElementById(form.dataset.table);
  let shown = 0;
  for (const row of table.tBodies[0].rows) {
    const fits = row.textContent.toLowerCase().includes(words) && (kind === '' || row.dataset.kinds.split(' ').includes(kind));
    row.hidden = !fits;
    if (fits) shown++;
  }
  form.querySelector('output').textContent = shown + ' / ' + table.tBodies[0].rows.length;
};
`;
