import { find } from '../element.js';

export const start = () => {
  const number = new URLSearchParams(location.search).get('order');
  if (number) {
    find('[data-thanks-text]').textContent = `We have your order ${number} and light the roaster.`;
  }
};
