import { emptyNote } from '../cards.js';
import { listOwnOrders } from '../cms.js';
import { element, find } from '../element.js';
import { formatDate, formatPrice } from '../format.js';
import { forgetLogin, login } from '../session.js';

export const start = async () => {
  const current = login();
  if (!current) return location.replace('/login');
  find('[data-who]').textContent = `You are logged in as ${current.email}.`;
  find('[data-logout]').addEventListener('click', () => {
    forgetLogin();
    location.assign('/');
  });
  const orders = await listOwnOrders();
  find('[data-orders]').append(
    orders.length > 0 ? table(orders) : emptyNote('You have not ordered anything yet.')
  );
};

const table = (orders) =>
  element(
    'table',
    { class: 'lines' },
    element(
      'tbody',
      {},
      ...orders.map(({ number, createdAt, items, total }) =>
        element(
          'tr',
          {},
          element('td', {}, element('strong', {}, number), element('br'), formatDate(createdAt)),
          element('td', {}, items.map(({ name, quantity }) => `${quantity} × ${name}`).join(', ')),
          element('td', { class: 'number' }, formatPrice(total))
        )
      )
    )
  );
