/**
 * Runs in a page of a report that is written again while it is open: looks for the image beside it, and loads the
 * page anew when that has other sides than the page is known by. What the reader sees stays where it was. It is
 * written into the page by its source, so it uses nothing from outside itself.
 */
export function followReport(): void {
  const EVERY = 1000;
  interface View {
    readonly scroll: readonly [left: number, top: number];
    readonly aside: number;
    readonly filters: readonly string[];
    readonly sorted: readonly [column: number, direction: string];
    readonly open: Readonly<Record<string, boolean>>;
    readonly focus: string;
  }
  const all = <T extends Element>(selector: string) => [...document.querySelectorAll<T>(selector)];
  const filters = () => all<HTMLInputElement | HTMLSelectElement>('#filters input, #filters select');
  const headers = () => all<HTMLElement>('#cohort thead th');
  const details = () => all<HTMLDetailsElement>('details');
  const controls = () => all<HTMLElement>('a[href], button, input, select, summary, [tabindex]');
  const aside = () => document.querySelector('.scroll');
  // A title has the number of what it lists, which may be another now.
  const titleOf = (one: HTMLDetailsElement) =>
    (one.querySelector('summary')?.textContent ?? '').replace(/\d+/g, '');
  const nameOf = (control: Element | null) =>
    `${control?.tagName} ${((control?.closest('label') ?? control)?.firstChild?.textContent ?? '').slice(0, 200)}`;

  const keep = (): View => {
    const sorted = headers().findIndex((header) => header.hasAttribute('aria-sort'));
    return {
      scroll: [scrollX, scrollY],
      aside: aside()?.scrollLeft ?? 0,
      filters: filters().map(({ value }) => value),
      sorted: [sorted, headers()[sorted]?.getAttribute('aria-sort') ?? ''],
      open: Object.fromEntries(details().map((one) => [titleOf(one), one.open])),
      focus: controls().includes(document.activeElement as HTMLElement) ? nameOf(document.activeElement) : '',
    };
  };
  const restore = (view: View) => {
    for (const [at, filter] of filters().entries()) {
      const value = view.filters[at] ?? '';
      if (filter instanceof HTMLSelectElement && ![...filter.options].some((one) => one.value === value))
        continue;
      filter.value = value;
      filter.dispatchEvent(new Event(filter instanceof HTMLSelectElement ? 'change' : 'input'));
    }
    const [column, direction] = view.sorted;
    const header = headers()[column];
    for (let clicks = 0; header && clicks < 2 && header.getAttribute('aria-sort') !== direction; clicks += 1)
      header.querySelector('button')?.click();
    for (const one of details()) one.open = view.open[titleOf(one)] ?? one.open;
    const focused = view.focus && controls().find((control) => nameOf(control) === view.focus);
    if (focused) focused.focus({ preventScroll: true });
    aside()?.scrollTo(view.aside, 0);
    const [left, top] = view.scroll;
    scrollTo({ left, top, behavior: 'instant' });
  };

  const { view } = (history.state ?? {}) as { readonly view?: View };
  if (view) {
    restore(view);
    history.replaceState(null, '');
    history.scrollRestoration = 'auto';
  }
  const name = (location.pathname.split('/').pop() || 'index.html').replace(/\.html$/, '.svg');
  const look = () => {
    if (document.hidden) return;
    const image = new Image();
    image.addEventListener('load', () => {
      if (`${image.naturalWidth}x${image.naturalHeight}` === document.documentElement.dataset.state) return;
      history.scrollRestoration = 'manual';
      history.replaceState({ view: keep() }, '');
      location.reload();
    });
    image.src = `${name}?${Date.now()}`;
  };
  setInterval(look, EVERY);
  document.addEventListener('visibilitychange', look);
}
