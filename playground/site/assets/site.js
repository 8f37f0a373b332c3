/** What every page does; then the page's own module, named by `data-page`. */
import { showBasketCount } from './basket.js';
import { emptyNote } from './cards.js';
import { find } from './element.js';
import { thankAfterForms } from './forms.js';
import { login } from './session.js';

const WITH_MODULE = new Set([
  'account',
  'article',
  'basket',
  'home',
  'login',
  'magazine',
  'privacy',
  'product',
  'register',
  'search',
  'shop',
  'thanks',
]);

const markPlace = () => {
  for (const link of document.querySelectorAll('.menu a')) {
    if (location.pathname.startsWith(link.getAttribute('href'))) {
      link.setAttribute('aria-current', 'true');
    }
  }
};

const showAccount = () => {
  if (!login()) return;
  const link = find('[data-account]');
  link.textContent = 'Account';
  link.href = '/account';
};

const startPage = async (name) => {
  if (!WITH_MODULE.has(name)) return;
  const { start } = await import(`/assets/pages/${name}.js`);
  try {
    await start();
  } catch (error) {
    console.error(error);
    find('main').append(emptyNote('The shop cannot be reached at the moment.'));
  }
};

markPlace();
showAccount();
showBasketCount();
thankAfterForms();
await startPage(document.body.dataset.page);
