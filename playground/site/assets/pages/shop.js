import { fill, productCard } from '../cards.js';
import { listProducts } from '../cms.js';
import { element, find } from '../element.js';

const KINDS = [
  ['', 'Everything'],
  ['coffee', 'Coffee'],
  ['equipment', 'Equipment'],
  ['wholesale', 'For business'],
];

export const start = async () => {
  const products = await listProducts({ 'pagination[limit]': 100 });
  const grid = find('[data-products]');
  const chips = find('[data-kinds]');
  const show = (kind) => {
    const shown = products.filter((product) => !kind || product.kind === kind);
    fill(grid, shown, productCard, 'The shelves are empty today.');
    for (const chip of chips.children) {
      chip.setAttribute('aria-pressed', String(chip.dataset.kind === kind));
    }
  };
  chips.append(
    ...KINDS.map(([kind, name]) =>
      element('button', { type: 'button', 'data-kind': kind, onclick: () => show(kind) }, name)
    )
  );
  show('');
};
