/**
 * Runs in the page: makes the table of a cohort sortable and filterable, counts lead to the drafts that
 * they count, and dots of the chart to their pages. It is written into the page by its source, so it uses nothing from outside itself.
 */
export function enhanceTable(): void {
  const table = document.querySelector<HTMLTableElement>('#cohort');
  const body = table?.tBodies[0];
  const filters = document.querySelector('#filters');
  if (!table || !body || !filters) return;
  const rows = [...body.rows];
  const collator = new Intl.Collator('en', { numeric: true });

  const keyOf = (row: HTMLTableRowElement, column: number): string => {
    const cell = row.cells[column];
    return cell?.dataset.sort ?? cell?.textContent ?? '';
  };
  const sortBy = (header: HTMLElement, column: number) => {
    const up = header.getAttribute('aria-sort') !== 'ascending';
    for (const other of table.querySelectorAll('thead th')) other.removeAttribute('aria-sort');
    header.setAttribute('aria-sort', up ? 'ascending' : 'descending');
    const numeric = header.classList.contains('number');
    const sorted = [...rows].sort((a, b) => {
      const [one, two] = [keyOf(a, column), keyOf(b, column)];
      // What is not known comes last either way.
      if (one === '' || two === '') return one === two ? 0 : one === '' ? 1 : -1;
      const order = numeric ? Number(one) - Number(two) : collator.compare(one, two);
      return up ? order : -order;
    });
    body.append(...sorted);
  };
  for (const [column, header] of [...table.querySelectorAll<HTMLElement>('thead th')].entries()) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = header.textContent;
    button.addEventListener('click', () => sortBy(header, column));
    // Chromium repeats a header on each printed page only where it has no button.
    const printed = document.createElement('span');
    printed.className = 'paper';
    printed.textContent = header.textContent;
    header.replaceChildren(button, printed);
  }

  const labelled = <T extends HTMLElement>(text: string, control: T): T => {
    const label = document.createElement('label');
    label.append(text, control);
    filters.append(label);
    return control;
  };
  const choice = (text: string, values: readonly (readonly [value: string, name: string])[]) => {
    const select = document.createElement('select');
    select.append(new Option('all', ''));
    for (const [value, name] of values) select.append(new Option(name, value));
    select.addEventListener('change', () => filter());
    return labelled(text, select);
  };
  const distinct = (key: string, column: number): [string, string][] => {
    const found = new Map<string, string>();
    for (const row of rows) {
      const value = row.dataset[key];
      if (value) found.set(value, row.cells[column]?.textContent ?? value);
    }
    return [...found].sort((a, b) => a[1].localeCompare(b[1], 'en'));
  };
  const search = document.createElement('input');
  search.type = 'search';
  search.addEventListener('input', () => filter());
  labelled('Search', search);
  const status = choice('Status', distinct('status', 1));
  const specialty = choice('Specialty', distinct('specialty', 2));
  const rules = [
    ...new Set(rows.flatMap((row) => (row.dataset.rules ?? '').split(' ').filter(Boolean))),
  ].sort();
  const rule = choice(
    'Finding',
    rules.map((id) => [id, id]),
  );
  const shown = document.createElement('p');
  shown.className = 'note';
  shown.setAttribute('role', 'status');
  filters.append(shown);

  function filter(): void {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let visible = 0;
    for (const row of rows) {
      const text = (row.textContent ?? '').toLowerCase();
      const matches =
        words.every((word) => text.includes(word)) &&
        (status.value === '' || row.dataset.status === status.value) &&
        (specialty.value === '' || row.dataset.specialty === specialty.value) &&
        (rule.value === '' || (row.dataset.rules ?? '').split(' ').includes(rule.value));
      row.hidden = !matches;
      if (matches) visible += 1;
    }
    shown.textContent = `${visible} of ${rows.length} shown`;
  }
  filter();

  // A number above the table shows the drafts that it counts.
  const show = (select: HTMLSelectElement, name: string) => {
    for (const place of document.querySelectorAll<HTMLElement>(`[data-show-${name}]`)) {
      const value = place.getAttribute(`data-show-${name}`) ?? '';
      if (![...select.options].some((option) => option.value === value)) continue;
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = place.textContent;
      button.addEventListener('click', () => {
        search.value = '';
        for (const one of [status, specialty, rule]) one.value = one === select ? value : '';
        filter();
        select.focus();
      });
      place.replaceChildren(button);
    }
  };
  show(status, 'status');
  show(rule, 'rule');

  for (const dot of document.querySelectorAll<SVGElement>('[data-page]'))
    dot.addEventListener('click', () => {
      if (dot.dataset.page) location.href = encodeURI(dot.dataset.page);
    });
}
