import { find } from '../element.js';
import { consent } from '../visitor.js';

const SAID = {
  true: 'Your visits are recorded again.',
  false: 'From now on your visits are not recorded.',
};

export const start = () => {
  for (const button of document.querySelectorAll('[data-consent]')) {
    button.addEventListener('click', () => {
      const { consent: choice } = button.dataset;
      consent({ tracking: choice === 'true' });
      find('[data-consent-said]').textContent = SAID[choice];
    });
  }
};
